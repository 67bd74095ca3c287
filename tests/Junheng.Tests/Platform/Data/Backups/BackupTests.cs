using Junheng.Platform.Access;
using Junheng.Platform.Commands;
using Junheng.Platform.Data;
using Junheng.Platform.Files;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Junheng.Tests.Platform.Data.Backups;

public sealed class BackupTests(TestDatabase database) : DataTests(database), IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("junheng-backup-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_backed_up_is_there_after_restoring_and_verifies_to_the_same_root()
    {
        await Write("备份小学");
        var to = Path.Combine(folder.FullName, "backup");
        var (code, said) = await Run("backup", to, Database.Settings.Database.Target, Database.Settings.DataDirectory);
        Assert.True(code == CommandLine.Done, said);
        var root = said.Split("封存根 ")[1].Trim();

        var target = await Elsewhere();
        var data = Path.Combine(folder.FullName, "data");
        (code, said) = await Run("restore", to, target, data);
        Assert.True(code == CommandLine.Done, said);
        (code, said) = await Run("verify", null, target, data);
        Assert.True(code == CommandLine.Done, said);
        Assert.Contains(root, said);

        await using var services = Hosting.Services(new Settings { DataDirectory = data, Database = new DatabaseSettings(target) { Pooled = false } });
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System("test");
        Assert.True(await scope.ServiceProvider.GetRequiredService<JunhengDb>().Set<Organisation>().AnyAsync(o => o.Name == "备份小学"));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(data, "files"), "*", SearchOption.AllDirectories));

        (code, said) = await Run("restore", to, target, data);
        Assert.Equal(CommandLine.Refused, code);
    }

    [Fact]
    public async Task An_altered_or_incomplete_backup_and_a_full_folder_are_refused()
    {
        await Write("另一所");
        var to = Path.Combine(folder.FullName, "altered");
        await Run("backup", to, Database.Settings.Database.Target, Database.Settings.DataDirectory);
        Assert.Equal(CommandLine.Refused, (await Run("backup", to, Database.Settings.Database.Target, Database.Settings.DataDirectory)).Code);
        var content = Directory.EnumerateFiles(Path.Combine(to, "data", "files"), "*", SearchOption.AllDirectories).First();
        await File.AppendAllTextAsync(content, "x");
        var (code, said) = await Run("restore", to, Path.Combine(folder.FullName, "none.sqlite"), Path.Combine(folder.FullName, "none"));
        Assert.Equal(CommandLine.Refused, code);
        Assert.Contains(Path.GetFileName(content), said);
        Assert.Equal(CommandLine.Refused, (await Run("restore", folder.FullName, "none.sqlite", "none")).Code);
    }

    private async Task Write(string name)
    {
        await using var scope = Database.AsSystem();
        await scope.Get<ContentStore>().Add(new MemoryStream([1, 2, 3]), "a.bin");
        var number = await scope.Db.Set<Organisation>().CountAsync() + 1;
        scope.Db.Add(new Organisation(number, $"B{number}", name, OrganisationKind.School, null, number));
        await scope.Db.Save();
    }

    private async Task<string> Elsewhere()
    {
        if (!TestDatabase.OnPostgres) return Path.Combine(folder.FullName, "restored.sqlite");
        var name = $"restored_{Guid.CreateVersion7():N}";
        await using var scope = Database.AsSystem();
        await scope.Db.Database.OpenConnectionAsync();
        await using var create = scope.Db.Database.GetDbConnection().CreateCommand();
        create.CommandText = $"CREATE DATABASE {name}";
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(Database.Settings.Database.Target) { Database = name }.ConnectionString;
    }

    private static async Task<(int Code, string Said)> Run(string verb, string? operand, string target, string data)
    {
        var said = new StringWriter();
        string[] args = [verb, .. operand is null ? Array.Empty<string>() : [operand], "--db", target, "--data", data];
        return (await CommandLine.Run(args, new Terminal(said, said)), said.ToString());
    }
}
