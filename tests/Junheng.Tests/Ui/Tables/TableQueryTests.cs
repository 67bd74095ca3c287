using Junheng.Platform.Access;
using Junheng.Platform.Web;
using Junheng.Tests.Support;
using Junheng.Ui.Tables;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Ui.Tables;

/// <summary>The same table over the database and over a list gives the same rows and totals.</summary>
public sealed class TableQueryTests(TestDatabase database) : DataTests(database)
{
    private static readonly Columns<Organisation> Organisations = new Columns<Organisation>()
        .Text("name", "名称", o => o.Name).Searched().Filtered()
        .Text("code", "代码", o => o.Code).Searched()
        .Choice("kind", "类别", o => o.Kind, [(OrganisationKind.School, "学校"), (OrganisationKind.Town, "街镇")])
        .Number("number", "序号", o => o.Number).Filtered().Totalled()
        .Number("order", "次序", o => (double)o.Order / 4, decimals: 2).Totalled()
        .Date("from", "起", o => o.ValidFrom).Filtered()
        .Flag("demonstration", "演示", o => o.Demonstration).Filtered()
        .OrderedBy(o => o.Path);

    private static readonly Columns<FormKey> Keys = new Columns<FormKey>()
        .Text("key", "编号", k => k.Key)
        .Text("location", "去向", k => k.Location).Filtered()
        .Instant("used", "时间", k => k.UsedAt).Filtered()
        .OrderedBy(k => k.Key);

    [Theory]
    [InlineData("")]
    [InlineData("q=甲&sort=-name")]
    [InlineData("q=S1 乙")]
    [InlineData("name=_&sort=number")]
    [InlineData("name=%25")]
    [InlineData("kind=Town&sort=-order")]
    [InlineData("number.from=3.5&number.to=900&sort=-code")]
    [InlineData("demonstration=true")]
    [InlineData("demonstration=false&sort=from")]
    public async Task Database_and_list_agree(string query)
    {
        await Lay();
        await using var scope = Database.AsSystem();
        var state = State(query);
        var stored = await Run(scope.Db.Set<Organisation>().AsNoTracking(), Organisations, state);
        var all = await scope.Db.Set<Organisation>().AsNoTracking().ToListAsync();
        var listed = await Run(all.AsQueryable(), Organisations, state);
        Assert.Equal(listed.Rows.Select(o => o.Code), stored.Rows.Select(o => o.Code));
        Assert.Equal(listed.Totals, stored.Totals);
    }

    [Fact]
    public async Task A_day_means_the_day_in_Beijing()
    {
        await using var scope = Database.AsSystem();
        var midnight = new DateTime(2026, 3, 1, 16, 0, 0, DateTimeKind.Utc);
        foreach (var (minutes, letter) in new[] { (-1, "1"), (0, "2"), (24 * 60 - 1, "3"), (24 * 60, "4") })
            scope.Db.Add(new FormKey(letter, null, midnight.AddMinutes(minutes)));
        await scope.Db.Save();
        var found = await Run(scope.Db.Set<FormKey>().AsNoTracking(), Keys, State("used.from=2026-03-02&used.to=2026-03-02"));
        Assert.Equal(["2", "3"], found.Rows.Select(k => k.Key));
        Assert.Empty((await Run(scope.Db.Set<FormKey>().AsNoTracking(), Keys, State("location=x"))).Rows);
        Assert.Equal(4, (await Run(scope.Db.Set<FormKey>().AsNoTracking(), Keys, State("sort=-location"))).Rows.Count);
    }

    [Fact]
    public void A_key_may_be_declared_once() =>
        Assert.Throws<ArgumentException>(() => new Columns<Organisation>().Text("name", "a", o => o.Name).Text("name", "b", o => o.Code));

    private static async Task<(List<T> Rows, List<object?> Totals)> Run<T>(IQueryable<T> rows, Columns<T> columns, TableState state)
    {
        var wanted = TableQuery.Filter(rows, columns, state);
        var totals = new List<object?>();
        foreach (var column in columns.Where(c => c.Totalled)) totals.Add(await TableQuery.Sum(wanted, column, default));
        var found = await TableQuery.ToList(TableQuery.Order(wanted, columns, state), default);
        Assert.Equal(found.Count, await TableQuery.Count(wanted, default));
        return (found, totals);
    }

    private static TableState State(string query) =>
        new("/x", query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => KeyValuePair.Create(p.Split('=')[0], Uri.UnescapeDataString(p.Split('=')[1]))));

    private async Task Lay()
    {
        await using var scope = Database.AsSystem();
        if (await scope.Db.Set<Organisation>().AnyAsync()) return;
        var root = new Organisation(1, "R", "甲区", OrganisationKind.District, null, 1);
        scope.Db.Add(root);
        await scope.Db.Save();
        string[] names = ["甲校", "乙校", "甲_校", "甲%校", "𠮷校", "丙镇", "S校"];
        for (var i = 0; i < names.Length; i++)
            scope.Db.Add(new Organisation(i + 2, $"S1{i}", names[i], names[i].EndsWith('镇') ? OrganisationKind.Town : OrganisationKind.School, root, i + 1));
        await scope.Db.Save();
    }
}
