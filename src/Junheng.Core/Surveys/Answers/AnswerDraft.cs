using System.Globalization;
using System.Numerics;
using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Core.Surveys.Answers;

/// <summary>A sheet while it is filled from input: every value is checked against its variable; the first fault of a variable counts.</summary>
internal sealed class AnswerDraft(Questionnaire questionnaire)
{
    /// <summary>Beyond it a double no longer holds every whole number.</summary>
    private const double Largest = 1e15;
    public const int ShortText = 100, LongText = 2000;

    private AnswerProblem?[]? problems;

    public AnswerSheet Sheet { get; } = new(questionnaire);

    /// <summary>Whether a code was met that is not asked.</summary>
    public bool HasUnknown { get; set; }

    public AnswerProblem? Problem(int variable) => problems?[variable];

    public void Refuse(Variable variable, AnswerFault fault, string message) =>
        (problems ??= new AnswerProblem?[questionnaire.Variables.Count])[variable.Index] ??= new(variable.Code, fault, message);

    /// <summary>Takes back what was read for a variable that is not shown.</summary>
    public void Forget(int variable)
    {
        Sheet[variable] = default;
        if (problems is not null) problems[variable] = null;
    }

    public static int Find(Variable variable, ReadOnlySpan<char> code)
    {
        var options = variable.Options;
        for (var at = 0; at < options.Count; at++)
            if (code.SequenceEqual(options[at].Code)) return at;
        return -1;
    }

    public void Option(Variable variable, ReadOnlySpan<char> code)
    {
        if (Find(variable, code) is >= 0 and var at) Sheet[variable.Index] = Answer.Option(at);
        else Refuse(variable, AnswerFault.UnknownOption, AnswerTexts.UnknownOption);
    }

    /// <param name="positions">In the order in which they were sent; -1 = an unknown option.</param>
    public void Options(Variable variable, ReadOnlySpan<int> positions)
    {
        if (positions.IsEmpty) return;
        ulong set = 0;
        foreach (var at in positions)
        {
            if (at < 0) Refuse(variable, AnswerFault.UnknownOption, AnswerTexts.UnknownOption);
            else if ((set & (1UL << at)) != 0) Refuse(variable, AnswerFault.Twice, AnswerTexts.Twice);
            else set |= 1UL << at;
        }
        var (count, item) = (BitOperations.PopCount(set), variable.Item);
        if (variable.Kind == ItemKind.Ranking) Ranked(variable, positions, count);
        else if (count < item.Least) Refuse(variable, AnswerFault.TooFew, AnswerTexts.TooFew(item.Least.Value));
        else if (count > item.Most) Refuse(variable, AnswerFault.TooMany, AnswerTexts.TooMany(item.Most.Value));
        else if (Problem(variable.Index) is null) Sheet[variable.Index] = Answer.Options(set);
    }

    /// <summary>Places to be filled by a ranking.</summary>
    public static int Places(Item item) => (int)Math.Min(item.Most ?? item.Options.Count, item.Options.Count);

    private void Ranked(Variable variable, ReadOnlySpan<int> positions, int count)
    {
        var most = Places(variable.Item);
        if (count > most) Refuse(variable, AnswerFault.TooMany, AnswerTexts.RankAll(most));
        else if (count < (variable.Item.Least ?? most)) Refuse(variable, AnswerFault.TooFew, AnswerTexts.RankAll(most));
        else if (Problem(variable.Index) is null) Sheet[variable.Index] = Answer.Ranking(positions);
    }

    public void Number(Variable variable, double value)
    {
        var item = variable.Item;
        var scale = variable.Kind == ItemKind.Scale;
        var (least, most) = (item.Least ?? (scale ? 0 : -Largest), item.Most ?? (scale ? 10 : Largest));
        var decimals = scale ? 0 : Math.Clamp(item.Decimals, 0, 15);
        if (!double.IsFinite(value)) Refuse(variable, AnswerFault.WrongType, AnswerTexts.NotNumber);
        else if (value < least) Refuse(variable, AnswerFault.TooSmall, AnswerTexts.TooSmall(least));
        else if (value > most) Refuse(variable, AnswerFault.TooLarge, AnswerTexts.TooLarge(most));
        else if (Math.Round(value, decimals) != value) Refuse(variable, AnswerFault.TooFine, AnswerTexts.TooFine(decimals));
        // Zero has one form.
        else Sheet[variable.Index] = Answer.Number(value + 0.0);
    }

    /// <summary>A number as people type it, full-width digits included; blank = none.</summary>
    public void Number(Variable variable, string typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return;
        var narrow = string.Create(typed.Length, typed, static (letters, from) =>
        {
            for (var at = 0; at < letters.Length; at++) letters[at] = from[at] is >= '！' and <= '～' ? (char)(from[at] - 0xFEE0) : from[at];
        });
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (double.TryParse(narrow.Trim(), plain, CultureInfo.InvariantCulture, out var value)) Number(variable, value);
        else Refuse(variable, AnswerFault.WrongType, AnswerTexts.NotNumber);
    }

    /// <summary>Line ends become one form; what steers the display instead of saying something is left out; blank = none.</summary>
    public void Text(Variable variable, string typed)
    {
        var isLong = variable.Kind == ItemKind.LongText;
        var text = Plain(typed, isLong);
        if (text.Length == 0) return;
        var most = (int)Math.Min(variable.Item.Most ?? (isLong ? LongText : ShortText), int.MaxValue);
        if (text.Length > most) Refuse(variable, AnswerFault.TooLong, AnswerTexts.TooLong(most, text.Length));
        else Sheet[variable.Index] = Answer.Text(text);
    }

    internal static string Plain(string typed, bool keepsLines)
    {
        if (!typed.AsSpan().ContainsAny(Steering)) return typed.Trim();
        Span<char> kept = typed.Length <= 512 ? stackalloc char[typed.Length] : new char[typed.Length];
        var length = 0;
        for (var at = 0; at < typed.Length; at++)
        {
            var c = typed[at];
            if (c == '\r') c = at + 1 < typed.Length && typed[at + 1] == '\n' ? '\0' : '\n';
            if (c == '\t' || (c == '\n' && !keepsLines)) c = ' ';
            if (c == '\n' || !Steering.Contains(c)) kept[length++] = c;
        }
        return new string(kept[..length].Trim());
    }

    /// <summary>Control characters, and the marks that turn the direction of writing.</summary>
    private static readonly System.Buffers.SearchValues<char> Steering = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Concat(Enumerable.Range(0x2028, 7)).Concat(Enumerable.Range(0x2066, 4)).Append(0xFEFF).Select(c => (char)c)]);
}
