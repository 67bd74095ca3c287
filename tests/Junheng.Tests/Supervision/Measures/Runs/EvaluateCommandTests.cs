using System.Globalization;
using System.Text;
using System.Text.Json;
using Junheng.Platform.Commands;

namespace Junheng.Tests.Supervision.Measures.Runs;

/// <summary>The public contract of <c>junheng evaluate</c>, met as a caller meets it: schools and facts go in by <c>import</c>.</summary>
public sealed class EvaluateCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("junheng-evaluate-").FullName;

    /// <summary>The published worked example of five schools (生均图书; students, books), here as 教学仪器设备值. Weighted 0.515257 fails 0.50, unweighted 0.488771 would pass.</summary>
    private static readonly (int Students, int Value)[] Published = [(45, 279), (37, 137), (89, 935), (76, 160), (55, 402)];

    [Fact]
    public async Task The_published_five_schools_fail_by_the_weighted_coefficient_that_the_unweighted_would_let_pass()
    {
        await LayPublished();
        var answer = await Evaluate("quality-balance", "--period", "2023");
        var spread = answer.GetProperty("dispersion").EnumerateArray().Single(d => Text(d, "indicator") == "L6");
        Assert.Equal("primary", Text(spread, "stage"));
        Assert.Equal(5, spread.GetProperty("schools").GetInt32());
        Assert.Equal(1913.0 / 302, spread.GetProperty("mean").GetDouble(), 12);
        Assert.Equal(0.515257, spread.GetProperty("cv").GetDouble(), 6);
        Assert.Equal(0.488771, spread.GetProperty("unweighted").GetDouble(), 6);
        Assert.Equal(0.5, spread.GetProperty("limit").GetDouble());
        Assert.Equal("fails", Text(spread, "verdict"));
    }

    [Fact]
    public async Task The_answer_has_every_field_of_the_contract_and_unknown_is_null()
    {
        await LayPublished();
        var answer = await Evaluate("quality-balance", "--period", "2023", "--org", "DISTRICT");
        Assert.Equal(("quality-balance", "2023", "DISTRICT", "fails"), (Text(answer, "pack"), Text(answer, "period"), Text(answer, "org"), Text(answer, "verdict")));
        var school = answer.GetProperty("schools").EnumerateArray().First();
        Assert.Equal(("3131000001", "primary"), (Text(school, "code"), Text(school, "stage")));
        Assert.Equal(279.0 / 45, school.GetProperty("values").GetProperty("L6").GetDouble(), 12);
        Assert.Equal(JsonValueKind.Null, school.GetProperty("values").GetProperty("L1").ValueKind);
        Assert.Equal(0, school.GetProperty("met").GetInt32());
        Assert.Equal("L6", Assert.Single(school.GetProperty("belowFloor").EnumerateArray()).GetString());
        Assert.Contains(Text(school, "verdict"), new[] { "fails", "unknown" });
        var unknown = answer.GetProperty("dispersion").EnumerateArray().First(d => Text(d, "indicator") == "L1");
        Assert.All(new[] { "mean", "sd", "cv" }, field => Assert.Equal(JsonValueKind.Null, unknown.GetProperty(field).ValueKind));
        Assert.All(answer.GetProperty("criteria").EnumerateArray(), c =>
        {
            Assert.All(new[] { "key", "name", "verdict", "source" }, field => Assert.NotEmpty(Text(c, field)));
            Assert.All(new[] { "value", "threshold" }, field => Assert.True(c.TryGetProperty(field, out _)));
        });
        Assert.Contains(answer.GetProperty("criteria").EnumerateArray(), c => c.GetProperty("threshold").GetString() == "≥ 85");
    }

    [Fact]
    public async Task A_period_without_data_is_unknown_and_no_error()
    {
        await LayPublished();
        Assert.Equal("unknown", Text(await Evaluate("quality-balance", "--period", "2019"), "verdict"));
    }

    [Fact]
    public async Task For_people_it_says_verdict_coefficient_and_limit()
    {
        await LayPublished();
        var (code, output, _) = await Run("evaluate", "quality-balance", "--period", "2023");
        Assert.Equal(0, code);
        Assert.Contains("义务教育优质均衡：未达标", output);
        Assert.Contains("[未达标] 小学 L6 差异系数 0.5153", output);
    }

    [Theory]
    [InlineData(2, "没有“nothing”这项标准", "nothing", "--period", "2023")]
    [InlineData(2, "看不懂时期“soon”", "quality-balance", "--period", "soon")]
    [InlineData(2, "--period", "quality-balance")]
    [InlineData(2, "哪一项标准", "--period", "2023")]
    [InlineData(1, "找不到代码为“NOWHERE”的单位", "quality-balance", "--period", "2023", "--org", "NOWHERE")]
    [InlineData(1, "不是区", "quality-balance", "--period", "2023", "--org", "3131000001")]
    public async Task What_cannot_be_evaluated_is_said_on_stderr(int expected, string says, params string[] words)
    {
        await LayPublished();
        var (code, output, error) = await Run(["evaluate", .. words]);
        Assert.Equal((expected, ""), (code, output));
        Assert.Contains(says, error);
    }

    [Fact]
    public async Task Of_several_districts_one_must_be_named_and_is_computed_by_itself()
    {
        await Import("schools", "code,name,stages,nature,town,group,latitude,longitude,district\n1001,一小,primary,public,,,,,甲区\n1002,二小,primary,public,,,,,乙区\n1003,三小,primary,public,,,,,乙区\n");
        await Import("facts", "code,stage,element,period,value\n" + string.Concat(new[] { (1001, 100, 300000), (1002, 100, 100000), (1003, 300, 900000) }
            .Select(f => $"{f.Item1},primary,students,2023,{f.Item2}\n{f.Item1},primary,equipment_value,2023,{f.Item3}\n")));
        var (code, output, error) = await Run("evaluate", "quality-balance", "--period", "2023", "--json");
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("--org", error);
        var answer = await Evaluate("quality-balance", "--period", "2023", "--org", "乙区");
        Assert.Equal(2, answer.GetProperty("schools").GetArrayLength());
        var spread = answer.GetProperty("dispersion").EnumerateArray().Single(d => Text(d, "indicator") == "L6");
        Assert.Equal(Math.Sqrt(750000) / 2500, spread.GetProperty("cv").GetDouble(), 12);
    }

    [Fact]
    public async Task A_missing_database_is_refused_and_not_made()
    {
        var (code, _, error) = await Run("evaluate", "quality-balance", "--period", "2023");
        Assert.Equal(1, code);
        Assert.NotEmpty(error);
        Assert.False(File.Exists(Target));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Target => Path.Combine(folder, "x.sqlite");

    private async Task LayPublished()
    {
        var schools = new StringBuilder("code,name,stages,nature,town,group,latitude,longitude\n");
        var facts = new StringBuilder("code,stage,element,period,value\n");
        for (var i = 0; i < Published.Length; i++)
        {
            schools.Append(CultureInfo.InvariantCulture, $"313100000{i + 1},第{i + 1}小学,primary,public,,,,\n");
            facts.Append(CultureInfo.InvariantCulture, $"313100000{i + 1},primary,students,2023,{Published[i].Students}\n313100000{i + 1},primary,equipment_value,2023,{Published[i].Value}\n");
        }
        await Import("schools", schools.ToString());
        await Import("facts", facts.ToString());
    }

    private async Task Import(string kind, string csv)
    {
        var file = Path.Combine(folder, kind + ".csv");
        await File.WriteAllTextAsync(file, csv);
        Assert.Equal(0, (await Run("import", kind, file)).Code);
    }

    private async Task<JsonElement> Evaluate(params string[] words)
    {
        var (code, output, error) = await Run(["evaluate", .. words, "--json"]);
        Assert.True(code == 0, error);
        return JsonDocument.Parse(output).RootElement.Clone();
    }

    private async Task<(int Code, string Output, string Error)> Run(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.Run([.. words, "--db", Target, "--data", folder], new Terminal(output, error));
        return (code, output.ToString(), error.ToString());
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
