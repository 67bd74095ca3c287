using System.Buffers.Text;
using System.Text;
using Junheng.Platform.Data.Backups;
using Junheng.Supervision.Intake;
using Junheng.Supervision.Intake.Storage;
using Junheng.Tests.Support;

namespace Junheng.Tests.Supervision.Intake.Attacks;

/// <summary>The adversary knows who answered in which order and when, and holds files, tables and backups. He must not find whose answer is whose.</summary>
public sealed class AttackTests(TestDatabase database) : DataTests(database), IDisposable
{
    /// <summary>Five standard deviations of the correlation of so many answers in random order.</summary>
    private const int Respondents = 400;
    private const double Chance = 0.25;

    private readonly Publication campaign = SampleCampaign.New(Random.Shared.Next(1, int.MaxValue));
    private readonly IntakeStore store = new(database.Settings.Database, database.Clock);
    private readonly Adversary adversary = new(database.Settings.Database);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("junheng-attack-");

    public void Dispose()
    {
        store.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task No_order_of_sealed_answers_resembles_the_order_in_which_links_were_used()
    {
        await store.Publish(campaign);
        var used = new List<string>();
        for (var hour = 0; hour < 2; hour++)
        {
            foreach (var respondent in await Links(Respondents / 2, SampleCampaign.Teachers)) used.Add((await Answer(respondent)).Text);
            await store.Seal();
        }
        var orders = adversary.Orders($"intake.answers WHERE campaign = {campaign.Campaign}", "key");
        Assert.Contains(orders.Keys, k => TestDatabase.OnPostgres ? k == "ctid" : k.StartsWith("offset", StringComparison.Ordinal));
        Assert.All(orders, order => Assert.InRange(Adversary.Correlation(used, order.Value), -Chance, Chance));
        if (TestDatabase.OnPostgres) Assert.Single(adversary.Texts($"SELECT DISTINCT xmin::text FROM intake.answers WHERE campaign = {campaign.Campaign}"));
    }

    [Fact]
    public async Task The_attack_by_order_succeeds_on_a_careless_store()
    {
        await store.Publish(campaign);
        List<(string Text, string)> answers = [.. Enumerable.Range(0, Respondents).Select(_ => (Word(), "b"))];
        await new CarelessStore(Database.Settings.Database, "careless").Write(answers);
        var orders = adversary.Orders("careless", "key");
        var found = orders.Where(o => Math.Abs(Adversary.Correlation([.. answers.Select(a => a.Text)], o.Value)) > Chance).Select(o => o.Key).ToList();
        Assert.Contains("key", found);
        Assert.Contains(found, o => o is "ctid" or "as stored");
        Assert.Contains(found, o => o == "xmin" || o.StartsWith("offset", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Neither_ballots_nor_links_nor_keys_stand_anywhere_before_or_after_sealing()
    {
        await store.Publish(campaign);
        var respondents = await Links(20, SampleCampaign.Teachers);
        var secrets = new List<(string What, byte[] Bytes)>();
        foreach (var respondent in respondents)
        {
            var (ballot, text, key, page) = await Answer(respondent);
            secrets.AddRange([("nonce", ballot.Nonce.Bytes()), ("ballot", Encoding.ASCII.GetBytes(Ballots.Write(ballot, campaign))), ("key", key), ("page", page),
                ("link", Encoding.ASCII.GetBytes(respondent)), ("token", Base64Url.DecodeFromChars(respondent.AsSpan(4))[4..16])]);
        }
        var pieces = adversary.Everything();
        Assert.All(secrets, secret => Assert.Empty(Adversary.Find(pieces, secret.Bytes)));
        await store.Seal();
        await new Backup(Database.Settings, Database.Clock).Make(folder.FullName, null);
        pieces = adversary.Everything();
        var backup = Adversary.Files(folder.FullName);
        Assert.All(secrets, secret => Assert.Empty(Adversary.Find(pieces, secret.Bytes).Concat(Adversary.Find(backup, secret.Bytes))));
    }

    [Fact]
    public async Task The_search_finds_what_a_careless_store_keeps()
    {
        await store.Publish(campaign);
        var ballot = Ballots.Write(Ballots.New(campaign, SampleCampaign.Pupils), campaign);
        await new CarelessStore(Database.Settings.Database, "incautious").Write([(Word(), ballot)]);
        Assert.NotEmpty(Adversary.Find(adversary.Everything(), ballot));
    }

    [Fact]
    public async Task Sealing_leaves_no_trace_of_batches_and_repeats_and_closing_none_of_links_codes_and_spent_ballots()
    {
        await store.Publish(campaign);
        var respondents = await Links(30, SampleCampaign.Teachers);
        var (code, codeHash) = OneTimeCodes.New(campaign);
        await store.AddCodes(campaign.Campaign, [(codeHash, SampleCampaign.Teachers)]);
        var (repeats, spent) = (new List<byte[]>(), new List<byte[]>());
        var hashes = respondents.Select(r => Junheng.Supervision.Intake.Links.Read(r.AsSpan(3), campaign)!.Value.Hash.Bytes()).Append(codeHash).ToList();
        foreach (var respondent in respondents)
        {
            var (ballot, text, key, _) = await Answer(respondent);
            repeats.Add(Ballots.Repeat(ballot, campaign.Secret, key, SampleCampaign.Sheet(text)).Bytes());
            spent.Add(Ballots.Spent(ballot, campaign.Secret).Bytes());
        }
        var before = adversary.Everything();
        Assert.All(repeats.Concat(spent).Concat(hashes), mark => Assert.NotEmpty(Adversary.Find(before, mark)));
        await store.Seal();
        var sealedNow = adversary.Everything();
        Assert.All(repeats, mark => Assert.Empty(Adversary.Find(sealedNow, mark)));
        Assert.All(spent, mark => Assert.NotEmpty(Adversary.Find(sealedNow, mark)));
        if (!TestDatabase.OnPostgres) Assert.Empty(sealedNow.Single(f => f.Key.EndsWith(".intake.sqlite-wal", StringComparison.Ordinal)).Value);
        await store.Close(campaign.Campaign);
        var closed = adversary.Everything();
        Assert.All(repeats.Concat(spent).Concat(hashes), mark => Assert.Empty(Adversary.Find(closed, mark)));
        Assert.NotEmpty(Adversary.Find(sealedNow, Secret()));
        Assert.Empty(Adversary.Find(closed, Secret()));
        Assert.Equal(31, 1 + (await store.Counts(campaign.Campaign)).Single(c => c.Cell == SampleCampaign.Teachers).LinksUsed);
    }

    [Fact]
    public async Task A_school_with_one_head_is_named_by_no_answer_and_no_count()
    {
        await store.Publish(campaign);
        var seen = new List<CellCount>();
        for (var head = 0; head < SampleCampaign.Heads; head++)
        {
            await Answer((await Links(1, SampleCampaign.FirstHead + head))[0]);
            // Two successive lists, subtracted: what rose is a group of twelve schools, for links as for answers.
            var counts = await store.Counts(campaign.Campaign);
            Assert.Equal([SampleCampaign.Group], counts.Except(seen).Select(c => c.Cell));
            seen = [.. counts];
        }
        await store.Close(campaign.Campaign);
        Assert.All(store.Answers(campaign.Campaign), a => Assert.Equal(SampleCampaign.Group, a.Cell));
        Assert.Equal([SampleCampaign.Group], (await store.Counts(campaign.Campaign)).Select(c => c.Cell));
    }

    [Fact]
    public async Task Two_backups_a_few_answers_apart_do_not_show_who_answered_between_them()
    {
        await store.Publish(campaign);
        var respondents = await Links(40, SampleCampaign.Teachers);
        async Task<HashSet<string>> UsedInBackup(int number)
        {
            var to = Path.Combine(folder.FullName, $"{number}");
            await new Backup(Database.Settings, Database.Clock).Make(to, null);
            if (TestDatabase.OnPostgres) return [.. adversary.Texts($"SELECT hash::text FROM intake.links_shown WHERE mark IS NOT NULL AND campaign = {campaign.Campaign}")];
            return [.. Adversary.Hashes(Path.Combine(to, "links.sqlite"), campaign.Campaign)];
        }

        foreach (var respondent in respondents[..15]) await Answer(respondent);
        var first = await UsedInBackup(1);
        foreach (var respondent in respondents[15..18]) await Answer(respondent);
        var second = await UsedInBackup(2);
        foreach (var respondent in respondents[18..26]) await Answer(respondent);
        var third = await UsedInBackup(3);
        Assert.Equal(15, first.Count);
        Assert.Equal(first, second);
        Assert.Equal(11, third.Except(second).Count());
        Assert.Equal(26, (await store.Counts(campaign.Campaign)).Single().LinksUsed);
    }

    /// <summary>As it stands in the publication's text; PostgreSQL's rows show that text in hexadecimal.</summary>
    private byte[] Secret() => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(campaign.Secret)[1..20];

    /// <returns>Paths of new personal links.</returns>
    private async Task<List<string>> Links(int count, int cell)
    {
        var links = Enumerable.Range(0, count).Select(_ => Junheng.Supervision.Intake.Links.NewPersonal(campaign)).ToList();
        await store.AddLinks(campaign.Campaign, [.. links.Select(l => (l.Hash, cell))]);
        return [.. links.Select(l => l.Path)];
    }

    private async Task<(Ballot Ballot, string Text, byte[] Key, byte[] Page)> Answer(string link)
    {
        var page = SampleCampaign.Key();
        var exchanged = await store.Exchange(Junheng.Supervision.Intake.Links.Read(link.AsSpan(3), campaign)!.Value, page);
        Assert.Equal(ExchangeState.Issued, exchanged.State);
        var (text, key) = (Word(), SampleCampaign.Key());
        Assert.Equal(Receipt.Accepted, await store.Submit(exchanged.Ballot, default, SampleCampaign.Sheet(text), key));
        return (exchanged.Ballot, text, key, page);
    }

    private static string Word() => Convert.ToHexStringLower(SampleCampaign.Key());
}
