using System.Buffers;
using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Core.Surveys.Results;

namespace Junheng.Bench;

/// <summary>A seeded survey of the size of a district: eight classes, 160 schools in 16 towns, 40 items.</summary>
internal static class SurveysData
{
    private const int Schools = 160, Towns = 16;

    private static readonly string[] Classes = ["head", "teacher", "student", "parent", "congress", "cppcc", "town", "committee"];
    private static readonly Option[] Scale = [.. Enumerable.Range(1, 5).Select(n => new Option($"{n}", $"O{n}") { Score = n }), new("9", "O9", Apart: true)];

    public static readonly Questionnaire Questionnaire = new("bench", SurveysTexts.Title, 1, "", [.. Classes.Select(c => new RespondentClass(c, c))],
    [
        new("", [
            new Item("M", ItemKind.Matrix, "M") { Options = Scale, Rows = [.. Enumerable.Range(1, 20).Select(n => new MatrixRow($"M{n}", $"M{n}"))] },
            .. Enumerable.Range(1, 13).Select(n => new Item($"Q{n}", ItemKind.Single, $"Q{n}") { Options = Scale }),
            .. Enumerable.Range(1, 3).Select(n => new Item($"C{n}", ItemKind.Multiple, $"C{n}") { Options = Scale }),
            new Item("S1", ItemKind.Scale, "S1"), new Item("N1", ItemKind.Number, "N1"), new Item("R1", ItemKind.Ranking, "R1") { Options = Scale, Most = 3 }, new Item("T1", ItemKind.LongText, "T1"),
        ]),
    ])
    {
        Validity = new(0.5, Pace.VeryFast, true),
        Figures = [.. Enumerable.Range(1, 5).Select(n => new SatisfactionFigure($"f{n}", $"F{n}", [$"Q{n}", $"Q{n + 5}"], ["4", "5"]) { Threshold = 0.85, Combination = (Combination)(n % 3), Weights = n % 3 == 1 ? Classes.ToDictionary(c => c, _ => 1d) : new Dictionary<string, double>() })],
    };

    public static IReadOnlyList<FrameCell> Frame()
    {
        var cells = new List<FrameCell>();
        foreach (var each in new[] { (Class: "teacher", Size: 60), (Class: "student", Size: 400), (Class: "parent", Size: 500) })
        {
            for (var school = 1; school <= Schools; school++)
                cells.Add(new(cells.Count + 1, each.Class, SurveysTexts.School(school), SurveysTexts.Town(school % Towns), each.Size, cells.Count + 1));
        }
        foreach (var each in Classes.Except(["teacher", "student", "parent"])) cells.Add(new(cells.Count + 1, each, SurveysTexts.District, "", each == "head" ? Schools : 60, cells.Count + 1));
        return cells;
    }

    public static IEnumerable<StoredAnswer> Answers(int count)
    {
        var (random, cells, buffer) = (new Random(20261122), Frame(), new ArrayBufferWriter<byte>(256));
        var variables = Questionnaire.Variables;
        for (var number = 0; number < count; number++)
        {
            var sheet = new AnswerSheet(Questionnaire);
            var level = random.Next(3);
            foreach (var variable in variables) sheet[variable.Index] = random.Next(20) == 0 ? default : Answered(variable, level, random);
            buffer.ResetWrittenCount();
            AnswerCode.Write(sheet, buffer);
            // Unevenly: some schools fall below what may be shown.
            var cell = (int)(cells.Count * Math.Pow(random.NextDouble(), 1.5));
            yield return new(cells[cell].Number, (Pace)random.Next(1, 8), buffer.WrittenSpan.ToArray());
        }
    }

    private static Answer Answered(Variable variable, int level, Random random) => variable.Kind switch
    {
        ItemKind.Single => Answer.Option(random.Next(25) == 0 ? 5 : Math.Clamp(level + random.Next(4), 0, 4)),
        ItemKind.Multiple => Answer.Options((ulong)random.Next(1, 63)),
        ItemKind.Scale => Answer.Number(random.Next(11)),
        ItemKind.Number => Answer.Number(random.Next(1000) / 10d),
        ItemKind.Ranking => Answer.Ranking([level, level + 1, level + 3]),
        _ => random.Next(4) > 0 ? default : Answer.Text(Pick(SurveysTexts.Begins, random) + Pick(SurveysTexts.Subjects, random) + Pick(SurveysTexts.Ends, random) + Pick(SurveysTexts.Asides, random)),
    };

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];
}
