using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Rules;
using Junheng.Platform.Sheets;
using Junheng.Platform.Sheets.Writing;
using Junheng.Supervision.Facts;
using Junheng.Supervision.Facts.Wide;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Supervision.Facts.Wide;

public sealed class WideSheetsTests(TestDatabase database) : DataTests(database), IAsyncLifetime
{
    private static readonly Period Year = Period.OfYear(2025);

    private static readonly PlaceRule[] Rules =
    [
        new("小学 / 在校学生数", "students", Stage.Primary), new("初中 / 在校学生数", "students", Stage.Junior),
        new("初中 / 专任教师数", "teachers", Stage.Junior), new("教学仪器设备值(万元)", "equipment_value", Stage.Shared, 10_000),
    ];

    public Task InitializeAsync() => SchoolsForFacts.Lay(Database);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Merged_headers_totals_notes_units_and_stages_are_understood()
    {
        var reading = await Read(Book());
        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Unmatched);
        Assert.Equal([MatchedBy.Code, MatchedBy.Code, MatchedBy.Name], reading.Matched.Select(m => m.By));
        Assert.Equal((4, 0), (reading.TotalsChecked, reading.Totals.Count));
        var through = await SchoolsForFacts.Number(Database, "3131000003");
        Assert.Contains(reading.Values, v => v is { Stage: Stage.Junior, Element: "students", Value: 300 } && v.Organisation == through);
        Assert.Contains(reading.Values, v => v is { Stage: Stage.Shared, Element: "equipment_value", Value: 2_500_000 } && v.Organisation == through);
        Assert.Equal(9, reading.Values.Count);
    }

    [Fact]
    public async Task Columns_are_found_by_their_header_wherever_they_stand_and_a_missing_one_is_named()
    {
        var turned = await Read(Book(turned: true));
        Assert.Empty(turned.Errors);
        Assert.Equal(9, turned.Values.Count);
        var missing = await Read(Book(equipment: "仪器设备（万元）"));
        Assert.Contains("没有找到表头“教学仪器设备值(万元)”", Assert.Single(missing.Errors).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_total_that_does_not_add_up_is_listed_and_refuses_nothing()
    {
        var reading = await Read(Book(total: 1010));
        Assert.Equal(new TotalDifference("小学 / 在校学生数", 7, 1010, 1000), Assert.Single(reading.Totals));
        Assert.True(reading.Ready);
    }

    [Fact]
    public async Task A_name_that_nobody_bears_waits_for_a_person_and_is_never_guessed()
    {
        var reading = await Read(Book(third: "云浦区九年一贯学校"));
        Assert.Equal("云浦区九年一贯学校", Assert.Single(reading.Unmatched).Text);
        Assert.False(reading.Ready);
        var settled = await Read(Book(third: "云浦区九年一贯学校"), new() { ["云浦区九年一贯学校"] = "3131000003" });
        Assert.Equal(MatchedBy.Confirmed, settled.Matched[^1].By);
        Assert.True(settled.Ready);
        var left = await Read(Book(third: "云浦区九年一贯学校"), new() { ["云浦区九年一贯学校"] = "" });
        Assert.Single(left.LeftOut);
        Assert.Empty(left.Totals);
    }

    [Fact]
    public async Task Text_in_a_number_cell_a_stage_not_taught_merged_cells_and_a_school_twice_are_refused_with_their_place()
    {
        Assert.Equal((5, "初中 / 专任教师数"), Place(await Read(Book(teachers: "约40"))));
        Assert.Equal((4, "初中 / 在校学生数"), Place(await Read(Book(wrongStage: 5))));
        Assert.Equal((4, "D"), Place(await Read(Book(merge: "D4:D5"))));
        Assert.Equal((6, ""), Place(await Read(Book(third: "云浦区第一小学"))));
        Assert.Equal((5, "初中 / 专任教师数"), Place(await Read(Book(teachers: SheetValue.Formula("20+20")))));
    }

    [Fact]
    public async Task A_confirmed_sheet_is_stored_as_one_batch_that_names_mapping_sheet_and_cell()
    {
        await using var scope = Database.AsSystem();
        var mappings = scope.Get<SheetMappings>();
        var mapping = await mappings.Create(Details with { Name = "基表" });
        using var content = new MemoryStream(Book());
        var upload = await mappings.Keep(content, "2025基表.xlsx");
        var recorded = await mappings.Store(upload, mapping, Year);
        Assert.Equal(9, recorded.Stored);
        Assert.Equal(0, (await mappings.Store(upload, mapping, Year)).Stored);
        var through = await SchoolsForFacts.Number(Database, "3131000003");
        var version = Assert.Single(await scope.Get<Junheng.Supervision.Facts.Facts>().History("students", through, Stage.Junior, Year));
        Assert.Equal(("基表（第 1 版）", "基表", "D6", FactOrigin.Statistics, (short)2021), (version.Batch.Mapping, version.Sheet, version.Cell.ToString(), version.Fact.Origin, version.Fact.Form));
    }

    [Fact]
    public async Task What_is_not_settled_is_not_stored_at_all()
    {
        await using var scope = Database.AsSystem();
        var mappings = scope.Get<SheetMappings>();
        var mapping = await mappings.Create(Details with { Name = "未定" });
        using var content = new MemoryStream(Book(third: "没有这所学校"));
        var before = await scope.Db.Set<FactBatch>().CountAsync();
        var upload = await mappings.Keep(content, "a.xlsx");
        await Assert.ThrowsAsync<RuleException>(() => mappings.Store(upload, mapping, Year));
        Assert.Equal(before, await scope.Db.Set<FactBatch>().CountAsync());
    }

    [Fact]
    public async Task A_form_of_fixed_cells_is_read_one_school_a_sheet()
    {
        using var content = new MemoryStream();
        using (var book = new SheetWriter(content))
            foreach (var (code, students) in new[] { ("3131000001", 700), ("3131000002", 900) })
            {
                var page = book.Add(code);
                page.Write("教育事业统计表");
                page.Write("学校代码", code);
                page.Write("在校学生数", students);
            }
        var details = new MappingDetails("固定格", MappingForm.Cells, [new("B3", "students", Stage.Shared)]) { CodePlace = "B2" };
        var reading = await Read(content.ToArray(), details: details);
        Assert.Empty(reading.Errors);
        Assert.Equal([700.0, 900.0], reading.Values.Select(v => v.Value));
        Assert.Equal([Stage.Primary, Stage.Junior], reading.Values.Select(v => v.Stage));
        Assert.Equal(new SourceCell(1, 3, 2), reading.Values[1].Cell);
    }

    [Theory]
    [InlineData("", "students")]
    [InlineData("重复", "students", "students")]
    public void A_mapping_without_name_or_with_two_places_for_one_value_is_refused(string name, params string[] elements) =>
        Assert.Throws<RuleException>(() => new SheetMapping(Guid.CreateVersion7(), new(name, MappingForm.Rows, [.. elements.Select((e, at) => new PlaceRule($"列{at}", e, Stage.Primary))]) { CodePlace = "代码" }));

    private static readonly MappingDetails Details = new("基表", MappingForm.Rows, Rules) { CodePlace = "学校代码", NamePlace = "学校名称", Edition = 2021 };

    private static (int, string) Place(WideReading reading) => (Assert.Single(reading.Errors).Row, reading.Errors[0].Column);

    private async Task<WideReading> Read(byte[] book, Dictionary<string, string>? choices = null, MappingDetails? details = null)
    {
        await using var scope = Database.AsSystem();
        using var reader = await SheetReader.Open(new MemoryStream(book), "基表.xlsx");
        return await scope.Get<WideSheets>().Read(reader, new SheetMapping(Guid.CreateVersion7(), details ?? Details), Year, choices ?? []);
    }

    /// <summary>Title, two header rows with merged blocks, three schools, a total, a note. The third school has no code.</summary>
    private static byte[] Book(bool turned = false, string equipment = "教学仪器设备值\n（万元）", int total = 1000, string third = "云浦区九年一贯制学校", SheetValue? teachers = null, int wrongStage = 0, string? merge = null)
    {
        using var content = new MemoryStream();
        using (var book = new SheetWriter(content))
        {
            var page = book.Add("基表");
            page.Write("2025年云浦区教育事业统计基表");
            SheetValue[] Order(SheetValue code, SheetValue name, SheetValue primary, SheetValue junior, SheetValue staff, SheetValue gear) =>
                turned ? [name, code, primary, junior, staff, gear] : [code, name, primary, junior, staff, gear];
            page.Write(Order("学校代码", "学校名称", "小学", "初中", default, equipment));
            page.Write(Order(default, default, "在校学生数", "在校学生数", "专任教师数", default));
            page.Write(Order("3131000001", "云浦区第一小学", 600, wrongStage, default, 150));
            page.Write(Order("3131000002", "云浦区第二初级中学", default, 900, teachers ?? 80, 320.5m));
            page.Write(Order(default, third, 400, 300, 30, 250));
            page.Write(Order("合计", default, total, 1200 + wrongStage, 110, 720.5m));
            page.Write("注：统计时点为9月1日。");
            foreach (var range in new[] { "A1:F1", "A2:A3", "B2:B3", "D2:E2", "F2:F3" }) page.Merge(range);
            if (merge is not null) page.Merge(merge);
        }
        return content.ToArray();
    }
}
