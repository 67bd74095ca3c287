using Junheng.Platform.Data;
using Junheng.Platform.Data.Backups;
using Junheng.Supervision.Intake;
using Junheng.Tests.Support;
using Npgsql;

namespace Junheng.Tests.Supervision.Intake;

public sealed class IntakeBackupTests(TestDatabase database) : DataTests(database), IDisposable
{
    private readonly Publication campaign = SampleCampaign.New();
    private readonly IntakeStore store = new(database.Settings.Database, database.Clock);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("junheng-intake-backup-");

    public void Dispose()
    {
        store.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Answers_links_and_spent_ballots_come_back_with_the_database()
    {
        await store.Publish(campaign);
        var links = Enumerable.Range(0, 15).Select(_ => Links.NewPersonal(campaign)).ToList();
        await store.AddLinks(campaign.Campaign, [.. links.Select(l => (l.Hash, SampleCampaign.Teachers))]);
        foreach (var link in links[..12]) await store.Exchange(Links.Read(link.Path.AsSpan(3), campaign)!.Value, SampleCampaign.Key());
        var (ballot, key) = (Ballots.New(campaign, SampleCampaign.Pupils), SampleCampaign.Key());
        await store.Submit(ballot, default, SampleCampaign.Sheet("一"), key);
        var made = Path.Combine(folder.FullName, "made");
        await new Backup(Database.Settings, Database.Clock).Make(made, null);

        var target = new DatabaseSettings(await Elsewhere());
        await new Backup(new Settings { DataDirectory = Path.Combine(folder.FullName, "data"), Database = target }, Database.Clock).Restore(made);
        using var restored = new IntakeStore(target, Database.Clock);
        Assert.Equal([new CellCount(SampleCampaign.Pupils, 1, 0, 0), new CellCount(SampleCampaign.Teachers, 0, 15, 12)], await restored.Counts(campaign.Campaign));
        Assert.Equal(Receipt.Spent, await restored.Submit(ballot, default, SampleCampaign.Sheet("一"), key));
        Assert.Equal(ExchangeState.Used, (await restored.Exchange(Links.Read(links[0].Path.AsSpan(3), campaign)!.Value, SampleCampaign.Key())).State);
        Assert.Equal(ExchangeState.Issued, (await restored.Exchange(Links.Read(links[14].Path.AsSpan(3), campaign)!.Value, SampleCampaign.Key())).State);
        await restored.Close(campaign.Campaign);
        Assert.Equal(["一"], restored.Answers(campaign.Campaign).Select(a => a.Text()));
    }

    private async Task<string> Elsewhere()
    {
        if (!TestDatabase.OnPostgres) return Path.Combine(folder.FullName, "restored.sqlite");
        var name = $"restored_{Guid.CreateVersion7():N}";
        await using var connection = new NpgsqlConnection(Database.Settings.Database.Target);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(Database.Settings.Database.Target) { Database = name }.ConnectionString;
    }
}
