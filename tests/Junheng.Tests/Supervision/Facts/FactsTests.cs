using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Events;
using Junheng.Platform.Journal;
using Junheng.Platform.Rules;
using Junheng.Supervision.Facts;
using Junheng.Supervision.Facts.Columns;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Supervision.Facts;

public sealed class FactsTests(TestDatabase database) : DataTests(database), IAsyncLifetime
{
    private static readonly Period Year = Period.OfYear(2023);
    private static readonly Evidence Scan = new(new string('a', 64), "现场清点记录.pdf");

    public async Task InitializeAsync()
    {
        await using var scope = Database.AsSystem();
        if (await scope.Db.Set<Organisation>().AnyAsync()) return;
        var district = new Organisation(1, "YP", "云浦区", OrganisationKind.District, null, 1);
        scope.Db.AddRange(district, new Organisation(2, "S1", "一校", OrganisationKind.School, district, 1), new Organisation(3, "S2", "二校", OrganisationKind.School, district, 2));
        await scope.Db.Save();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_different_value_is_a_new_version_and_an_equal_one_changes_nothing()
    {
        Assert.Equal((1, 0), await Record(Value(2, "classes", 30)));
        Assert.Equal((0, 0), await Record(Value(2, "classes", 30)));
        Assert.Equal((0, 1), await Record(Value(2, "classes", 31)));
        Assert.Equal([30.0, 31.0], (await Stored("classes")).Select(f => f.Value));
        Assert.Equal([1, 2], (await Stored("classes")).Select(f => f.Version));
    }

    [Fact]
    public async Task A_batch_leaves_one_journal_row_and_one_event_and_an_unchanged_one_none()
    {
        await Record(Value(2, "staff", 80), Value(3, "staff", 90));
        await Record(Value(2, "staff", 80), Value(3, "staff", 90));
        await using var scope = Database.AsSystem();
        var batch = await scope.Db.Set<FactBatch>().OrderBy(b => b.Id).LastAsync();
        Assert.Equal((2, 2, 0), (batch.Offered, batch.Added, batch.Changed));
        var key = batch.Id.ToString();
        Assert.Single(await scope.Db.Set<JournalEntry>().Where(j => j.Entity == "FactBatch" && j.EntityKey == key).ToListAsync());
        var happened = await scope.Db.Set<EventRow>().Where(e => e.Name == "facts.published").OrderBy(e => e.Id).LastAsync();
        Assert.Contains("\"Elements\":[\"staff\"],\"Periods\":[\"2023\"]", happened.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Origins_stand_side_by_side_and_the_named_rule_says_which_counts()
    {
        await Record(Value(2, "students", 500), Value(2, "students", 498) with { Origin = FactOrigin.Department }, Value(3, "students", 700));
        Assert.Equal([500, 700], await Loaded("students"));
        await Record(Value(2, "students", 505) with { Origin = FactOrigin.Statistics });
        Assert.Equal([505, 700], await Loaded("students"));
        await Record(Value(2, "students", 503) with { Origin = FactOrigin.Verified, Note = "现场清点", Evidence = Scan });
        Assert.Equal([503, 700], await Loaded("students"));
        Assert.Equal(4, (await Stored("students")).Count(f => f.Organisation == 2));
        var loaded = await Load("students");
        Assert.Equal([(0, FactOrigin.Verified)], loaded.Differing.Select(d => (d.Row, d.Counted)));
        Assert.True(loaded.Version > 0);
    }

    [Fact]
    public async Task Unknown_is_stored_and_gives_way_to_an_origin_that_knows()
    {
        await Record(Value(2, "teachers", null) with { Origin = FactOrigin.Statistics }, Value(2, "teachers", 40), Value(3, "teachers", null));
        Assert.Equal([40, double.NaN], await Loaded("teachers"));
        Assert.Null(Assert.Single(await Stored("teachers"), f => f.Organisation == 3).Value);
        Assert.Equal((0, 0), await Record(Value(3, "teachers", null)));
    }

    [Fact]
    public async Task A_verified_value_without_evidence_is_refused()
    {
        await Assert.ThrowsAsync<RuleException>(() => Record(Value(2, "staff", 1) with { Origin = FactOrigin.Verified, Note = "看过" }));
        await Assert.ThrowsAsync<RuleException>(() => Record(Value(2, "staff", 1) with { Origin = FactOrigin.Verified, Evidence = Scan }));
    }

    [Fact]
    public async Task Two_values_for_one_key_are_refused_and_nothing_of_the_batch_is_kept()
    {
        await Assert.ThrowsAsync<RuleException>(() => Record(Value(3, "rooms_networked", 1), Value(2, "rooms_networked", 1), Value(2, "rooms_networked", 2)));
        Assert.Empty(await Stored("rooms_networked"));
    }

    [Fact]
    public async Task Finance_values_of_different_basis_are_different_values()
    {
        await Record(Value(1, "expenditure_total", 100) with { Stage = Stage.Shared, Basis = Basis.Budget, Origin = FactOrigin.Department },
            Value(1, "expenditure_total", 110) with { Stage = Stage.Shared, Basis = Basis.FinalAccount, Origin = FactOrigin.Department });
        await using var scope = Database.AsSystem();
        var frame = Frame.Of([new FrameRow(1, Stage.Shared, 1) { Level = Level.District }]);
        var data = (await scope.Get<Blocks>().Load(frame, ["expenditure_total"], [Year])).Dataset;
        Assert.Equal(100, data.Get("expenditure_total", Year, Basis.Budget)[frame.Find(1, Stage.Shared)]);
        Assert.Equal(110, data.Get("expenditure_total", Year, Basis.FinalAccount)[frame.Find(1, Stage.Shared)]);
        Assert.True(data.Get("expenditure_total", Year).IsEmpty);
    }

    [Fact]
    public async Task Nobody_writes_for_an_organisation_out_of_scope()
    {
        await using var scope = Database.As(Actor.Nobody);
        await Assert.ThrowsAsync<NotFoundException>(() => scope.Get<Junheng.Supervision.Facts.Facts>().Record(Draft, [Value(2, "classes", 1)]));
    }

    private static readonly BatchDraft Draft = new(BatchKind.Import, "测试");

    private static FactValue Value(int school, string element, double? value) => new(school, Stage.Primary, element, Year, value);

    private async Task<(int Added, int Changed)> Record(params FactValue[] values)
    {
        await using var scope = Database.AsSystem();
        var recorded = await scope.Get<Junheng.Supervision.Facts.Facts>().Record(Draft, values);
        return (recorded.Added, recorded.Changed);
    }

    private async Task<List<Fact>> Stored(string element)
    {
        await using var scope = Database.AsSystem();
        var id = (await scope.Get<Elements>().Ids()).GetValueOrDefault(element, -1);
        return await scope.Db.Set<Fact>().AsNoTracking().Where(f => f.Element == id).OrderBy(f => f.Organisation).ThenBy(f => f.Origin).ThenBy(f => f.Version).ToListAsync();
    }

    private async Task<LoadedBlocks> Load(string element)
    {
        await using var scope = Database.AsSystem();
        return await scope.Get<Blocks>().Load(Frame.Of([new(2, Stage.Primary, 1), new(3, Stage.Primary, 1)]), [element], [Year]);
    }

    private async Task<List<double>> Loaded(string element) => [.. (await Load(element)).Dataset.Get(element, Year)[..2]];
}
