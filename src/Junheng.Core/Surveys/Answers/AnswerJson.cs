using System.Text.Json;
using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Core.Surveys.Answers;

/// <summary>Goes through the tokens of one JSON body once and hands each value to the draft; nothing of it is kept.</summary>
internal readonly ref struct AnswerJson(AnswerReader reader, AnswerDraft draft)
{
    private const int LongestCode = 128, MostOptions = 64;
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 4 };

    public static string? BallotOf(ReadOnlySpan<byte> json)
    {
        try
        {
            var tokens = new Utf8JsonReader(json, Options);
            if (!tokens.Read() || tokens.TokenType != JsonTokenType.StartObject) return null;
            while (tokens.Read() && tokens.TokenType == JsonTokenType.PropertyName)
            {
                var found = tokens.ValueTextEquals(AnswerReader.Ballot);
                if (!tokens.Read()) return null;
                if (found) return tokens.TokenType == JsonTokenType.String ? tokens.GetString() : null;
                tokens.Skip();
            }
            return null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <returns>False where the text is JSON but not of the agreed shape.</returns>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public bool Read(ReadOnlySpan<byte> json)
    {
        var tokens = new Utf8JsonReader(json, Options);
        if (!tokens.Read() || tokens.TokenType != JsonTokenType.StartObject) return false;
        var answered = false;
        var ballots = 0;
        while (tokens.Read() && tokens.TokenType == JsonTokenType.PropertyName)
        {
            var isBallot = tokens.ValueTextEquals(AnswerReader.Ballot);
            if (!isBallot && (answered || !tokens.ValueTextEquals(AnswerReader.Answers))) return false;
            tokens.Read();
            if (isBallot)
            {
                if (tokens.TokenType != JsonTokenType.String || ++ballots > 1) return false;
            }
            else if (tokens.TokenType != JsonTokenType.StartObject || !Sheet(ref tokens)) return false;
            else answered = true;
        }
        // What follows the last bracket makes it throw.
        return !tokens.Read() && answered;
    }

    private bool Sheet(ref Utf8JsonReader tokens)
    {
        var seen = new ulong[(reader.Count / 64) + 1];
        Span<char> code = stackalloc char[LongestCode];
        while (tokens.Read() && tokens.TokenType == JsonTokenType.PropertyName)
        {
            var variable = tokens.ValueSpan.Length <= LongestCode ? reader.Find(code[..tokens.CopyString(code)]) : null;
            tokens.Read();
            if (variable is null)
            {
                draft.HasUnknown = true;
                tokens.Skip();
            }
            // Two answers to one question: which of them counts is nobody's to guess.
            else if (!AnswerReader.Mark(seen, variable.Index)) return false;
            else if (tokens.TokenType != JsonTokenType.Null) Value(ref tokens, variable, code);
        }
        return true;
    }

    private void Value(ref Utf8JsonReader tokens, Variable variable, scoped Span<char> code)
    {
        switch (variable.Kind)
        {
            case ItemKind.Single when tokens.TokenType == JsonTokenType.String:
                if (tokens.ValueSpan.Length <= LongestCode) draft.Option(variable, code[..tokens.CopyString(code)]);
                else draft.Refuse(variable, AnswerFault.UnknownOption, AnswerTexts.UnknownOption);
                break;
            case ItemKind.Multiple or ItemKind.Ranking when tokens.TokenType == JsonTokenType.StartArray:
                Several(ref tokens, variable, code);
                break;
            case ItemKind.Scale or ItemKind.Number when tokens.TokenType == JsonTokenType.Number:
                draft.Number(variable, tokens.TryGetDouble(out var number) ? number : double.NaN);
                break;
            case ItemKind.ShortText or ItemKind.LongText when tokens.TokenType == JsonTokenType.String:
                draft.Text(variable, tokens.GetString()!);
                break;
            default:
                draft.Refuse(variable, AnswerFault.WrongType, variable.Kind switch
                {
                    ItemKind.Single => AnswerTexts.OneOption,
                    ItemKind.Scale or ItemKind.Number => AnswerTexts.NotNumber,
                    ItemKind.Multiple or ItemKind.Ranking => AnswerTexts.NotOptions,
                    _ => AnswerTexts.NotText,
                });
                tokens.Skip();
                break;
        }
    }

    private void Several(ref Utf8JsonReader tokens, Variable variable, scoped Span<char> code)
    {
        Span<int> positions = stackalloc int[MostOptions];
        var count = 0;
        while (tokens.Read() && tokens.TokenType != JsonTokenType.EndArray)
        {
            if (tokens.TokenType != JsonTokenType.String)
            {
                draft.Refuse(variable, AnswerFault.WrongType, AnswerTexts.NotOptions);
                tokens.Skip();
            }
            else if (count == MostOptions) draft.Refuse(variable, AnswerFault.TooMany, AnswerTexts.NotOptions);
            else positions[count++] = tokens.ValueSpan.Length <= LongestCode ? AnswerDraft.Find(variable, code[..tokens.CopyString(code)]) : -1;
        }
        draft.Options(variable, positions[..count]);
    }
}
