using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Supervision.Facts;
using Junheng.Supervision.Facts.Columns;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Supervision.Facts;

public sealed class LedgerPropertyTests(TestDatabase database) : DataTests(database)
{
    private static readonly FactOrigin[] Origins = [FactOrigin.School, FactOrigin.Statistics, FactOrigin.Department];

    /// <summary>Random batches, some taken back: what the blocks hold is what the rule chooses from the ledger, and every change left a version.</summary>
    [Fact]
    public async Task Whatever_is_recorded_and_withdrawn_the_columns_agree_with_the_ledger()
    {
        await using (var scope = Database.AsSystem())
        {
            var district = new Organisation(1, "YP", "云浦区", OrganisationKind.District, null, 1);
            scope.Db.Add(district);
            for (var number = 2; number < 8; number++) scope.Db.Add(new Organisation(number, $"S{number}", $"{number}校", OrganisationKind.School, district, number));
            await scope.Db.Save();
        }
        var (random, stated) = (new Random(20261122), new Dictionary<(int, FactOrigin), double?>());
        for (var round = 0; round < 25; round++) await Round(random, stated);
        await using var after = Database.AsSystem();
        var rows = await after.Db.Set<Fact>().AsNoTracking().ToListAsync();
        foreach (var chain in rows.GroupBy(r => r.Key))
        {
            var versions = chain.OrderBy(f => f.Version).ToList();
            Assert.Equal(Enumerable.Range(1, versions.Count), versions.Select(f => f.Version));
            Assert.All(versions.Zip(versions.Skip(1)), pair => Assert.False(pair.First.Value == pair.Second.Value && pair.First.Withdrawn == pair.Second.Withdrawn));
            Assert.Equal(stated.TryGetValue((chain.Key.Organisation, chain.Key.Origin), out var last), !versions[^1].Withdrawn);
            Assert.Equal(last, versions[^1].Value);
        }
        var frame = Frame.Of([.. Enumerable.Range(2, 6).Select(n => new FrameRow(n, Stage.Primary, 1))]);
        var column = (await after.Get<Blocks>().Load(frame, ["students"], [Period.OfYear(2025)])).Dataset.Get("students", Period.OfYear(2025)).ToArray();
        for (var number = 2; number < 8; number++)
        {
            var force = rows.Where(r => r.Organisation == number).GroupBy(r => r.Origin).Select(g => g.MaxBy(f => f.Version)!).ToArray();
            Assert.Equal(Precedence.Default.Choose(force)?.Value ?? double.NaN, column[frame.Find(number, Stage.Primary)]);
        }
    }

    private async Task Round(Random random, Dictionary<(int, FactOrigin), double?> stated)
    {
        await using var scope = Database.AsSystem();
        var facts = scope.Get<Junheng.Supervision.Facts.Facts>();
        var cells = Enumerable.Range(0, random.Next(1, 8)).Select(_ => (random.Next(2, 8), Origins[random.Next(3)])).Distinct().ToList();
        List<FactValue> values = [.. cells.Select(c => new FactValue(c.Item1, Stage.Primary, "students", Period.OfYear(2025), random.Next(5) == 0 ? null : random.Next(4), c.Item2))];
        var recorded = await facts.Record(new BatchDraft(BatchKind.Import, "随机"), values);
        if (recorded.Stored > 0 && random.Next(3) == 0) await facts.Withdraw(recorded.Batches[0].Id, "随机撤回");
        else
            foreach (var value in values) stated[(value.Organisation, value.Origin)] = value.Value;
    }

    [Fact]
    public void A_cell_is_packed_into_one_number_and_back()
    {
        var random = new Random(7);
        for (var turn = 0; turn < 2000; turn++)
        {
            var cell = new SourceCell(random.Next(0, 4000), random.Next(1, 1_048_577), random.Next(1, 16_385));
            Assert.Equal(cell, SourceCell.Unpack(cell.Packed));
        }
        Assert.Null(SourceCell.Unpack(0));
    }
}
