using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Core.WorkCalendar;
using Junheng.Platform.Access;
using Junheng.Supervision.Collections;
using Junheng.Supervision.Collections.Form;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Drafts = Junheng.Supervision.Collections.Collections;
using Ledger = Junheng.Supervision.Facts;
using Register = Junheng.Supervision.Schools;

namespace Junheng.Tests.Supervision.Collections;

/// <summary>A district in which 财政局 asks two schools, one of them a through-school, for a few figures.</summary>
public sealed class Asking(TestDatabase database, District district)
{
    public District District { get; } = district;
    public Actor Asker { get; private init; } = null!;
    public Actor Clerk { get; private init; } = null!;
    public Actor Other { get; private init; } = null!;

    public static async Task<Asking> In(TestDatabase database)
    {
        var district = await District.In(database);
        await using (var scope = database.AsSystem())
            if (!await scope.Db.Set<Register.School>().AnyAsync())
            {
                Teach("SCHOOL1", [Stage.Primary, Stage.Junior], 1);
                Teach("SCHOOL2", [Stage.Primary], 2);
                await scope.Db.Save();

                void Teach(string code, Stage[] stages, int order)
                {
                    scope.Db.Add(new Register.School(district.Units[code], district.Units["D"].Number, false, new Register.SchoolDetails
                    {
                        Nature = SchoolNature.Public,
                        Stages = Register.SchoolDetails.Join(stages),
                        TownId = district.Units["TOWN"].Id,
                        Order = order,
                    }));
                    foreach (var stage in stages) scope.Db.Add(new Register.SchoolStage(district.Units[code].Id, stage));
                }
            }
        return new Asking(database, district)
        {
            Asker = await district.Person("FINANCE", Roles.Contact),
            Clerk = await district.Person("SCHOOL1", Roles.Clerk),
            Other = await district.Person("SCHOOL2", Roles.Clerk),
        };
    }

    public int Number(string unit) => District.Units[unit].Number;

    public CollectionHead Head(string title, int begins = 2025, bool scan = false, DateOnly? deadline = null) =>
        new(title, Period.OfSchoolYear(begins), new Deadline(deadline ?? new(2026, 3, 16), false), "教督〔2017〕6号", null, null, scan, RespondentKind.Schools, [], null);

    /// <summary>An open collection with the sample's questions.</summary>
    public async Task<Collection> Open(string title, bool scan = false, int begins = 2025, IReadOnlyList<Question>? questions = null)
    {
        var collection = await Draft(title, scan, begins, questions);
        await Do(Asker, (Drafts c) => c.Open(collection.Id, null));
        return await Get(collection.Id);
    }

    public async Task<Collection> Draft(string title, bool scan = false, int begins = 2025, IReadOnlyList<Question>? questions = null)
    {
        await using var scope = database.As(Asker);
        var collections = scope.Get<Drafts>();
        var collection = await collections.Create(Head(title, begins, scan));
        foreach (var question in questions ?? SampleCollection.Questions) await collections.Ask(collection.Id, collection.Version, question);
        return collection;
    }

    public async Task<Collection> Get(Guid id)
    {
        await using var scope = database.As(Asker);
        return await scope.Get<Drafts>().Get(id);
    }

    public async Task<Reply> Reply(Collection collection, string unit = "SCHOOL1")
    {
        await using var scope = database.AsSystem();
        var id = District.Units[unit].Id;
        return await scope.Db.Set<Reply>().SingleAsync(r => r.CollectionId == collection.Id && r.OrganisationId == id);
    }

    /// <summary>The service's verb as one unit of work of one person.</summary>
    public async Task Do<T>(Actor actor, Func<T, Task> verb) where T : notnull
    {
        await using var scope = database.As(actor);
        await verb(scope.Get<T>());
    }

    /// <summary>Answers that break no rule, for both stages of the first school or the one of the second.</summary>
    public static IReadOnlyList<ReplyValue> Answers(Reply reply, decimal pupils = 613) => reply.Stages.Count == 2
        ? [new("students:primary", pupils), new("students:junior", 402), new("teachers:primary", 40), new("teachers:junior", 31), new("teachers_backbone:primary", 5),
            new("teachers_backbone:junior", 3), new("area_teaching", 4512.5m, Reason: "新建教学楼"), new("q1:primary", Word: "是"), new("q1:junior", Word: "否")]
        : [new("students:primary", pupils), new("teachers:primary", 38), new("teachers_backbone:primary", 4), new("area_teaching:primary", 3000), new("q1:primary", Word: "否")];

    public async Task Fill(Collection collection, string unit = "SCHOOL1", decimal pupils = 613)
    {
        var reply = await Reply(collection, unit);
        await Do(unit == "SCHOOL1" ? Clerk : Other, (Replies r) => r.Fill(reply.Id, reply.Version, Answers(reply, pupils)));
    }

    public async Task Go(Collection collection, Actor actor, string unit, params string[] verbs)
    {
        foreach (var verb in verbs)
        {
            var reply = await Reply(collection, unit);
            await Do(actor, (Replies r) => r.Do(reply.Id, verb, reply.Version, "理由"));
        }
    }

    public async Task<List<Ledger.Fact>> FactsOf(string element, int begins = 2025)
    {
        await using var scope = database.AsSystem();
        var id = (await scope.Get<Ledger.Elements>().Ids()).GetValueOrDefault(element);
        var (period, number) = (Period.OfSchoolYear(begins).Key, Number("SCHOOL1"));
        return await scope.Db.Set<Ledger.Fact>().AsNoTracking().Where(f => f.Element == id && f.PeriodKey == period && f.Organisation == number).OrderBy(f => f.Stage).ThenBy(f => f.Version).ToListAsync();
    }

    public async Task Know(string element, int begins, string unit, Stage stage, double value)
    {
        await using var scope = database.AsSystem();
        await scope.Get<Ledger.Facts>().Record(new Ledger.BatchDraft(Ledger.BatchKind.Import, "统计"), [new Ledger.FactValue(Number(unit), stage, element, Period.OfSchoolYear(begins), value, Ledger.FactOrigin.Statistics)]);
    }
}
