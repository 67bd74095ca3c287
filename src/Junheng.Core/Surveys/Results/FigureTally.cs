using System.Globalization;
using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Core.Surveys.Results;

/// <summary>Satisfied and other answers of a figure, by stored cell.</summary>
internal sealed class FigureTally
{
    private enum Part : byte { Leaves, Other, Positive, Apart }

    private readonly int[] variables;
    private readonly Part[][] parts;
    private readonly ulong[] positive;
    private readonly bool[] counted;
    private readonly bool apartLeaves;

    public FigureTally(Questionnaire questionnaire, SatisfactionFigure figure, IReadOnlyList<Shape> shapes, IReadOnlyList<Atom> atoms)
    {
        Figure = figure;
        apartLeaves = figure.ApartLeaves;
        variables = [.. figure.Variables.Select(code => questionnaire.Find(code) ?? throw new ArgumentException($"A figure names {code}, which the questionnaire lacks."))];
        parts = [.. variables.Select(at => PartsOf(questionnaire.Variables[at], shapes[at], figure))];
        positive = [.. parts.Select(p => p.Skip(1).Take(64).Select((part, bit) => part == Part.Positive ? 1ul << bit : 0).Aggregate(0ul, (a, b) => a | b))];
        counted = [.. atoms.Select(a => figure.Classes.Count == 0 || figure.Classes.Contains(a.Class))];
        Sums = new FigureSums[atoms.Count];
    }

    public SatisfactionFigure Figure { get; }
    public IReadOnlyList<int> Variables => variables;
    public FigureSums[] Sums { get; }

    public bool Counts(int atom) => counted[atom];

    public void Add(AnswerRow row, int atom)
    {
        if (!counted[atom]) return;
        var (satisfied, answers, apart) = (0, 0, 0);
        for (var at = 0; at < variables.Length; at++)
        {
            var code = row.Codes[variables[at]];
            if (code == 0) continue;
            var part = code != AnswerRow.Other ? parts[at][code] : (row.Sets[variables[at]] & positive[at]) != 0 ? Part.Positive : Part.Other;
            if (part == Part.Apart)
            {
                apart++;
                if (apartLeaves) continue;
            }
            answers++;
            if (part == Part.Positive) satisfied++;
        }
        Sums[atom].Add(satisfied, answers, apart);
    }

    private static Part[] PartsOf(Variable variable, Shape shape, SatisfactionFigure figure)
    {
        var parts = new Part[shape.Slots + 1];
        for (var slot = 0; slot < shape.Slots; slot++)
        {
            var (code, apart) = shape.Kind == ItemKind.Scale
                ? ((shape.Least + slot).ToString(CultureInfo.InvariantCulture), false)
                : slot < variable.Options.Count ? (variable.Options[slot].Code, variable.Options[slot].Apart) : ("", false);
            parts[slot + 1] = figure.Positive.Contains(code) ? Part.Positive : apart ? Part.Apart : Part.Other;
        }
        return parts;
    }
}

/// <summary>What the variance of a ratio needs: answers of one respondent belong together.</summary>
internal struct FigureSums
{
    public int Respondents, Satisfied, Answers, Apart;
    private long satisfiedSquared, answersSquared, product;

    public void Add(int satisfied, int answers, int apart)
    {
        Apart += apart;
        if (answers == 0) return;
        Respondents++;
        Satisfied += satisfied;
        Answers += answers;
        satisfiedSquared += satisfied * satisfied;
        answersSquared += answers * answers;
        product += satisfied * answers;
    }

    public void Add(in FigureSums other)
    {
        Respondents += other.Respondents;
        Satisfied += other.Satisfied;
        Answers += other.Answers;
        Apart += other.Apart;
        satisfiedSquared += other.satisfiedSquared;
        answersSquared += other.answersSquared;
        product += other.product;
    }

    public readonly double Share => Answers == 0 ? double.NaN : (double)Satisfied / Answers;

    /// <summary>
    /// Answers of a simple sample that would be as exact: the linearised variance of a ratio (Cochran 1977, 6.4) against p(1−p). One answer each
    /// gives the respondents back; items that move together give little more than that.
    /// </summary>
    public readonly double Effective
    {
        get
        {
            if (Answers == Respondents) return Respondents;
            var share = Share;
            var squares = satisfiedSquared - 2 * share * product + share * share * answersSquared;
            var simple = share * (1 - share);
            if (simple == 0 || squares <= 0) return Respondents;
            return Math.Min(Answers, simple * Answers * Answers / squares);
        }
    }
}
