using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Junheng.Core.Indicators.Language;
using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Tests.Core.Surveys.Questionnaires;

namespace Junheng.Tests.Core.Surveys.Answers;

public sealed class AnswerReaderTests
{
    private static readonly Option[] Levels = [new("5", "很满意"), new("4", "满意"), new("9", "不清楚", true)];
    private static readonly Questionnaire Sample = new("sample", "样卷", 1, "", [new("student", "学生"), new("parent", "家长")],
    [
        new("", [
            new("A1", ItemKind.Single, "满意吗") { Options = Levels, Required = true },
            new("M1", ItemKind.Multiple, "喜欢哪些") { Options = [.. "abcd".Select(c => new Option($"{c}", $"{c}"))], Least = 2, Most = 3 },
            new("T1", ItemKind.ShortText, "班级"),
            new("S1", ItemKind.Scale, "打分"),
            new("R1", ItemKind.Ranking, "排序") { Options = [.. "abc".Select(c => new Option($"{c}", $"{c}"))], Most = 2 },
            new("N1", ItemKind.Number, "小时") { Least = 0, Most = 24, Decimals = 1 },
            new("X", ItemKind.Matrix, "各方面") { Options = Levels, Rows = [new("X1", "教学"), new("X2", "食堂") { Classes = ["student"] }] },
            new("L1", ItemKind.LongText, "为什么") { ShowIf = Parser.Read("A1 = 9"), Required = true },
            new("P1", ItemKind.Single, "家长题") { Options = Levels, Classes = ["parent"] },
        ]),
    ]);

    private static readonly AnswerReader Student = new(Sample, "student", Conditions.Compile(Sample));

    [Fact]
    public void A_complete_body_is_read_into_its_variables()
    {
        var read = Read("""{"ballot":"b","answers":{"A1":"5","M1":["a","d"],"T1":" 三班\t","S1":8,"R1":["b","a"],"N1":1.5,"X1":"4","X2":"9","L1":"not asked"}}""");
        Assert.Empty(read.Problems);
        var sheet = read.Sheet;
        Assert.Equal((0, 0b1001UL, "三班", 8.0, "\u0001\0", 1.5), (sheet["A1"].Choice, sheet["M1"].Set, sheet["T1"].Words, sheet["S1"].Value, sheet["R1"].Words, sheet["N1"].Value));
        Assert.Equal((1, 2, false), (sheet["X1"].Choice, sheet["X2"].Choice, sheet["L1"].IsGiven));
        Assert.Equal("b", AnswerReader.BallotOf("""{"answers":{"A1":[{}]},"ballot":"b"}"""u8));
    }

    [Theory]
    [InlineData("A1", "7", AnswerFault.UnknownOption)]
    [InlineData("A1", 5, AnswerFault.WrongType)]
    [InlineData("A1", new[] { "5" }, AnswerFault.WrongType)]
    [InlineData("M1", "a", AnswerFault.WrongType)]
    [InlineData("M1", new[] { "a", "z" }, AnswerFault.UnknownOption)]
    [InlineData("M1", new[] { "a", "a" }, AnswerFault.Twice)]
    [InlineData("M1", new[] { "a" }, AnswerFault.TooFew)]
    [InlineData("M1", new[] { "a", "b", "c", "d" }, AnswerFault.TooMany)]
    [InlineData("M1", new[] { 1, 2 }, AnswerFault.WrongType)]
    [InlineData("T1", 12, AnswerFault.WrongType)]
    [InlineData("S1", "8", AnswerFault.WrongType)]
    [InlineData("S1", 8.5, AnswerFault.TooFine)]
    [InlineData("S1", -1, AnswerFault.TooSmall)]
    [InlineData("S1", 11, AnswerFault.TooLarge)]
    [InlineData("N1", 24.01, AnswerFault.TooLarge)]
    [InlineData("N1", 0.25, AnswerFault.TooFine)]
    [InlineData("N1", true, AnswerFault.WrongType)]
    [InlineData("R1", new[] { "a" }, AnswerFault.TooFew)]
    [InlineData("R1", new[] { "a", "b", "c" }, AnswerFault.TooMany)]
    [InlineData("X1", "", AnswerFault.UnknownOption)]
    public void A_wrong_value_is_refused_at_its_question(string code, object value, AnswerFault fault)
    {
        var answers = new Dictionary<string, object> { ["A1"] = "5", [code] = value };
        var problem = Assert.Single(Read(JsonSerializer.Serialize(new { ballot = "", answers })).Problems);
        Assert.Equal((code, fault), (problem.Code, problem.Fault));
        Assert.NotEmpty(problem.Message);
    }

