using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Junheng.Platform.Rules;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Junheng.Platform.Data.Backups;

/// <summary>What a backup holds.</summary>
/// <param name="Root">The newest journal root at the time, in hexadecimal.</param>
public sealed record Manifest(DateTime At, string Version, bool Postgres, string? Root, IReadOnlyList<BackedUpFile> Files)
{
    public const string Name = "manifest.json";
}

/// <param name="Path">From the backup's folder, with forward slashes.</param>
/// <param name="Hash">SHA-256 in hexadecimal.</param>
public sealed record BackedUpFile(string Path, long Size, string Hash);

/// <summary>Copies the database and the data directory into a folder and back. The database goes first: contents are only ever added, so those
/// copied after it hold everything its rows name.</summary>
public sealed class Backup(Settings settings, TimeProvider clock)
{
    private const string SqliteFile = "database.sqlite", PostgresFile = "database.dump", DataFolder = "data";

    /// <exception cref="RuleException">The folder is not empty, or a program of PostgreSQL is missing or fails.</exception>
    public async Task<Manifest> Make(string folder, string? root)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) throw new RuleException(BackupTexts.NotEmpty(folder));
        Directory.CreateDirectory(folder);
        foreach (var store in SideStore.All) await store.Prepare(settings.Database, clock);
        if (settings.Database.IsPostgres)
            await Program("pg_dump", ["--format=custom", .. SideStore.All.SelectMany(s => s.LeftOut).Select(t => $"--exclude-table-data={t}"), $"--file={Path.Combine(folder, PostgresFile)}"]);
        else CopySqlite(settings.Database.ConnectionString, Path.Combine(folder, SqliteFile));
        CopySideFiles(folder);
        foreach (var file in DataFiles()) Copy(Path.Combine(settings.DataDirectory, file), Path.Combine(folder, DataFolder, file));
        var files = new List<BackedUpFile>();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            files.Add(new(Path.GetRelativePath(folder, path).Replace('\\', '/'), new FileInfo(path).Length, await Hash(path)));
        var manifest = new Manifest(clock.GetUtcNow().UtcDateTime, typeof(Backup).Assembly.GetName().Version!.ToString(3), settings.Database.IsPostgres, root, files);
        await File.WriteAllTextAsync(Path.Combine(folder, Manifest.Name), JsonSerializer.Serialize(manifest));
        return manifest;
    }

    /// <summary>Puts a backup into an empty place after checking every file of it.</summary>
    /// <exception cref="RuleException">The backup is incomplete or altered, belongs to the other database, or there are data already.</exception>
    public async Task<Manifest> Restore(string folder)
    {
        var manifest = await Check(folder);
        if (manifest.Postgres != settings.Database.IsPostgres) throw new RuleException(BackupTexts.OtherDatabase(manifest.Postgres));
        if (!manifest.Postgres && File.Exists(settings.Database.Target)) throw new RuleException(BackupTexts.DataThere(settings.Database.Target));
        if (DataFiles().FirstOrDefault() is { } there) throw new RuleException(BackupTexts.DataThere(Path.Combine(settings.DataDirectory, there)));
        if (SideFiles().Select(f => f.Path).FirstOrDefault(File.Exists) is { } beside) throw new RuleException(BackupTexts.DataThere(beside));
        foreach (var file in manifest.Files.Where(f => f.Path.StartsWith(DataFolder + "/", StringComparison.Ordinal)))
            Copy(Path.Combine(folder, file.Path), Path.Combine(settings.DataDirectory, file.Path[(DataFolder.Length + 1)..]));
        // Into one transaction, and only into a database without these tables: nothing is dropped here.
        if (manifest.Postgres) await Program("pg_restore", "--no-owner", "--single-transaction", "--exit-on-error", $"--dbname={Database()}", Path.Combine(folder, PostgresFile));
        else Copy(Path.Combine(folder, SqliteFile), settings.Database.Target);
        foreach (var (store, name, path) in SideFiles())
            if (manifest.Files.Any(f => f.Path == name)) Copy(Path.Combine(folder, name), path);
        foreach (var store in SideStore.All) store.Restored(settings.Database);
        return manifest;
    }

    private static async Task<Manifest> Check(string folder)
    {
        var file = Path.Combine(folder, Manifest.Name);
        if (!File.Exists(file)) throw new RuleException(BackupTexts.NoManifest(folder));
        var manifest = JsonSerializer.Deserialize<Manifest>(await File.ReadAllTextAsync(file))!;
        foreach (var expected in manifest.Files)
        {
            var path = Path.GetFullPath(Path.Combine(folder, expected.Path));
            if (!path.StartsWith(Path.GetFullPath(folder), StringComparison.Ordinal) || !File.Exists(path) || await Hash(path) != expected.Hash)
                throw new RuleException(BackupTexts.Altered(expected.Path));
        }
        return manifest;
    }

    private static void CopySqlite(string from, string to)
    {
        using var source = new SqliteConnection(from);
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = to, Pooling = false }.ConnectionString);
        source.Open();
        target.Open();
        // SQLite's own way to copy a database others write to.
        source.BackupDatabase(target);
    }

    private void CopySideFiles(string folder)
    {
        foreach (var (store, name, path) in SideFiles().Where(f => File.Exists(f.Path)))
        {
            var copy = Path.Combine(folder, name);
            CopySqlite(new DatabaseSettings(path).ConnectionString, copy);
            store.Trim(name, copy);
        }
    }

    private IEnumerable<(SideStore Store, string Name, string Path)> SideFiles() => settings.Database.IsPostgres ? [] :
        SideStore.All.SelectMany(store => store.Files(settings.Database).Select(file => (store, file.Name, file.Path)));

    /// <summary>Everything in the data directory but databases, their companions and what uploads have not finished.</summary>
    private IEnumerable<string> DataFiles() => !Directory.Exists(settings.DataDirectory) ? [] :
        from path in Directory.EnumerateFiles(settings.DataDirectory, "*", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(settings.DataDirectory, path)
        where !name.Contains(".sqlite", StringComparison.Ordinal) && !name.StartsWith(Path.Combine("files", "temp"), StringComparison.Ordinal)
        select name;

    private string Database() => new NpgsqlConnectionStringBuilder(settings.Database.Target).Database!;

    private async Task Program(string program, params string[] arguments)
    {
        var target = new NpgsqlConnectionStringBuilder(settings.Database.Target);
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true };
        foreach (var (name, value) in new[] { ("PGHOST", target.Host), ("PGPORT", $"{target.Port}"), ("PGUSER", target.Username), ("PGPASSWORD", target.Password), ("PGDATABASE", target.Database) })
            if (!string.IsNullOrEmpty(value)) start.Environment[name] = value;
        try
        {
            using var process = Process.Start(start)!;
            var said = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0) throw new RuleException(BackupTexts.ProgramFailed(program, said.Trim()));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new RuleException(BackupTexts.ProgramMissing(program));
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(to))!);
        File.Copy(from, to);
    }

    private static async Task<string> Hash(string path)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream));
    }
}
