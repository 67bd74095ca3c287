using System.Text.Json;
using Junheng.Platform.Commands;
using Junheng.Platform.Sheets.Writing;

namespace Junheng.Tests.Platform.Imports;

public sealed class ImportCommandTests : IDisposable
{
    private const string Header = "code,name,stages,nature,town,group,latitude,longitude\n";
    private const string Sound = Header + "2131980001,望溪小学,primary,public,望溪街道,望溪教育集团,31.1,121.2\n3131980002,白鹭九年一贯制学校,primary;junior,private,白鹭镇,,,\n";

    private readonly string folder = Directory.CreateTempSubdirectory("junheng-import-").FullName;

    [Fact]
    public async Task A_missing_database_is_made_and_a_root_with_a_warning()
    {
        var (code, answer, _) = await Import(Sound);
        Assert.Equal((0, 2, 2, 2), (code, Int(answer, "read"), Int(answer, "accepted"), Int(answer, "stored")));
        Assert.Contains(answer.GetProperty("warnings").EnumerateArray(), w => w.GetProperty("reason").GetString()!.Contains("已新建“本区”"));
    }

    [Fact]
    public async Task An_equal_file_stores_nothing_the_second_time()
    {
        await Import(Sound);
        var (code, answer, _) = await Import(Sound);
        Assert.Equal((0, 2, 2, 0), (code, Int(answer, "read"), Int(answer, "accepted"), Int(answer, "stored")));
    }

    [Fact]
    public async Task A_dry_run_stores_nothing()
    {
        var (code, answer, _) = await Import(Sound, "--dry-run");
        Assert.Equal((0, 2, 0), (code, Int(answer, "accepted"), Int(answer, "stored")));
        Assert.Equal(2, Int((await Import(Sound)).Answer, "stored"));
    }

    [Fact]
    public async Task One_bad_row_keeps_the_whole_file_out_and_is_named_with_sheet_row_and_column()
    {
        var (code, answer, error) = await Import(Sound + "2131980003,松坪小学,primari,public,,,,\n2131980001,又是望溪,primary,公办,,,95,121\n");
        Assert.Equal((1, 4, 2, 0), (code, Int(answer, "read"), Int(answer, "accepted"), Int(answer, "stored")));
        var refused = answer.GetProperty("refused").EnumerateArray().Select(r => (Int(r, "row"), r.GetProperty("column").GetString())).ToList();
        Assert.Contains((4, "stages"), refused);
        Assert.Contains((5, "code"), refused);
        Assert.Contains((5, "latitude"), refused);
        Assert.Contains("第 4 行“stages”", error);
        Assert.Equal(2, Int((await Import(Sound)).Answer, "stored"));
    }

    [Fact]
    public async Task Chinese_headers_and_workbooks_are_understood_as_well()
    {
        var file = Path.Combine(folder, "学校.xlsx");
        await using (var stream = File.Create(file))
        using (var book = new SheetWriter(stream))
        {
            var page = book.Add("学校", new());
            page.Write(SheetValue.Headers("学校代码", "学校名称", "学段", "办别", "街镇"));
            page.Write(["2131980009", "云樟小学", "小学", "公办", "河湾镇"]);
            page.Write(["3431980010", "云樟中学", "初中；高中", "民办", "河湾镇"]);
        }
        var (code, answer, _) = await Run("import", "schools", file, "--json", "--db", Path.Combine(folder, "x.sqlite"));
        Assert.Equal((0, 2), (code, Int(answer, "stored")));
    }

    [Fact]
    public async Task What_is_no_table_is_refused_like_a_bad_row()
    {
        var (code, answer, error) = await Import("%PDF-1.7\nnothing");
        Assert.Equal((1, 0), (code, Int(answer, "read")));
        Assert.Contains("PDF", error);
    }

    [Fact]
    public async Task Several_districts_stand_beside_each_other_and_then_a_row_must_name_its_own()
    {
        const string header = "code,name,stages,nature,town,group,latitude,longitude,district\n";
        Assert.Equal(2, Int((await Import(header + "2131980001,甲小学,primary,public,,,,,310198\n2131980002,乙小学,primary,public,,,,,310199\n")).Answer, "stored"));
        var (code, answer, _) = await Import(Header + "2131980003,丙小学,primary,public,,,,\n");
        Assert.Equal((1, "district"), (code, answer.GetProperty("refused")[0].GetProperty("column").GetString()));
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import", "schools")]
    [InlineData("import", "rivers", "x.csv")]
    [InlineData("import", "schools", "x.csv", "--nonsense")]
    public async Task Wrong_usage_is_told_apart_from_refused_input(params string[] words)
    {
        using var error = new StringWriter();
        Assert.Equal(CommandLine.WrongUsage, await CommandLine.Run(words, new Terminal(TextWriter.Null, error)));
        Assert.Contains("用法", error.ToString());
    }

    [Fact]
    public async Task An_account_nobody_has_may_not_act()
    {
        await Import(Sound);
        var file = Path.Combine(folder, "again.csv");
        await File.WriteAllTextAsync(file, Sound);
        using var error = new StringWriter();
        Assert.Equal(1, await CommandLine.Run(["import", "schools", file, "--db", Target, "--data", folder, "--as", "nobody"], new Terminal(TextWriter.Null, error)));
        Assert.Contains("nobody", error.ToString());
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private string Target => Path.Combine(folder, "junheng.sqlite");

    private async Task<(int Code, JsonElement Answer, string Error)> Import(string csv, params string[] options)
    {
        var file = Path.Combine(folder, "schools.csv");
        await File.WriteAllTextAsync(file, csv);
        return await Run(["import", .. options, "schools", file, "--json", "--db", Target]);
    }

    private async Task<(int Code, JsonElement Answer, string Error)> Run(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.Run([.. words, "--data", folder], new Terminal(output, error));
        return (code, JsonDocument.Parse(output.ToString()).RootElement.Clone(), error.ToString());
    }

    private static int Int(JsonElement json, string name) => json.GetProperty(name).GetInt32();
}