    [Fact]
    public void Texts_beyond_their_limit_are_refused_and_say_by_how_much()
    {
        Assert.Empty(Read($$$"""{"answers":{"A1":"5","T1":"{{{new string('字', 100)}}}"}}""").Problems);
        var problem = Assert.Single(Read($$$"""{"answers":{"A1":"5","T1":"{{{new string('字', 101)}}}"}}""").Problems);
        Assert.Equal(AnswerFault.TooLong, problem.Fault);
        Assert.Contains("101", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_must_be_answered_is_asked_for_only_where_it_is_shown()
    {
        Assert.Equal([("A1", AnswerFault.Missing)], Faults(Read("""{"answers":{}}""")));
        Assert.Equal([("L1", AnswerFault.Missing)], Faults(Read("""{"answers":{"A1":"9","L1":" \n "}}""")));
        Assert.Empty(Faults(Read("""{"answers":{"A1":"5","L1":123}}""")));
    }

    [Theory]
    [InlineData("""{"answers":{"A1":"5","Z9":"1"}}""")]
    [InlineData("""{"answers":{"A1":"5","P1":"5"}}""")]
    [InlineData("""{"answers":{"A1":"5","":null}}""")]
    public void Codes_that_are_not_asked_of_the_class_are_refused(string json) => Assert.Equal([("", AnswerFault.UnknownItem)], Faults(Read(json)));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"answers":[]}""")]
    [InlineData("""{"answers":{"A1":"5"}""")]
    [InlineData("""{"answers":{"A1":"5"}} x""")]
    [InlineData("""{"answers":{"A1":"5"},"answers":{}}""")]
    [InlineData("""{"answers":{"A1":"5"},"ballot":1}""")]
    [InlineData("""{"answers":{"A1":"5"},"time":"now"}""")]
    [InlineData("""{"answers":{"A1":"5","A1":"4"}}""")]
    [InlineData("""{"answers":{"T1":"\ud800"}}""")]
    [InlineData("""{"answers":{"T1":[[[[[[[[]]]]]]]]}}""")]
    public void What_is_no_answer_sheet_is_malformed(string json) => Assert.True(Read(json).IsMalformed);

    [Fact]
    public void Text_is_kept_as_text_whatever_it_looks_like()
    {
        const string script = "<script>alert(1)</script>\"'; DROP TABLE answers;--";
        Assert.Equal(script, Read(new JsonObject { ["answers"] = new JsonObject { ["A1"] = "9", ["L1"] = script } }.ToJsonString()).Sheet["L1"].Words);
        Assert.Equal("一\n二 三四", Read("""{"answers":{"A1":"9","L1":"一\r\n二\t三\u0000\u202e四\u0007"}}""").Sheet["L1"].Words);
    }

    [Fact]
    public void Forms_take_numbers_as_people_type_them()
    {
        var read = Student.ReadForm([new("A1", "5"), new("S1", " ８　"), new("N1", "１．５"), new("R1", ""), new("R1", "")]);
        Assert.Equal((8.0, 1.5, false, 0), (read.Sheet["S1"].Value, read.Sheet["N1"].Value, read.Sheet["R1"].IsGiven, read.Problems.Count));
        Assert.Equal([("N1", AnswerFault.WrongType)], Faults(Student.ReadForm([new("A1", "5"), new("N1", "两个")])));
        Assert.Equal([("A1", AnswerFault.Twice)], Faults(Student.ReadForm([new("A1", "5"), new("A1", "4")])));
    }

    [Fact]
    public void A_body_and_a_form_of_the_same_answers_read_alike_and_what_was_read_reads_again() => Prop.ForAll(Seeds, seed =>
    {
        var questionnaire = Generated.Of(seed);
        var reader = new AnswerReader(questionnaire, "student", Conditions.Compile(questionnaire));
        var sent = Generated.Sheet(questionnaire, new(seed));
        var (body, form) = (reader.ReadJson(Json(sent)), reader.ReadForm(Fields(sent)));
        Assert.Equal(Bytes(body), Bytes(form));
        Assert.Equal(body.Problems, form.Problems);
        foreach (var variable in questionnaire.Variables)
            Assert.True(!body.Sheet[variable.Index].IsGiven || body.Sheet[variable.Index] == sent[variable.Index]);
        var again = reader.ReadJson(Json(body.Sheet));
        Assert.Equal(Bytes(body), Bytes(again));
        Assert.All(again.Problems, p => Assert.Equal(AnswerFault.Missing, p.Fault));
        Assert.Equal(Bytes(body), AnswerCode.ToBytes(AnswerCode.Read(questionnaire, Bytes(body))));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Junk_is_refused_and_nothing_is_thrown() => Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        var questionnaire = Generated.Of(seed);
        var reader = new AnswerReader(questionnaire, "student", Conditions.Compile(questionnaire));
        var body = Json(Generated.Sheet(questionnaire, random));
        for (var hit = random.Next(1, 6); hit > 0; hit--)
        {
            if (random.Next(3) == 0) body = [.. body.Take(random.Next(body.Length + 1))];
            else if (body.Length > 0) body[random.Next(body.Length)] = (byte)(random.Next(2) == 0 ? random.Next(256) : "{}[]\",:\\u0019e"[random.Next(13)]);
        }
        var read = reader.ReadJson(body);
        Assert.All(read.Problems, p => Assert.NotEmpty(p.Message));
        _ = AnswerReader.BallotOf(body);
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<int> Seeds => Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    private static AnswerInput Read(string json) => Student.ReadJson(Encoding.UTF8.GetBytes(json));

    private static (string, AnswerFault)[] Faults(AnswerInput read) => [.. read.Problems.Select(p => (p.Code, p.Fault))];

    private static byte[] Bytes(AnswerInput read) => AnswerCode.ToBytes(read.Sheet);

    private static byte[] Json(AnswerSheet sheet)
    {
        var answers = new JsonObject();
        foreach (var (variable, codes) in Given(sheet))
            answers[variable.Code] = variable.Kind switch
            {
                ItemKind.Multiple or ItemKind.Ranking => new JsonArray([.. codes.Select(c => (JsonNode)c)]),
                ItemKind.Number or ItemKind.Scale => sheet[variable.Index].Value,
                _ => codes[0],
            };
        var body = new JsonObject { ["ballot"] = "x", ["answers"] = answers };
        return JsonSerializer.SerializeToUtf8Bytes(body, new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static List<KeyValuePair<string, string>> Fields(AnswerSheet sheet) => [.. Given(sheet).SelectMany(g => g.Codes.Select(c => KeyValuePair.Create(g.Variable.Code, c)))];

    private static IEnumerable<(Variable Variable, string[] Codes)> Given(AnswerSheet sheet) =>
        from variable in sheet.Questionnaire.Variables
        let answer = sheet[variable.Index]
        where answer.IsGiven
        select (variable, answer.Form switch
        {
            AnswerForm.Option => [variable.Options[answer.Choice].Code],
            AnswerForm.Options => [.. variable.Options.Where((_, at) => (answer.Set & (1UL << at)) != 0).Select(o => o.Code)],
            AnswerForm.Ranking => [.. answer.Words!.Select(c => variable.Options[c].Code)],
            AnswerForm.Number => [answer.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)],
            _ => (string[])[answer.Words!],
        });
}
