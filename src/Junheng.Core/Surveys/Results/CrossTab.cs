using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Disclosures;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Core.Surveys.Statistics;

namespace Junheng.Core.Surveys.Results;

/// <summary>
/// Answers to one item by answers to another, within one class of respondents: classes do not overlap, so that no table can be taken from another. Rows and
/// columns with too few answers are empty, and so is what would give them away.
/// </summary>
/// <param name="Counts">Row by row, by slot of the first and of the second variable.</param>
/// <param name="Test">Over the whole table, hidden rows included; null where nothing may be shown.</param>
public sealed record CrossTab(Variable First, Variable Second, string Class, int Answered, IReadOnlyList<IReadOnlyList<int?>> Counts, Contingency? Test)
{
    private const int MostSlots = 20;
    private const double Whole = 1000;

    /// <summary>Single choices and short scales.</summary>
    public static bool Takes(Variable variable) => Shape.Of(variable) is { Kind: ItemKind.Single or ItemKind.Scale, Slots: <= MostSlots };

    /// <exception cref="ArgumentException">A variable that is no single choice and no short scale.</exception>
    public static CrossTab Of(Questionnaire questionnaire, IReadOnlyList<FrameCell> frame, IEnumerable<StoredAnswer> answers, string respondentClass, Variable first, Variable second, Disclosure disclosure)
    {
        if (!Takes(first) || !Takes(second)) throw new ArgumentException("Only single choices and short scales are crossed.");
        var cells = frame.Where(c => c.Class == respondentClass).Select(c => c.StoredAs).ToHashSet();
        var (row, valid) = (new AnswerRow(questionnaire), new ValidAnswers(questionnaire));
        var table = new int[Shape.Of(first).Slots][];
        for (var at = 0; at < table.Length; at++) table[at] = new int[Shape.Of(second).Slots];
        foreach (var answer in answers)
        {
            if (!cells.Contains(answer.Cell) || valid.Holds(respondentClass, answer) != true || !row.Read(answer.Bytes.Span)) continue;
            var (a, b) = (row.Codes[first.Index], row.Codes[second.Index]);
            if (a is > 0 and < AnswerRow.Other && b is > 0 and < AnswerRow.Other) table[a - 1][b - 1]++;
        }
        return Shown(new(first, second, respondentClass, table.Sum(r => r.Sum()), [], null), table, disclosure);
    }

    private static CrossTab Shown(CrossTab tab, int[][] table, Disclosure disclosure)
    {
        if (disclosure.TooFew(tab.Answered)) return tab with { Answered = 0 };
        var hiddenRow = Hidden([.. table.Select(r => r.Sum())], disclosure);
        var hiddenColumn = Hidden([.. table[0].Select((_, c) => table.Sum(r => r[c]))], disclosure);
        return tab with
        {
            Counts = [.. table.Select((r, at) => (IReadOnlyList<int?>)[.. r.Select((count, c) => hiddenRow[at] || hiddenColumn[c] ? (int?)null : count)])],
            Test = Contingency.Of(table),
        };
    }

    private static bool[] Hidden(int[] totals, Disclosure disclosure) =>
        new Suppression(disclosure, [new([.. Enumerable.Range(0, totals.Length)], Whole), .. Enumerable.Range(0, totals.Length).Select(at => new Sum([at]))]).Hide(totals)[1..];
}
