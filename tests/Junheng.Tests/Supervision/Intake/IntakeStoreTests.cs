using Junheng.Core.Surveys.Answers;
using Junheng.Platform.Journal;
using Junheng.Platform.Rules;
using Junheng.Supervision.Intake;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Supervision.Intake;

public sealed class IntakeStoreTests(TestDatabase database) : DataTests(database), IDisposable
{
    private readonly Publication campaign = SampleCampaign.New(Random.Shared.Next(1, int.MaxValue));
    private readonly IntakeStore store = new(database.Settings.Database, database.Clock);

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task An_answer_is_stored_once_however_often_it_is_sent()
    {
        await store.Publish(campaign);
        var (ballot, key, sheet) = (Ballots.New(campaign, SampleCampaign.Pupils), SampleCampaign.Key(), SampleCampaign.Sheet("一"));
        Assert.Equal(Receipt.Accepted, await store.Submit(ballot, Pace.Usual, sheet, key));
        Assert.Equal(Receipt.Repeated, await store.Submit(ballot, Pace.Slow, sheet, key));
        Assert.Equal(Receipt.Spent, await store.Submit(ballot, Pace.Usual, SampleCampaign.Sheet("二"), key));
        Assert.Equal(Receipt.Spent, await store.Submit(ballot, Pace.Usual, sheet, SampleCampaign.Key()));
        Assert.True(await store.IsSpent(ballot));
        await store.Seal();
        Assert.Equal(Receipt.Spent, await store.Submit(ballot, Pace.Usual, sheet, key));
        Assert.Equal([new CellCount(SampleCampaign.Pupils, 1, 0, 0)], await store.Counts(campaign.Campaign));
    }

