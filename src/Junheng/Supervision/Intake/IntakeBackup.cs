using Junheng.Platform.Data;
using Junheng.Platform.Data.Backups;
using Junheng.Supervision.Intake.Storage;
using Npgsql;

namespace Junheng.Supervision.Intake;

/// <summary>Answers are sealed before they are copied. Of links a copy shows only as many as used as hide each other: see <see cref="IntakeStore.PrepareBackup"/>.</summary>
public sealed class IntakeBackup : SideStore
{
    private const string LinksFile = "links.sqlite";

    public override IReadOnlyList<string> LeftOut => ["intake.links"];

    public override IEnumerable<(string Name, string Path)> Files(DatabaseSettings database)
    {
        var files = new SqliteFiles(database.Target);
        // Links first: a link used while the answers are being copied is at worst free again after a restore, never lost with its answer.
        return [(LinksFile, files.Links), ("intake.sqlite", files.Answers)];
    }

    public override async Task Prepare(DatabaseSettings database, TimeProvider clock)
    {
        using var store = new IntakeStore(database, clock);
        await store.PrepareBackup();
    }

    public override void Trim(string name, string copy)
    {
        if (name == LinksFile) SqliteLinks.Trim(copy);
    }

    public override void Restored(DatabaseSettings database)
    {
        if (!database.IsPostgres) return;
        using var connection = new NpgsqlConnection(database.ConnectionString);
        connection.Open();
        PostgresSealing.RestoreLinks(connection);
    }
}
