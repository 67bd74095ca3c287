using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Junheng.Platform.Commands;
using Microsoft.Data.Sqlite;

namespace Junheng.Tests.Supervision.Facts.Imports;

public sealed class ImportFactsCommandTests : IDisposable
{
    private const int Schools = 200, Years = 40;

    private readonly string folder = Directory.CreateTempSubdirectory("junheng-facts-").FullName;

    private string Database => Path.Combine(folder, "db.sqlite");

    [Fact]
    public async Task The_command_prints_what_the_contract_says()
    {
        await Import("schools", SchoolsForFacts.Register);
        var (code, answer) = await Import("facts", "code,stage,element,period,value\n3131000001,primary,students,2023,613.00\n3131000003,,equipment_value,2023,1200000.50\n");
        Assert.Equal((0, 2, 2, 2), (code, Int(answer, "read"), Int(answer, "accepted"), Int(answer, "stored")));
        (code, answer) = await Import("facts", "code,stage,element,period,value\n3131000001,primary,students,2024,613.5\n3131000001,primary,classes,2024,15\n");
        Assert.Equal((1, 2, 1, 0), (code, Int(answer, "read"), Int(answer, "accepted"), Int(answer, "stored")));
        var refused = Assert.Single(answer.GetProperty("refused").EnumerateArray());
        Assert.Equal((2, "value"), (Int(refused, "row"), refused.GetProperty("column").GetString()));
    }

    [Fact]
    public async Task An_import_killed_while_it_writes_has_stored_all_or_nothing_and_can_be_repeated()
    {
        await Import("schools", Register());
        var file = Path.Combine(folder, "big.csv");
        await File.WriteAllTextAsync(file, Values());
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "import", "facts", file, "--db", Database, "--data", folder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using (var child = Process.Start(start)!)
        {
            var log = new FileInfo(Database + "-wal");
            while (!child.HasExited && !(log.Exists && log.Length > 300_000))
            {
                await Task.Delay(2);
                log.Refresh();
            }
            child.Kill();
            await child.WaitForExitAsync();
        }
        var (facts, batches, blocks) = Counts();
        Assert.Contains((facts, batches, blocks), new[] { (0L, 0L, 0L), (Schools * Years * 2L, 1L, Years * 2L) });
        Assert.Equal(0, (await Import("facts", Values())).Code);
        Assert.Equal((Schools * Years * 2L, 1L, Years * 2L), Counts());
    }

    private (long, long, long) Counts()
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=false");
        connection.Open();
        long Count(string table)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM {table}";
            return (long)command.ExecuteScalar()!;
        }
        return (Count("facts"), Count("fact_batches"), Count("fact_blocks"));
    }

    private static string Register()
    {
        var csv = new StringBuilder("code,name,stages,nature,town,group\n");
        for (var school = 0; school < Schools; school++) csv.Append(CultureInfo.InvariantCulture, $"{2131000000 + school},学校{school},primary,public,,\n");
        return csv.ToString();
    }

    private static string Values()
    {
        var csv = new StringBuilder("code,stage,element,period,value\n");
        for (var school = 0; school < Schools; school++)
            for (var year = 1985; year < 1985 + Years; year++)
                csv.Append(CultureInfo.InvariantCulture, $"{2131000000 + school},primary,students,{year},500\n{2131000000 + school},primary,classes,{year},12\n");
        return csv.ToString();
    }

    private async Task<(int Code, JsonElement Answer)> Import(string kind, string csv)
    {
        var file = Path.Combine(folder, kind + ".csv");
        await File.WriteAllTextAsync(file, csv);
        using var output = new StringWriter();
        var code = await CommandLine.Run(["import", kind, file, "--json", "--db", Database, "--data", folder], new Terminal(output, TextWriter.Null));
        return (code, JsonDocument.Parse(output.ToString()).RootElement);
    }

    private static int Int(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
