using Junheng.Core.Schooling;
using Junheng.Kits.Workflow;
using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Junheng.Supervision.Collections;
using Junheng.Supervision.Collections.Burden;
using Junheng.Supervision.Collections.Form;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Drafts = Junheng.Supervision.Collections.Collections;

namespace Junheng.Tests.Supervision.Collections;

public sealed class CollectionsTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task Opening_fixes_who_answers_and_what_it_costs()
    {
        var asking = await Asking.In(Database);
        var collection = await asking.Open("甲", begins: 2030);
        Assert.Equal((CollectionState.Open, 2), (collection.State, collection.Respondents));
        // Four questions by stage and one for the whole: 9 rows of the through-school and 5 of the other, 5 minutes each.
        Assert.Equal(14 * 5, collection.Minutes);
        var reply = await asking.Reply(collection);
        Assert.Equal([Stage.Primary, Stage.Junior], reply.Stages);
        Assert.Equal((ReplyState.Filling, new DateOnly(2026, 3, 16), "望溪街道"), (reply.State, reply.Due, reply.Town));
        await using var scope = Database.AsSystem();
        Assert.Equal(asking.District.Units["SCHOOL1"].Id, (await scope.Db.Set<WorkReminder>().SingleAsync(r => r.SubjectId == reply.Id)).UnitId);
        await Assert.ThrowsAsync<RuleException>(() => asking.Do(asking.Asker, (Drafts c) => c.Ask(collection.Id, collection.Version, SampleCollection.Questions[0])));
    }

    [Fact]
    public async Task What_is_known_already_is_shown_pre_filled_and_asked_again_only_with_a_named_approver()
    {
        var asking = await Asking.In(Database);
        await asking.Know("students", 2031, "SCHOOL1", Stage.Primary, 600);
        await asking.Know("students", 2030, "SCHOOL1", Stage.Primary, 590);
        var collection = await asking.Draft("乙", begins: 2031);
        Assert.Contains("在校学生数", (await Assert.ThrowsAsync<RuleException>(() => asking.Do(asking.Asker, (Drafts c) => c.Open(collection.Id, null)))).Message);
        await asking.Do(asking.Asker, (Drafts c) => c.Ask(collection.Id, collection.Version, SampleCollection.Questions[0] with { AgainReason = "学期中有变动", AgainApprover = "某副区长" }));
        await asking.Do(asking.Asker, (Drafts c) => c.Open(collection.Id, null));
        var reply = await asking.Reply(collection);
        Assert.Equal(600, reply.Values["students:primary"].Number);
        Assert.Contains("教育事业统计", reply.Values["students:primary"].Source);
        await using var scope = Database.As(asking.Clerk);
        var (own, open) = await scope.Get<Replies>().Open(reply.Id);
        Assert.Equal(590, (await scope.Get<Replies>().Lay(own, open)).Known["students:primary"].Before!.Value);
    }

    [Fact]
    public async Task A_unit_that_has_used_its_budget_up_says_why_it_asks_on()
    {
        var asking = await Asking.In(Database);
        var officer = await asking.District.Person("OFFICE", Roles.Officer);
        await using (var scope = Database.As(officer)) await scope.Get<BurdenAccount>().SetBudget(asking.District.Units["FINANCE"].Id, 2026, 1, "年度额度");
        var collection = await asking.Draft("丙", begins: 2032);
        Assert.Equal("OverBudget", (await Assert.ThrowsAsync<RuleException>(() => asking.Do(asking.Asker, (Drafts c) => c.Open(collection.Id, null)))).Field);
        await asking.Do(asking.Asker, (Drafts c) => c.Open(collection.Id, null, "上级临时要求"));
        Assert.Equal("上级临时要求", (await asking.Get(collection.Id)).OverBudget);
        await using (var scope = Database.As(officer))
        {
            var line = Assert.Single(await scope.Get<BurdenAccount>().Year(2026), l => l.Asker == asking.District.Units["FINANCE"].Id);
            Assert.True(line.Left < 0 && line.Unplanned == line.Collections);
            await scope.Get<BurdenAccount>().SetBudget(asking.District.Units["FINANCE"].Id, 2026, 1_000_000, "调整");
        }
        await Assert.ThrowsAsync<ForbiddenException>(() => asking.Do(asking.Asker, (BurdenAccount b) => b.SetBudget(asking.District.Units["FINANCE"].Id, 2026, 5, "自己加")));
    }

    [Fact]
    public async Task Only_the_school_itself_and_the_unit_that_asked_see_a_reply()
    {
        var asking = await Asking.In(Database);
        var collection = await asking.Open("丁", begins: 2033);
        var reply = await asking.Reply(collection);
        foreach (var stranger in new[] { asking.Other, await asking.District.Person("TOWN", Roles.Contact) })
        {
            await using var scope = Database.As(stranger);
            await Assert.ThrowsAsync<NotFoundException>(() => scope.Get<Replies>().Open(reply.Id));
            await Assert.ThrowsAsync<NotFoundException>(async () => await scope.Get<Drafts>().Oversee(collection));
            Assert.Empty(await scope.Db.Set<Reply>().Where(r => r.Id == reply.Id).ToListAsync());
        }
        await using var asker = Database.As(asking.Asker);
        Assert.Empty(await asker.Db.Set<Reply>().ToListAsync());
        Assert.Equal(reply.Id, (await asker.Get<Replies>().Open(reply.Id)).Reply.Id);
    }

    [Fact]
    public async Task Another_units_draft_is_not_found()
    {
        var asking = await Asking.In(Database);
        var collection = await asking.Draft("戊", begins: 2034);
        var town = await asking.District.Person("TOWN", Roles.Contact);
        await Assert.ThrowsAsync<NotFoundException>(() => asking.Do(town, (Drafts c) => c.Get(collection.Id)));
        await Assert.ThrowsAsync<NotFoundException>(() => asking.Do(asking.Clerk, (Drafts c) => c.Get(collection.Id)));
        await Assert.ThrowsAsync<ForbiddenException>(() => asking.Do(asking.Clerk, (Drafts c) => c.Create(asking.Head("己"))));
    }

    [Fact]
    public async Task A_draft_without_questions_or_with_a_past_deadline_is_not_opened()
    {
        var asking = await Asking.In(Database);
        var empty = await asking.Draft("庚", questions: []);
        await Assert.ThrowsAsync<RuleException>(() => asking.Do(asking.Asker, (Drafts c) => c.Open(empty.Id, null)));
        var late = await asking.Draft("辛", begins: 2035);
        await asking.Do(asking.Asker, (Drafts c) => c.Describe(late.Id, late.Version, asking.Head("辛", 2035, deadline: new(2026, 2, 27))));
        Assert.Equal("Deadline", (await Assert.ThrowsAsync<RuleException>(() => asking.Do(asking.Asker, (Drafts c) => c.Open(late.Id, null)))).Field);
        await using var scope = Database.AsSystem();
        Assert.False(await scope.Db.Set<Reply>().AnyAsync(r => r.CollectionId == late.Id));
        await Assert.ThrowsAsync<RuleException>(() => asking.Do(asking.Asker, (Drafts c) => c.Ask(late.Id, late.Version + 1, new Question { Key = "a", Name = "a", AtMost = "missing" })));
    }
}
