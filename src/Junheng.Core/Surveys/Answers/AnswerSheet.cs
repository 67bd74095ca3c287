using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Core.Surveys.Answers;

/// <summary>What one respondent answered, by variable. It names nobody and carries no time.</summary>
/// <param name="questionnaire">The edition it belongs to.</param>
public sealed class AnswerSheet(Questionnaire questionnaire)
{
    private readonly Answer[] answers = new Answer[questionnaire.Variables.Count];

    public Questionnaire Questionnaire => questionnaire;

    /// <param name="variable">Place in <see cref="Questionnaire.Variables"/>.</param>
    public Answer this[int variable]
    {
        get => answers[variable];
        set => answers[variable] = value;
    }

    public Answer this[string code] => questionnaire.Find(code) is { } at ? answers[at] : default;
}

/// <summary>An answer to one variable; the default is none.</summary>
public readonly record struct Answer
{
    private Answer(AnswerForm form, double number, ulong set, string? text) => (Form, Value, Set, Words) = (form, number, set, text);

    public AnswerForm Form { get; }

    /// <summary>Position of the option, or the number.</summary>
    public double Value { get; }

    /// <summary>Options chosen, bit = position; at most 60 options.</summary>
    public ulong Set { get; }

    /// <summary>The text; of a ranking the positions in order of preference, one character each (<c>(char)position</c>).</summary>
    public string? Words { get; }

    public bool IsGiven => Form != AnswerForm.None;

    /// <summary>Position of the chosen option, or -1.</summary>
    public int Choice => Form == AnswerForm.Option ? (int)Value : -1;

    public static Answer Option(int position) => new(AnswerForm.Option, position, 0, null);
    public static Answer Options(ulong positions) => new(AnswerForm.Options, 0, positions, null);
    public static Answer Number(double value) => new(AnswerForm.Number, value, 0, null);
    public static Answer Text(string text) => new(AnswerForm.Text, 0, 0, text);
    public static Answer Ranking(ReadOnlySpan<int> positions)
    {
        Span<char> letters = stackalloc char[positions.Length];
        for (var at = 0; at < positions.Length; at++) letters[at] = (char)positions[at];
        return new(AnswerForm.Ranking, 0, 0, new string(letters));
    }
}

public enum AnswerForm : byte { None, Option, Options, Number, Text, Ranking }
