using System.Text;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Kits.Workflow;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Files;
using Junheng.Supervision.Collections.Burden;
using Junheng.Supervision.Collections.Flow;
using Junheng.Supervision.Collections.Form;
using Junheng.Supervision.Facts;
using Junheng.Supervision.Schools.Lists;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Collections;

/// <summary>Two invented collections: one open, with schools that are done, under way, late and one returned; one closed. Nothing is recorded as a
/// fact: the open one is not accepted yet, and the closed one asks for what no pack knows.</summary>
public sealed class Demonstration(JunhengDb db, Respondents respondents, KnownValues known, Elements elements, SchoolLists lists, ContentStore files, Workflows workflows, Calendars calendars, TimeProvider clock)
{
    private const string AskerCode = "YPB02", KeeperCode = "YPB01", ClerkCode = "YPS062";
    private readonly Actor system = Actor.System(CollectionTexts.DemonstrationActor);
    private readonly List<Reply> replies = [];
    private readonly List<WorkStep> steps = [];
    private readonly List<Approval> approvals = [];
    private readonly List<IssuedCode> codes = [];
    private StoredContent? scan;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
    private DateOnly Today => clock.Today();

    public async Task Lay()
    {
        var units = await db.Set<Organisation>().AsNoTracking().Where(o => o.ParentId == null || o.Code == AskerCode || o.Code == KeeperCode).ToListAsync();
        var (district, asker, keeper) = (units.Single(o => o.ParentId is null), units.Single(o => o.Code == AskerCode), units.Single(o => o.Code == KeeperCode));
        var item = new PlanItem(keeper.Id, district.Id, Today.Year, "1", DemonstrationTexts.PlanTitle, asker, DemonstrationTexts.PlanApproval);
        db.AddRange(item, new BurdenBudget(keeper.Id, district.Id, asker.Id, Today.Year, 12_000));
        scan = await files.Add(new MemoryStream(Encoding.ASCII.GetBytes(DemonstrationTexts.BlankSheet)), DemonstrationTexts.ScanName);
        await LayOpen(district, asker, item);
        await LayClosed(district, asker);
        await db.Write(async () =>
        {
            await db.Save();
            await db.InsertAll(db.TableOf<Reply>(), replies);
            await db.InsertAll(db.TableOf<WorkStep>(), steps);
            await db.InsertAll(db.TableOf<Approval>(), approvals);
            await db.InsertAll(db.TableOf<IssuedCode>(), codes);
            await db.InsertAll(db.TableOf<WorkReminder>(), [.. replies.Select(r => workflows.ReminderOf(Flows.Reply, r)).OfType<WorkReminder>()]);
        });
    }

    private async Task LayOpen(Organisation district, Organisation asker, PlanItem item)
    {
        var period = await LatestPeriod(district.Number);
        var list = await lists.Frozen(district.Id, ListPurpose.QualityBalance, Today);
        var opened = Now.AddDays(-21);
        var collection = new Collection(asker, district, new CollectionHead(DemonstrationTexts.OpenTitle(period.Shown()), period, calendars.Days.On(calendars.Days.WorkdaysBefore(Today, 2)),
            DemonstrationTexts.OpenBasis, item.Id, DemonstrationTexts.OpenNote, true, RespondentKind.Schools, [Stage.Primary, Stage.Junior], list?.Id), opened);
        collection.Ask([.. DemonstrationTexts.Asked.Select(key => elements.Find(key)!).Select(element => Question.Of(element) with
        {
            Name = element.Name == element.Key ? CollectionTexts.ElementNames[element.Key] : element.Name,
            Unit = CollectionTexts.UnitOf(element),
            AtMost = element.Key is "teachers" ? "staff" : element.Key is "teachers_above_required" or "teachers_backbone" or "teachers_pe_arts" ? "teachers" : null,
            AgainReason = DemonstrationTexts.AgainReason,
            AgainApprover = DemonstrationTexts.AgainApprover,
        })]);
        var asked = await respondents.Of(collection, Today);
        var forms = asked.ToDictionary(r => r.Number, r => FormRow.Of(collection.Questions, r.Stages));
        var values = await known.Load(district.Number, forms, period);
        Send(collection, asked, forms, opened);
        for (var at = 0; at < asked.Count; at++)
        {
            var respondent = asked[at];
            var beside = values.GetValueOrDefault(respondent.Number) ?? new Dictionary<string, KnownRow>();
            var prefilled = forms[respondent.Number].Where(r => beside.GetValueOrDefault(r.Key)?.Now is not null).Select(r => new ReplyValue(r.Key, beside[r.Key].Now!.Value, Source: beside[r.Key].Now!.Source));
            var reply = new Reply(collection, respondent, prefilled);
            replies.Add(reply);
            // The clerk whose account is shown on the sign-in page has everything still before him; every eighth school is late.
            if (respondent.Code != ClerkCode && at % 8 != 7) Answer(reply, collection, forms[respondent.Number], beside, at, opened.AddDays(2 + (at % 15)));
        }
    }

