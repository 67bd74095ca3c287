using FsCheck;
using FsCheck.Fluent;
using Junheng.Core.Indicators;
using Junheng.Core.Indicators.Language;
using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Tests.Core.Surveys.Questionnaires;

/// <summary>Questionnaires and answers made at random from one seed, consistent by construction.</summary>
internal static class Generated
{
    private static readonly string[] Words =
        ["您对学校满意吗？", "是否", "a \"quoted\" text", "第一行\n第二行", "冒号: 与 # 号", "表情😀", "'单引号'", "- 破折号", "{花括号}", "true", "12", "很长的题面" + new string('长', 80), "null", "[x, y]"];

    public static Arbitrary<Questionnaire> Questionnaires() => Gen.Choose(0, int.MaxValue - 1).Select(Of).ToArbitrary();

    public static Questionnaire Of(int seed)
    {
        var random = new Random(seed);
        RespondentClass[] classes = [.. new[] { ("student", "学生"), ("parent", "家长"), ("teacher", "教师") }.Take(random.Next(1, 4)).Select(c => new RespondentClass(c.Item1, c.Item2))];
        var items = new List<Item>();
        for (var at = random.Next(1, 9); at > 0; at--) items.Add(NewItem(random, "Q" + (items.Count + 1), classes, items));
        var pages = new List<QuestionPage>();
        for (var at = 0; at < items.Count;)
        {
            var take = random.Next(1, items.Count - at + 1);
            pages.Add(new(random.Next(2) == 0 ? "" : Word(random), [.. items.Skip(at).Take(take)]));
            at += take;
        }
        var questionnaire = new Questionnaire("generated", Word(random), random.Next(1, 5), random.Next(2) == 0 ? "" : Word(random), classes, pages)
        {
            Source = random.Next(2) == 0 ? null : new("自拟", Certainty.Memory, new(2020, 1, 2), null, "备注"),
            Validity = new(random.Next(3) / 4.0, (Pace)random.Next(8), random.Next(2) == 0),
        };
        return questionnaire with { Figures = Figures(questionnaire, random), Quotas = random.Next(2) == 0 ? [] : Quotas(random, classes) };
    }

    /// <summary>Answers of one respondent; some to items that are not shown.</summary>
    public static AnswerSheet Sheet(Questionnaire questionnaire, Random random)
    {
        var sheet = new AnswerSheet(questionnaire);
        foreach (var variable in questionnaire.Variables)
            if (random.Next(4) > 0)
                sheet[variable.Index] = variable.Kind switch
                {
                    ItemKind.Single => Answer.Option(random.Next(variable.Options.Count)),
                    ItemKind.Multiple => Answer.Options((ulong)random.Next(1, 1 << variable.Options.Count)),
                    ItemKind.Ranking => Answer.Ranking([.. Enumerable.Range(0, variable.Options.Count).OrderBy(_ => random.Next()).Take(random.Next(1, variable.Options.Count + 1))]),
                    ItemKind.Scale or ItemKind.Number => Answer.Number(random.Next(0, 11)),
                    _ => Answer.Text("随便写写"),
                };
        return sheet;
    }

    public static void AssertSame(Questionnaire expected, Questionnaire actual)
    {
        Assert.Equal(expected.Classes, actual.Classes);
        Assert.Equal((expected.Title, expected.Edition, expected.Introduction, expected.Source, expected.Validity), (actual.Title, actual.Edition, actual.Introduction, actual.Source, actual.Validity));
        Assert.Equal(expected.Items.Select(Flat), actual.Items.Select(Flat));
        Assert.Equal(expected.Pages.Select(p => (p.Title, p.Items.Count)), actual.Pages.Select(p => (p.Title, p.Items.Count)));
        Assert.Equal(expected.Figures.Select(f => (f.Key, f.ApartLeaves, f.Combination, f.Threshold)), actual.Figures.Select(f => (f.Key, f.ApartLeaves, f.Combination, f.Threshold)));
        Assert.Equal(expected.Quotas.Select(b => (b.From, b.To, b.Wanted.Count)), actual.Quotas.Select(b => (b.From, b.To, b.Wanted.Count)));
    }

    private static string Flat(Item i) => string.Join("|", i.Code, i.Kind, i.Wording, i.Hint, i.Required, i.Shuffled, i.Least, i.Most, i.Decimals, i.LeastLabel, i.MostLabel, i.ShowIf,
        string.Join(",", i.Classes), string.Join(",", i.Wordings.OrderBy(w => w.Key)), string.Join(",", i.Options),
        string.Join(",", i.Rows.Select(r => $"{r.Code} {r.Wording} {string.Join(",", r.Classes)}{string.Join(",", r.Wordings.OrderBy(w => w.Key))}")));

