using Junheng.Core.Schooling;
using Junheng.Kits.Workflow;
using Junheng.Platform.Rules;
using Junheng.Supervision.Collections;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Drafts = Junheng.Supervision.Collections.Collections;

namespace Junheng.Tests.Supervision.Collections;

public sealed class RepliesTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task A_reply_goes_through_three_people_and_becomes_facts()
    {
        var asking = await Asking.In(Database);
        var (second, head) = (await asking.District.Person("SCHOOL1", "clerk"), await asking.District.Person("SCHOOL1", "clerk"));
        var collection = await asking.Open("甲", begins: 2040);
        await asking.Fill(collection);
        await asking.Go(collection, asking.Clerk, "SCHOOL1", "finish");
        await asking.Go(collection, second, "SCHOOL1", "check");
        await asking.Go(collection, head, "SCHOOL1", "approve");
        await asking.Go(collection, asking.Asker, "SCHOOL1", "accept");
        Assert.Equal(ReplyState.Accepted, (await asking.Reply(collection)).State);
        var pupils = await asking.FactsOf("students", 2040);
        Assert.Equal([(Stage.Primary, 613.0), (Stage.Junior, 402.0)], pupils.Select(f => (f.Stage, f.Value!.Value)));
        Assert.Equal(Stage.Shared, Assert.Single(await asking.FactsOf("area_teaching", 2040)).Stage);
        Assert.Empty(await asking.FactsOf("q1", 2040));
        await using var scope = Database.AsSystem();
        var reply = await asking.Reply(collection);
        var steps = await scope.Get<Workflows>().History(reply.Id);
        Assert.Equal(["finish", "check", "approve", "accept"], steps.Select(s => s.Verb));
        Assert.All(steps, s => Assert.Null(s.Merged));
        Assert.Equal("望溪小学 岗位", steps[0].Post);
        Assert.Equal(reply.ValueData, (await scope.Db.Set<Approval>().SingleAsync(a => a.ReplyId == reply.Id)).ValueData);
    }

    [Fact]
    public async Task One_person_in_all_roles_is_recorded_as_such()
    {
        var asking = await Asking.In(Database);
        var collection = await asking.Open("乙", begins: 2041);
        await asking.Fill(collection);
        await asking.Go(collection, asking.Clerk, "SCHOOL1", "finish", "check", "approve");
        await using var scope = Database.AsSystem();
        var steps = await scope.Get<Workflows>().History((await asking.Reply(collection)).Id);
        Assert.Equal([false, true, true], steps.Select(s => s.Merged is not null));
    }

    [Fact]
    public async Task What_is_unanswered_keeps_a_reply_from_being_handed_on()
    {
        var asking = await Asking.In(Database);
        var collection = await asking.Open("丙", begins: 2060);
        var refused = await Assert.ThrowsAsync<RuleException>(() => asking.Go(collection, asking.Clerk, "SCHOOL1", "finish"));
        Assert.Contains("9 项", refused.Message);
        Assert.Equal(ReplyState.Filling, (await asking.Reply(collection)).State);
    }

    [Fact]
    public async Task A_jump_against_last_year_needs_a_reason_that_stays_with_the_fact()
    {
        var asking = await Asking.In(Database);
        await asking.Know("students", 2042, "SCHOOL1", Stage.Primary, 300);
        var collection = await asking.Open("丁", begins: 2043);
        await asking.Fill(collection);
        Assert.Contains("变动超过", (await Assert.ThrowsAsync<RuleException>(() => asking.Go(collection, asking.Clerk, "SCHOOL1", "finish"))).Message);
        var reply = await asking.Reply(collection);
        await asking.Do(asking.Clerk, (Replies r) => r.Fill(reply.Id, reply.Version, [.. Asking.Answers(reply).Select(v => v.Row == "students:primary" ? v with { Reason = "两校合并" } : v)]));
        await asking.Go(collection, asking.Clerk, "SCHOOL1", "finish", "check", "approve");
        await asking.Go(collection, asking.Asker, "SCHOOL1", "accept");
        await using var scope = Database.AsSystem();
        Assert.Contains("两校合并", await scope.Db.Set<Junheng.Supervision.Facts.FactNote>().Select(n => n.Text).ToListAsync());
    }

    [Fact]
    public async Task One_bad_value_saves_none()
    {
        var asking = await Asking.In(Database);
        var collection = await asking.Open("戊", begins: 2044);
        var reply = await asking.Reply(collection);
        var bad = Asking.Answers(reply).Select(v => v.Row == "teachers_backbone:primary" ? v with { Number = 99 } : v).ToList();
        Assert.Equal("teachers_backbone:primary", (await Assert.ThrowsAsync<RuleException>(() => asking.Do(asking.Clerk, (Replies r) => r.Fill(reply.Id, reply.Version, bad)))).Field);
        Assert.Equal("[]", (await asking.Reply(collection)).ValueData);
        await Assert.ThrowsAsync<RuleException>(() => asking.Do(asking.Asker, (Replies r) => r.Fill(reply.Id, reply.Version, Asking.Answers(reply))));
    }

    [Fact]
    public async Task Of_two_who_press_at_once_one_wins_and_the_other_is_told()
    {
        var asking = await Asking.In(Database);
        var collection = await asking.Open("己", begins: 2045);
        await asking.Fill(collection);
        await asking.Go(collection, asking.Clerk, "SCHOOL1", "finish");
        var reply = await asking.Reply(collection);
        var pressed = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            try
            {
                await asking.Do(asking.Clerk, (Replies r) => r.Do(reply.Id, "check", reply.Version, null));
                return true;
            }
            catch (StaleException)
            {
                return false;
            }
        }));
        Assert.Single(pressed, won => won);
        await using var scope = Database.AsSystem();
        Assert.Equal(2, (await scope.Get<Workflows>().History(reply.Id)).Count);
        await Assert.ThrowsAsync<StaleException>(() => asking.Do(asking.Clerk, (Replies r) => r.Fill(reply.Id, reply.Version, [])));
    }

    [Fact]
    public async Task A_change_after_acceptance_voids_the_code_and_is_counted()
    {
        var asking = await Asking.In(Database);
        var collection = await asking.Open("庚", begins: 2046);
        await asking.Fill(collection);
        await asking.Go(collection, asking.Clerk, "SCHOOL1", "finish", "check", "approve");
        var code = (await asking.Reply(collection)).ContentCode!;
        await asking.Go(collection, asking.Asker, "SCHOOL1", "accept");
        await using (var scope = Database.As(asking.Other)) Assert.True((await scope.Get<Replies>().Check(code.ToLowerInvariant()))!.Holds);
        await asking.Go(collection, asking.Asker, "SCHOOL1", "reopen");
        await using (var scope = Database.As(asking.Other)) Assert.False((await scope.Get<Replies>().Check(code))!.Holds);
        Assert.Equal(new DateOnly(2026, 3, 16), (await asking.Reply(collection)).Due);
        await asking.Fill(collection, pupils: 620);
        await asking.Go(collection, asking.Clerk, "SCHOOL1", "finish", "check", "approve");
        await asking.Go(collection, asking.Asker, "SCHOOL1", "accept");
        var reply = await asking.Reply(collection);
        Assert.Equal(1, reply.LaterChanges);
        Assert.NotEqual(code, reply.ContentCode);
        Assert.Equal([613.0, 620.0], (await asking.FactsOf("students", 2046)).Where(f => f.Stage == Stage.Primary).Select(f => f.Value!.Value));
        await using var last = Database.AsSystem();
        Assert.Equal(2, await last.Db.Set<Approval>().CountAsync(a => a.ReplyId == reply.Id));
    }

    [Fact]
    public async Task A_signed_sheet_belongs_to_the_values_it_was_signed_for()
    {
        var asking = await Asking.In(Database);
        var collection = await asking.Open("辛", scan: true, begins: 2047);
        await asking.Fill(collection);
        var reply = await asking.Reply(collection);
        await Assert.ThrowsAsync<RuleException>(() => Attach("%PDF-1.4 signed"));
        await asking.Go(collection, asking.Clerk, "SCHOOL1", "finish", "check");
        await Assert.ThrowsAsync<RuleException>(() => asking.Go(collection, asking.Clerk, "SCHOOL1", "approve"));
        await Assert.ThrowsAsync<RuleException>(() => Attach("hello"));
        await Attach("%PDF-1.4 signed");
        await asking.Go(collection, asking.Clerk, "SCHOOL1", "back");
        await asking.Fill(collection, pupils: 614);
        await asking.Go(collection, asking.Clerk, "SCHOOL1", "finish", "check");
        Assert.False((await asking.Reply(collection)).ScanHolds);
        Assert.Contains("作废", (await Assert.ThrowsAsync<RuleException>(() => asking.Go(collection, asking.Clerk, "SCHOOL1", "approve"))).Message);
        await Attach("%PDF-1.4 signed again");
        await asking.Go(collection, asking.Clerk, "SCHOOL1", "approve");
        Assert.Equal(ReplyState.Submitted, (await asking.Reply(collection)).State);

        Task Attach(string content) => asking.Do(asking.Clerk, (Replies r) => r.AttachScan(reply.Id, new MemoryStream(System.Text.Encoding.ASCII.GetBytes(content)), "签字.pdf"));
    }

    [Fact]
    public async Task A_return_gives_three_working_days_and_asks_why()
    {
        var asking = await Asking.In(Database);
        var collection = await asking.Open("壬", begins: 2048);
        await asking.Fill(collection);
        await asking.Go(collection, asking.Clerk, "SCHOOL1", "finish", "check", "approve");
        var reply = await asking.Reply(collection);
        Assert.Equal("Reason", (await Assert.ThrowsAsync<RuleException>(() => asking.Do(asking.Asker, (Replies r) => r.Do(reply.Id, "return", reply.Version, " ")))).Field);
        await Assert.ThrowsAsync<ForbiddenException>(() => asking.Do(asking.Clerk, (Replies r) => r.Do(reply.Id, "accept", reply.Version, null)));
        var town = await asking.District.Person("TOWN", "contact");
        await Assert.ThrowsAsync<NotFoundException>(() => asking.Do(town, (Replies r) => r.Do(reply.Id, "accept", reply.Version, null)));
        await asking.Go(collection, asking.Asker, "SCHOOL1", "return");
        Assert.Equal(ReplyState.Returned, (await asking.Reply(collection)).State);
        await using var scope = Database.AsSystem();
        var reminder = await scope.Db.Set<WorkReminder>().SingleAsync(r => r.SubjectId == reply.Id && !r.Closed);
        Assert.Equal((asking.District.Units["SCHOOL1"].Id, new DateOnly(2026, 3, 16)), (reminder.UnitId, reminder.Due));
    }

    [Fact]
    public async Task Accepting_all_leaves_what_somebody_should_read()
    {
        var asking = await Asking.In(Database);
        var collection = await asking.Open("癸", begins: 2049);
        await asking.Fill(collection);
        await asking.Fill(collection, "SCHOOL2", 500);
        await asking.Go(collection, asking.Clerk, "SCHOOL1", "finish", "check", "approve");
        await asking.Go(collection, asking.Other, "SCHOOL2", "finish", "check", "approve");
        await using var scope = Database.As(asking.Asker);
        // The first school gave a reason for its area.
        Assert.Equal((1, 1), await scope.Get<Replies>().AcceptAll(collection.Id));
        Assert.Equal((ReplyState.Submitted, ReplyState.Accepted), ((await asking.Reply(collection)).State, (await asking.Reply(collection, "SCHOOL2")).State));
    }

    [Fact]
    public async Task A_closed_collection_takes_nothing_in()
    {
        var asking = await Asking.In(Database);
        var collection = await asking.Open("子", begins: 2050);
        await asking.Do(asking.Asker, (Drafts c) => c.Close(collection.Id, null));
        await Assert.ThrowsAsync<RuleException>(() => asking.Fill(collection));
    }
}
