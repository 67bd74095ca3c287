using Microsoft.EntityFrameworkCore;

namespace Junheng.Platform.Data;

/// <summary>Brings a database to the current schema.</summary>
public static class SchemaUpdate
{
    /// <summary>Applies the steps it lacks. A process killed in the middle of a step on SQLite leaves EF's lock row behind, and everyone after it
    /// would wait for ever: the lock of the file system, which dies with its process, stands in for it.</summary>
    public static async Task Apply(JunhengDb db, DatabaseSettings database, CancellationToken cancellation = default)
    {
        if (database.IsPostgres)
        {
            await db.Database.MigrateAsync(cancellation);
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(database.Target))!);
        await using var held = await Lock(database.Target + ".migrating", cancellation);
        await db.Write(() => db.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS __EFMigrationsLock", cancellation), cancellation);
        await db.Database.MigrateAsync(cancellation);
    }

    private static async Task<FileStream> Lock(string file, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException)
            {
                // Another process migrates the same file; it takes seconds.
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation);
            }
        }
    }
}
