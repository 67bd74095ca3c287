using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Core.Surveys.Results;

/// <summary>Whether an answer is 有效 by the declared rule, and the flags that are counted either way.</summary>
internal sealed class SheetRule
{
    private const int ShortestLine = 8;

    private readonly Validity validity;
    private readonly AnswerRow row;
    private readonly Dictionary<string, (int[] Always, int[] Conditional)> asked = [];
    private readonly int[] rows;
    private readonly Conditions? conditions;

    public SheetRule(Questionnaire questionnaire, AnswerRow row)
    {
        (validity, this.row) = (questionnaire.Validity, row);
        foreach (var each in questionnaire.Classes)
        {
            var mine = questionnaire.Variables.Where(v => v.AskedOf(each.Key)).ToLookup(v => v.Item.ShowIf is null, v => v.Index);
            asked[each.Key] = ([.. mine[true]], [.. mine[false]]);
        }
        if (validity.AnsweredShare > 0 && questionnaire.Items.Any(i => i.ShowIf is not null)) conditions = Conditions.Compile(questionnaire);
        rows = [.. questionnaire.Variables.Where(v => v.Row is not null).Select(v => v.Index)];
    }

    /// <param name="bytes">What the row was read from.</param>
    public bool Counts(Atom atom, Pace pace, ReadOnlySpan<byte> bytes)
    {
        if (pace != Pace.Unknown)
        {
            atom.PaceKnown++;
            if (pace <= Pace.VeryFast) atom.Speeders++;
        }
        var straight = Straight(atom);
        if (validity.AnsweredShare > 0 && TooEmpty(atom, bytes)) atom.TooEmpty++;
        else if (pace != Pace.Unknown && pace < validity.LeastPace) atom.TooFast++;
        else if (straight && validity.ExcludesStraightLines) atom.StraightExcluded++;
        else return true;
        return false;
    }

    private bool TooEmpty(Atom atom, ReadOnlySpan<byte> bytes)
    {
        if (!asked.TryGetValue(atom.Class, out var mine)) return false;
        var (shown, answered) = (mine.Always.Length, 0);
        foreach (var at in mine.Always) if (row.Codes[at] != 0) answered++;
        if (conditions is not null && mine.Conditional.Length > 0)
        {
            var sheet = AnswerCode.Read(conditions.Questionnaire, bytes);
            foreach (var at in mine.Conditional)
            {
                if (!conditions.Shown(at, sheet)) continue;
                shown++;
                if (row.Codes[at] != 0) answered++;
            }
        }
        return shown > 0 && answered < validity.AnsweredShare * shown;
    }

    private bool Straight(Atom atom)
    {
        var (answered, first, equal) = (0, (byte)0, true);
        foreach (var at in rows)
        {
            var code = row.Codes[at];
            if (code == 0) continue;
            if (answered++ == 0) first = code;
            else equal &= code == first;
        }
        if (answered < ShortestLine) return false;
        atom.StraightOf++;
        if (equal) atom.StraightLines++;
        return equal;
    }
}