    private static Item NewItem(Random random, string code, RespondentClass[] classes, List<Item> before)
    {
        var kind = (ItemKind)random.Next(9);
        var item = new Item(code, kind, Word(random)) { Hint = random.Next(3) == 0 ? Word(random) : "", Required = kind != ItemKind.Note && random.Next(2) == 0 };
        if (kind.HasOptions())
        {
            item = item with
            {
                Options = [.. Enumerable.Range(1, random.Next(2, 6)).Select(n => new Option(random.Next(2) == 0 ? n.ToString() : "x" + n, Word(random), random.Next(5) == 0) { Score = random.Next(2) == 0 ? n : null })],
                Shuffled = random.Next(2) == 0,
            };
        }
        item = kind switch
        {
            ItemKind.Matrix => item with { Rows = [.. Enumerable.Range(1, random.Next(1, 4)).Select(n => new MatrixRow($"{code}_{n}", Word(random)))] },
            ItemKind.Multiple => item with { Least = random.Next(2) == 0 ? null : 1, Most = random.Next(2) == 0 ? null : 2 },
            ItemKind.Ranking => item with { Most = random.Next(2) == 0 ? null : 2 },
            ItemKind.Scale => item with { Least = random.Next(2) == 0 ? null : 1, Most = random.Next(2) == 0 ? null : 5, LeastLabel = random.Next(2) == 0 ? "" : "很差" },
            ItemKind.Number => item with { Least = random.Next(2) == 0 ? null : -2.5, Most = random.Next(2) == 0 ? null : 99.25, Decimals = random.Next(3) },
            ItemKind.ShortText or ItemKind.LongText => item with { Most = random.Next(2) == 0 ? null : 50 },
            _ => item,
        };
        if (random.Next(2) == 0) item = item with { Wordings = new Dictionary<string, string> { [classes[random.Next(classes.Length)].Key] = Word(random) } };
        Variable[] askable = [.. new Questionnaire("g", "g", 1, "", classes, [new("", before)]).Variables];
        return askable.Length > 0 && random.Next(2) == 0 ? item with { ShowIf = Condition(random, askable, 3) } : item;
    }

    private static Expression Condition(Random random, Variable[] askable, int depth)
    {
        switch (depth == 0 ? 3 : random.Next(5))
        {
            case 0:
                return new BinaryExpression(default, Operator.And, Condition(random, askable, depth - 1), Condition(random, askable, depth - 1));
            case 1:
                return new BinaryExpression(default, Operator.Or, Condition(random, askable, depth - 1), Condition(random, askable, depth - 1));
            case 2:
                return new UnaryExpression(default, Operator.Not, Condition(random, askable, depth - 1));
        }
        var variable = askable[random.Next(askable.Length)];
        var name = new NameExpression(default, variable.Code);
        if (variable.Kind is ItemKind.Scale or ItemKind.Number && random.Next(4) > 0)
            return new BinaryExpression(default, (Operator)((int)Operator.Equal + random.Next(6)), name, new NumberLiteral(default, random.Next(0, 11), ""));
        if (!variable.Kind.HasOptions() || random.Next(4) == 0) return new CallExpression(default, "answered", default, [new(null, name)]);
        var code = new TextLiteral(default, variable.Options[random.Next(variable.Options.Count)].Code);
        return variable.Kind == ItemKind.Single && random.Next(2) == 0
            ? new BinaryExpression(default, random.Next(2) == 0 ? Operator.Equal : Operator.NotEqual, name, code)
            : new CallExpression(default, "selected", default, [new(null, name), new(null, code)]);
    }

    private static List<SatisfactionFigure> Figures(Questionnaire questionnaire, Random random) =>
    [
        .. questionnaire.Variables.Where(v => v.Kind == ItemKind.Single).Take(2).Select(v => new SatisfactionFigure("figure-" + v.Index, Word(random), [v.Code], [v.Options[0].Code])
        {
            ApartLeaves = random.Next(2) == 0,
            Threshold = random.Next(2) == 0 ? null : 0.85,
            Combination = random.Next(2) == 0 ? Combination.Weighted : Combination.Pooled,
        }).Select(f => f.Combination == Combination.Pooled ? f : f with { Weights = questionnaire.Classes.ToDictionary(c => c.Key, c => random.Next(1, 5) / 10.0) }),
    ];

    private static QuotaBand[] Quotas(Random random, RespondentClass[] classes) =>
        [new(0, 500, [new([classes[0].Key], random.Next(1, 90))]), new(500, null, [new([.. classes.Select(c => c.Key)], 100)])];

    private static string Word(Random random) => Words[random.Next(Words.Length)];
}