    [Fact]
    public async Task Of_one_ballot_sent_a_hundred_times_at_once_one_answer_is_stored()
    {
        await store.Publish(campaign);
        var (ballot, key, sheet) = (Ballots.New(campaign, SampleCampaign.Pupils), SampleCampaign.Key(), SampleCampaign.Sheet("一"));
        var receipts = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => store.Submit(ballot, Pace.Usual, sheet, key).AsTask()));
        Assert.Single(receipts, Receipt.Accepted);
        Assert.Equal(99, receipts.Count(r => r == Receipt.Repeated));
        Assert.Equal(1, (await store.Counts(campaign.Campaign)).Sum(c => c.Answers));
    }

    [Fact]
    public async Task Answers_come_out_as_they_went_in_and_only_after_closing()
    {
        await store.Publish(campaign);
        await Task.WhenAll(Enumerable.Range(0, 700).Select(i => store.Answer(campaign, i % 2 == 0 ? SampleCampaign.Pupils : SampleCampaign.FirstHead, $"{i}", (Pace)(i % 8))));
        await store.Seal();
        await Task.WhenAll(Enumerable.Range(700, 300).Select(i => store.Answer(campaign, i % 2 == 0 ? SampleCampaign.Pupils : SampleCampaign.FirstHead, $"{i}", (Pace)(i % 8))));
        Assert.Equal([new CellCount(SampleCampaign.Pupils, 500, 0, 0), new CellCount(SampleCampaign.Group, 500, 0, 0)], await store.Counts(campaign.Campaign));
        Assert.Throws<RuleException>(() => store.Answers(campaign.Campaign));
        await store.Close(campaign.Campaign);
        await store.Close(campaign.Campaign);
        var answers = store.Answers(campaign.Campaign).OrderBy(a => int.Parse(a.Text())).ToList();
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (i % 2 == 0 ? SampleCampaign.Pupils : SampleCampaign.Group, (Pace)(i % 8), $"{i}")),
            answers.Select(a => (a.Cell, a.Pace, a.Text())));
        Assert.Equal(Receipt.Closed, await store.Answer(campaign, SampleCampaign.Pupils, "late"));
    }

    [Fact]
    public async Task A_personal_link_gives_one_ballot_and_gives_it_again_to_the_same_page()
    {
        await store.Publish(campaign);
        var (path, hash) = Links.NewPersonal(campaign);
        await store.AddLinks(campaign.Campaign, [(hash, SampleCampaign.FirstHead)]);
        var link = Links.Read(path.AsSpan(3), campaign)!.Value;
        var key = SampleCampaign.Key();
        var first = await store.Exchange(link, key);
        Assert.Equal((ExchangeState.Issued, SampleCampaign.FirstHead), (first.State, first.Ballot.Cell));
        using var restarted = new IntakeStore(Database.Settings.Database, Database.Clock);
        Assert.Equal(first, await restarted.Exchange(link, key));
        Assert.Equal(ExchangeState.Used, (await store.Exchange(link, SampleCampaign.Key())).State);
        Assert.Equal(ExchangeState.Unknown, (await store.Exchange(Links.Read(Links.NewPersonal(campaign).Path.AsSpan(3), campaign)!.Value, key)).State);
        Assert.Equal([new CellCount(SampleCampaign.Group, 0, 1, 1)], await store.Counts(campaign.Campaign));
        await store.Close(campaign.Campaign);
        Assert.Equal([new CellCount(SampleCampaign.Group, 0, 1, 1)], await store.Counts(campaign.Campaign));
        Assert.Equal(ExchangeState.Closed, (await store.Exchange(link, key)).State);
    }

    [Fact]
    public async Task A_one_time_code_is_one_ballot_of_its_cell()
    {
        await store.Publish(campaign);
        var (code, hash) = OneTimeCodes.New(campaign);
        await store.AddCodes(campaign.Campaign, [(hash, SampleCampaign.Teachers)]);
        Assert.Null(await store.FindCode(campaign.Campaign, OneTimeCodes.New(campaign).Code));
        var ballot = (await store.FindCode(campaign.Campaign, code))!.Value;
        Assert.False(await store.IsSpent(ballot));
        Assert.Equal(Receipt.Accepted, await store.Submit(ballot, Pace.Usual, SampleCampaign.Sheet("一"), SampleCampaign.Key()));
        Assert.True(await store.IsSpent((await store.FindCode(campaign.Campaign, code))!.Value));
    }

    [Fact]
    public async Task Answers_are_taken_between_opening_and_closing_only()
    {
        var later = SampleCampaign.New(campaign.Campaign) with { Opens = SampleCampaign.Opens.AddDays(5) };
        await store.Publish(later);
        Assert.Equal(Receipt.NotYet, await store.Answer(later, SampleCampaign.Pupils, "一"));
        await store.Publish(later with { Opens = SampleCampaign.Opens, Closes = SampleCampaign.Opens.AddDays(1) });
        Assert.Equal(Receipt.Closed, await store.Answer(later, SampleCampaign.Pupils, "一"));
        await store.Publish(later with { Opens = SampleCampaign.Opens });
        Assert.Equal(Receipt.Accepted, await store.Answer(later, SampleCampaign.Pupils, "一"));
        await store.Hand(campaign.Campaign, elsewhere: true);
        Assert.Equal(Receipt.Elsewhere, await store.Answer(later, SampleCampaign.Pupils, "一"));
        Assert.Equal(Receipt.Unknown, await store.Answer(SampleCampaign.New(campaign.Campaign - 1), SampleCampaign.Pupils, "一"));
        Assert.Equal(Receipt.Unknown, await store.Submit(new Ballot(campaign.Campaign, 999, 1), Pace.Usual, SampleCampaign.Sheet("一"), SampleCampaign.Key()));
    }

    [Fact]
    public async Task A_published_questionnaire_and_its_cells_do_not_change()
    {
        await store.Publish(campaign);
        await Assert.ThrowsAsync<RuleException>(() => store.Publish(campaign with { Questionnaire = "other" }));
        await Assert.ThrowsAsync<RuleException>(() => store.Publish(campaign with { Cells = [.. campaign.Cells.Skip(1)] }));
        await store.Publish(campaign with { Title = "新名称", Cells = [.. campaign.Cells, new(50, "parent", "第一小学", 50, true)] });
        Assert.Equal(("新名称", 50), (store.Published(campaign.Campaign)!.Title, store.Published(campaign.Campaign)!.Cell(50)!.Number));
        await store.Close(campaign.Campaign);
        await Assert.ThrowsAsync<RuleException>(() => store.Publish(campaign));
    }

    [Fact]
    public async Task Answers_from_elsewhere_are_put_once_per_batch()
    {
        await store.Publish(campaign);
        await store.Answer(campaign, SampleCampaign.Pupils, "here");
        var batch = Guid.CreateVersion7();
        StoredAnswer[] answers = [new(SampleCampaign.Pupils, Pace.Unknown, SampleCampaign.Sheet("a")), new(SampleCampaign.Group, Pace.Slow, SampleCampaign.Sheet("b"))];
        Assert.True(await store.PutAnswers(campaign.Campaign, batch, answers));
        Assert.False(await store.PutAnswers(campaign.Campaign, batch, answers));
        await store.Close(campaign.Campaign);
        Assert.Equal(["a", "b", "here"], store.Answers(campaign.Campaign).Select(a => a.Text()).Order());
        await Assert.ThrowsAsync<RuleException>(() => store.PutAnswers(campaign.Campaign, Guid.CreateVersion7(), answers));
    }

    [Fact]
    public async Task What_was_spent_is_known_after_a_restart_and_to_another_process()
    {
        await store.Publish(campaign);
        var (ballot, key, sheet) = (Ballots.New(campaign, SampleCampaign.Pupils), SampleCampaign.Key(), SampleCampaign.Sheet("一"));
        await store.Submit(ballot, Pace.Usual, sheet, key);
        store.Dispose();
        using var again = new IntakeStore(Database.Settings.Database, Database.Clock);
        Assert.Equal(Receipt.Repeated, await again.Submit(ballot, Pace.Usual, sheet, key));
        Assert.Equal(Receipt.Spent, await again.Submit(ballot, Pace.Usual, sheet, SampleCampaign.Key()));
    }

    [Fact]
    public async Task Two_stores_that_take_in_the_same_ballots_at_once_store_each_once()
    {
        await store.Publish(campaign);
        using var second = new IntakeStore(Database.Settings.Database, Database.Clock);
        Ballot[] ballots = [.. Enumerable.Range(0, 300).Select(_ => Ballots.New(campaign, SampleCampaign.Pupils))];
        var receipts = await Task.WhenAll(ballots.Concat(ballots.Reverse()).Select((b, i) =>
            Task.Run(async () => await (i % 2 == 0 ? store : second).Submit(b, Pace.Usual, SampleCampaign.Sheet($"{i}"), SampleCampaign.Key()))));
        Assert.Equal(300, receipts.Count(r => r == Receipt.Accepted));
        Assert.Equal(300, receipts.Count(r => r == Receipt.Spent));
        Assert.Equal(300, (await store.Counts(campaign.Campaign)).Sum(c => c.Answers));
    }

    [Fact]
    public async Task A_lost_connection_loses_no_answer_and_refuses_none()
    {
        await store.Publish(campaign);
        Assert.Equal(Receipt.Accepted, await store.Answer(campaign, SampleCampaign.Pupils, "before"));
        if (TestDatabase.OnPostgres)
        {
            await using var scope = Database.AsSystem();
            await scope.Db.Write(() => scope.Db.Database.ExecuteSqlRawAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"));
        }
        Assert.Equal(Receipt.Accepted, await store.Answer(campaign, SampleCampaign.Pupils, "after"));
        await store.Close(campaign.Campaign);
        Assert.Equal(["after", "before"], store.Answers(campaign.Campaign).Select(a => a.Text()).Order());
    }

    [Fact]
    public async Task An_answer_leaves_no_row_in_the_journal_of_the_main_database()
    {
        await store.Publish(campaign);
        await using var scope = Database.AsSystem();
        var before = await scope.Db.Set<JournalEntry>().CountAsync();
        await store.Answer(campaign, SampleCampaign.Pupils, "一");
        await store.Seal();
        Assert.Equal(before, await scope.Db.Set<JournalEntry>().CountAsync());
    }

    [Fact]
    public async Task Bursts_of_an_hour_keep_their_largest_figures()
    {
        await store.Publish(campaign);
        var hour = new DateTime(2026, 3, 2, 4, 0, 0, DateTimeKind.Utc);
        await store.AddBursts(campaign.Campaign, [new(SampleCampaign.Pupils, hour, 2, 30)]);
        await store.AddBursts(campaign.Campaign, [new(SampleCampaign.Pupils, hour, 1, 40), new(SampleCampaign.Pupils, hour.AddHours(1), 1, 5)]);
        Assert.Equal([new(SampleCampaign.Pupils, hour, 2, 40), new Burst(SampleCampaign.Pupils, hour.AddHours(1), 1, 5)], await store.Bursts(campaign.Campaign));
    }
}