    private async Task LayClosed(Organisation district, Organisation asker)
    {
        var opened = Now.AddDays(-70);
        var until = DateOnly.FromDateTime(opened.AddDays(14).ToBeijing());
        var collection = new Collection(asker, district, new CollectionHead(DemonstrationTexts.ClosedTitle(until.Year), Period.OfYear(until.Year), calendars.Days.On(until),
            DemonstrationTexts.ClosedBasis, null, null, false, RespondentKind.Schools, [Stage.Kindergarten], null), opened);
        collection.Ask(DemonstrationTexts.ClosedQuestions);
        var asked = await respondents.Of(collection, Today);
        var forms = asked.ToDictionary(r => r.Number, r => FormRow.Of(collection.Questions, r.Stages));
        Send(collection, asked, forms, opened);
        foreach (var (respondent, at) in asked.Select((r, at) => (r, at)))
        {
            var reply = new Reply(collection, respondent, []);
            replies.Add(reply);
            reply.Fill(forms[respondent.Number].Select(row => row.Question.IsNumber ? new ReplyValue(row.Key, (at * 7 % 5) + 1) : new ReplyValue(row.Key, Word: row.Question.Options[0])));
            Steps(reply, collection, forms[respondent.Number], opened.AddDays(1 + (at % 12)), "finish", "check", "approve", "accept");
            approvals.Add(new Approval(reply, asker.Name, opened.AddDays(16)));
        }
        steps.Add(Flows.Collection.Take(collection, "close", system, opened.AddDays(20), calendars.Days));
    }

    private void Send(Collection collection, IReadOnlyList<Respondent> asked, Dictionary<int, IReadOnlyList<FormRow>> forms, DateTime opened)
    {
        db.Add(collection);
        collection.Size(asked.Count, forms.Values.Sum(form => form.Sum(row => row.Question.Minutes)), null);
        if (asked.Count > 0) steps.Add(Flows.Collection.Take(collection, "open", system, opened, calendars.Days));
    }

    private void Answer(Reply reply, Collection collection, IReadOnlyList<FormRow> form, IReadOnlyDictionary<string, KnownRow> beside, int at, DateTime when)
    {
        var stated = new Dictionary<string, ReplyValue>();
        foreach (var row in form)
        {
            var known = beside.GetValueOrDefault(row.Key);
            var number = known?.Now?.Value ?? decimal.Round((known?.Before?.Value ?? DemonstrationTexts.Usual(row.Question.Key) + (at * 37 % 29)) * (1 + (at % 5 - 2) / 100m), row.Question.Decimals);
            if (row.Question.AtMost is { } other && form.FirstOrDefault(r => r.Question.Key == other && r.Stage == row.Stage) is { } whole && stated.GetValueOrDefault(whole.Key)?.Number is { } most) number = Math.Min(number, most);
            var value = new ReplyValue(row.Key, number, Source: known?.Now?.Source);
            stated[row.Key] = ValueRules.Doubt(row, value, known?.Before?.Value) is null ? value : value with { Reason = DemonstrationTexts.Reason };
        }
        reply.Fill(stated.Values);
        var laid = new FilledForm(form, reply.Values, beside);
        if (laid.Open().Any()) return;
        Steps(reply, collection, form, when, (at % 16) switch
        {
            1 => ["finish"],
            2 => ["finish", "check"],
            _ => ["finish", "check", "approve"],
        });
        if (at == 4) steps.Add(Flows.Reply.Take(reply, "return", system, Now.AddDays(-1), calendars.Days, DemonstrationTexts.ReturnReason));
    }

    private void Steps(Reply reply, Collection collection, IReadOnlyList<FormRow> form, DateTime when, params string[] verbs)
    {
        reply.Lay(new FilledForm(form, reply.Values, new Dictionary<string, KnownRow>()));
        foreach (var (verb, at) in verbs.Select((v, at) => (v, at)))
        {
            // The invented signed sheet is blank and says so.
            if (verb == "approve" && collection.AsksScan) reply.AttachScan(scan!.Hash, DemonstrationTexts.ScanName);
            steps.Add(Flows.Reply.Take(reply, verb, system, when.AddHours(at), calendars.Days));
            if (verb == "finish") codes.Add(new IssuedCode(reply, reply.ContentCode!, when));
        }
    }

    /// <summary>The newest period of which the ledger knows pupils, so that an accepted answer moves what is shown; else this school year.</summary>
    private async Task<Period> LatestPeriod(int district)
    {
        var pupils = (await elements.Ids()).GetValueOrDefault("students");
        var latest = await db.Set<Fact>().Where(f => f.District == district && f.Element == pupils).Select(f => (int?)f.PeriodKey).MaxAsync();
        return latest is { } key ? new Period(key) : Period.SchoolYearOf(Today);
    }
}
