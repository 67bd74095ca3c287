using System.Globalization;
using System.Text;
using System.Text.Json;
using Junheng.Platform.Commands;

namespace Junheng.Tests.Supervision.Measures.Balance;

/// <summary>The public contract of <c>junheng balance</c>, met as a caller meets it.</summary>
public sealed class BalanceCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("junheng-balance-").FullName;

    /// <summary>Students, backbone teachers and square metres of teaching rooms.</summary>
    private static readonly (int Students, int Backbone, int Area)[] Schools = [(1000, 30, 9000), (900, 24, 8100), (1100, 4, 2300), (800, 2, 2100), (700, 6, 6300)];

    [Fact]
    public async Task The_moves_bring_the_dispersion_under_its_limit_and_cost_what_they_count()
    {
        await Lay();
        var answer = await Balance("quality-balance", "L2", "--stage", "primary", "--period", "2023");
        Assert.Equal(("L2", "primary", "optimal"), (Text(answer, "indicator"), Text(answer, "stage"), Text(answer, "status")));
        Assert.Equal(0.5, answer.GetProperty("limit").GetDouble());
        var backbone = Schools.Select(school => (double)school.Backbone).ToArray();
        Assert.Equal(Cv(backbone), answer.GetProperty("before").GetDouble(), 12);
        foreach (var move in answer.GetProperty("moves").EnumerateArray())
        {
            Assert.Equal("teachers_backbone", Text(move, "element"));
            backbone[Index(Text(move, "from"))] -= move.GetProperty("count").GetInt32();
            backbone[Index(Text(move, "to"))] += move.GetProperty("count").GetInt32();
        }

        Assert.Equal(Cv(backbone), answer.GetProperty("after").GetDouble(), 12);
        Assert.True(Cv(backbone) <= 0.5);
        var cost = answer.GetProperty("cost").GetInt32();
        Assert.Equal(answer.GetProperty("moves").EnumerateArray().Sum(move => move.GetProperty("count").GetInt32()), cost);
        Assert.Equal(cost, answer.GetProperty("bound").GetDouble());
    }

    [Fact]
    public async Task What_meets_already_costs_nothing()
    {
        await Lay();
        var answer = await Balance("quality-balance", "L1", "--stage", "primary", "--period", "2023");
        Assert.Equal(("optimal", 0, 0.0), (Text(answer, "status"), answer.GetProperty("cost").GetInt32(), answer.GetProperty("bound").GetDouble()));
        Assert.Empty(answer.GetProperty("moves").EnumerateArray());
    }

    [Fact]
    public async Task Rooms_do_not_move_and_the_alternatives_say_what_to_build()
    {
        await Lay();
        var answer = await Balance("quality-balance", "L4", "--stage", "primary", "--period", "2023");
        Assert.Equal(("infeasible", JsonValueKind.Null), (Text(answer, "status"), answer.GetProperty("bound").ValueKind));
        Assert.Empty(answer.GetProperty("moves").EnumerateArray());
        var build = answer.GetProperty("alternatives").EnumerateArray().Single(plan => Text(plan, "means") == "add");
        Assert.True(build.GetProperty("reached").GetBoolean());
        Assert.All(build.GetProperty("moves").EnumerateArray(), move => Assert.Equal(JsonValueKind.Null, move.GetProperty("from").ValueKind));
    }

    [Fact]
    public async Task For_people_it_says_that_it_is_no_order_and_names_schools()
    {
        await Lay();
        var (code, output, _) = await Run("balance", "quality-balance", "L2", "--stage", "primary", "--period", "2023", "--max-in", "6");
        Assert.Equal(0, code);
        Assert.StartsWith("测算参考，不作为人员调配依据", output);
        Assert.Contains("第1小学 →", output);
    }

    [Theory]
    [InlineData(2, "请写明标准和指标", "quality-balance", "--stage", "primary", "--period", "2023")]
    [InlineData(2, "--stage", "quality-balance", "L2", "--period", "2023")]
    [InlineData(2, "不小于零的整数", "quality-balance", "L2", "--stage", "primary", "--period", "2023", "--quota", "-3")]
    [InlineData(2, "没有“nothing”", "nothing", "L2", "--stage", "primary", "--period", "2023")]
    [InlineData(1, "没有给这个指标", "quality-balance", "L9", "--stage", "primary", "--period", "2023")]
    [InlineData(1, "缺数据", "quality-balance", "L3", "--stage", "primary", "--period", "2023")]
    public async Task What_cannot_be_computed_is_said_on_stderr(int expected, string says, params string[] words)
    {
        await Lay();
        var (code, output, error) = await Run(["balance", .. words]);
        Assert.Equal((expected, ""), (code, output));
        Assert.Contains(says, error);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static int Index(string code) => code[^1] - '1';

    private static double Cv(double[] amounts)
    {
        var students = Schools.Sum(school => school.Students);
        var mean = amounts.Sum() / students;
        return Math.Sqrt(amounts.Select((amount, i) => (double)Schools[i].Students / students * Math.Pow((amount / Schools[i].Students) - mean, 2)).Sum()) / mean;
    }

    private async Task Lay()
    {
        var schools = new StringBuilder("code,name,stages,nature,town,group,latitude,longitude\n");
        var facts = new StringBuilder("code,stage,element,period,value\n");
        foreach (var (index, school) in Schools.Index())
        {
            var code = $"313100000{index + 1}";
            schools.Append(CultureInfo.InvariantCulture, $"{code},第{index + 1}小学,primary,public,,,,\n");
            foreach (var (element, value) in new[] { ("students", school.Students), ("teachers_backbone", school.Backbone), ("teachers_above_required", school.Students / 20) })
                facts.Append(CultureInfo.InvariantCulture, $"{code},primary,{element},2023,{value}\n");
            facts.Append(CultureInfo.InvariantCulture, $"{code},,area_teaching,2023,{school.Area}\n{code},,area_indoor_sports,2023,0\n");
        }

        foreach (var (kind, csv) in new[] { ("schools", schools), ("facts", facts) })
        {
            var file = Path.Combine(folder, kind + ".csv");
            await File.WriteAllTextAsync(file, csv.ToString());
            Assert.Equal(0, (await Run("import", kind, file)).Code);
        }
    }

    private async Task<JsonElement> Balance(params string[] words)
    {
        var (code, output, error) = await Run(["balance", .. words, "--json"]);
        Assert.True(code == 0, error);
        return JsonDocument.Parse(output).RootElement.Clone();
    }

    private async Task<(int Code, string Output, string Error)> Run(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.Run([.. words, "--db", Path.Combine(folder, "x.sqlite"), "--data", folder], new Terminal(output, error));
        return (code, output.ToString(), error.ToString());
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
