using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Core.Surveys.Results;

/// <summary>Tells of single answers whether the declared rule counts them, as the results did. Not for several threads.</summary>
public sealed class ValidAnswers
{
    private readonly AnswerRow row;
    private readonly SheetRule rule;
    private readonly Dictionary<string, Atom> atoms = [];

    public ValidAnswers(Questionnaire questionnaire)
    {
        row = new(questionnaire);
        rule = new(questionnaire, row);
    }

    /// <returns>Null when the bytes do not belong to the questionnaire's edition.</returns>
    public bool? Holds(string respondentClass, StoredAnswer answer)
    {
        if (!row.Read(answer.Bytes.Span)) return null;
        if (!atoms.TryGetValue(respondentClass, out var atom)) atoms[respondentClass] = atom = new(0, [new(0, respondentClass, "", "", null, 0)]);
        return rule.Counts(atom, answer.Pace, answer.Bytes.Span);
    }
}
