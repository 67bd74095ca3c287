using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Imports;
using Junheng.Platform.Sheets.Writing;
using Junheng.Supervision.Facts;
using Junheng.Supervision.Facts.Imports;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Supervision.Facts.Imports;

public sealed class FactsImportTests(TestDatabase database) : DataTests(database), IAsyncLifetime
{
    private const string Head = "code,stage,element,period,value\n";

    public Task InitializeAsync() => SchoolsForFacts.Lay(Database);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Rows_are_stored_published_and_led_back_to_their_cell()
    {
        var report = await Import(Head + "3131000001,primary,students,2023,613.00\n3131000003,primary,students,2023,400\n3131000003,junior,students,2023,300\n3131000003,,area_teaching,2023,5000.50\n");
        Assert.Equal((4, 4, 4), (report.Read, report.Accepted, report.Stored));
        var (first, through) = (await Number("3131000001"), await Number("3131000003"));
        await using var scope = Database.AsSystem();
        var frame = Frame.Of([new(first, Stage.Primary, 1), new(through, Stage.Primary, 1), new(through, Stage.Junior, 1), new(through, Stage.Shared, 1)]);
        var data = (await scope.Get<Blocks>().Load(frame, ["students", "area_teaching"], [Period.OfYear(2023)])).Dataset;
        Assert.Equal(613, data.Get("students", Period.OfYear(2023))[frame.Find(first, Stage.Primary)]);
        Assert.Equal(300, data.Get("students", Period.OfYear(2023))[frame.Find(through, Stage.Junior)]);
        Assert.Equal(5000.5, data.Get("area_teaching", Period.OfYear(2023))[frame.Find(through, Stage.Shared)]);
        var version = Assert.Single(await scope.Get<Junheng.Supervision.Facts.Facts>().History("area_teaching", through, Stage.Shared, Period.OfYear(2023)));
        Assert.Equal(("E5", "数据", "facts.csv", 64), (version.Cell.ToString(), version.Sheet, version.Batch.FileName, version.Batch.FileHash!.Length));
    }

    [Theory]
    [InlineData("9999999999,primary,students,2023,1", "code", "没有代码为")]
    [InlineData("3131000001,primary,pupils,2023,1", "element", "没有“pupils”这个数据项")]
    [InlineData("3131000001,junior,students,2023,1", "stage", "没有初中这个学段")]
    [InlineData("3131000001,小班,students,2023,1", "stage", "没有“小班”这个学段")]
    [InlineData("3131000001,primary,students,2023年,1", "period", "不是时期")]
    [InlineData("3131000001,primary,students,2023-2025,1", "period", "不是时期")]
    [InlineData("3131000001,primary,students,2023,-5", "value", "不能是负数")]
    [InlineData("3131000001,primary,students,2023,5.5", "value", "应是整数")]
    [InlineData("3131000001,primary,students,2023,约500", "value", "不是数字")]
    [InlineData("3131000001,primary,students,2023,=A1+B1", "value", "不是数字")]
    [InlineData("YP,primary,students,2023,5", "code", "不是学校")]
    [InlineData("3131000001,primary,expenditure_total,2023,5", "code", "不是区")]
    public async Task A_wrong_row_refuses_the_file_with_place_and_reason(string row, string column, string reason)
    {
        var report = await Import(Head + "3131000002,junior,classes,2023,12\n" + row + "\n");
        var refused = Assert.Single(report.Refused);
        Assert.Equal(("数据", 3, column), (refused.Sheet, refused.Row, refused.Column));
        Assert.Contains(reason, refused.Reason, StringComparison.Ordinal);
        Assert.Equal((2, 1, 0), (report.Read, report.Accepted, report.Stored));
        Assert.Equal(0, await Stored("classes"));
    }

    [Fact]
    public async Task The_same_value_twice_is_one_and_two_values_for_one_cell_are_refused()
    {
        Assert.Empty((await Import(Head + "3131000001,primary,staff,2023,40\n3131000001,,staff,2023,40.0\n")).Refused);
        var refused = Assert.Single((await Import(Head + "3131000001,primary,staff,2024,40\n3131000001,primary,staff,2024,41\n")).Refused);
        Assert.Equal((3, "value"), (refused.Row, refused.Column));
        Assert.Contains("与第 2 行", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_equal_file_changes_nothing_and_a_different_value_is_a_new_version()
    {
        Assert.Equal(1, (await Import(Head + "3131000001,primary,teachers,2023,40\n")).Stored);
        var again = await Import(Head + "3131000001,primary,teachers,2023,40.00\n");
        Assert.Equal((1, 0), (again.Accepted, again.Stored));
        Assert.Equal(1, (await Import(Head + "3131000001,primary,teachers,2023,41\n")).Stored);
        Assert.Equal(2, await Stored("teachers"));
    }

    [Fact]
    public async Task A_trial_run_and_an_empty_value_do_what_they_say()
    {
        Assert.Equal((1, 0), await Counts(Head + "3131000001,primary,rooms_networked,2023,\n", trial: true));
        Assert.Equal(0, await Stored("rooms_networked"));
        Assert.Equal((1, 1), await Counts(Head + "3131000001,primary,rooms_networked,2023,\n"));
        Assert.Equal(1, await Stored("rooms_networked"));
    }

    [Fact]
    public async Task Ten_thousand_times_the_year_before_is_doubted_whether_that_stands_in_the_file_or_in_the_ledger()
    {
        await Import(Head + "3131000001,primary,equipment_value,2022,1200000\n");
        var report = await Import(Head + "3131000001,primary,equipment_value,2023,130\n3131000002,junior,equipment_value,2022,90\n3131000002,junior,equipment_value,2023,950000\n");
        Assert.Empty(report.Refused);
        Assert.Equal([2, 4], report.Warnings.Where(w => w.Reason.Contains("元/万元", StringComparison.Ordinal)).Select(w => w.Row));
    }

    [Fact]
    public async Task Chinese_headers_words_origin_and_basis_are_understood_in_a_workbook()
    {
        var report = await Import(Book(page =>
        {
            page.Write(SheetValue.Headers("学校代码", "学段", "数据项", "时期", "数值", "来源", "口径"));
            page.Write("3131000001", "小学", "classes", 2021, 24, "教育事业统计");
            page.Write("YP", "小学", "expenditure_per_student", "2021", 23000.55m, "department", "决算");
        }));
        Assert.Empty(report.Refused);
        Assert.Equal(2, report.Stored);
        await using var scope = Database.AsSystem();
        var (frame, year) = (Frame.Of([new FrameRow(1, Stage.Primary, 1) { Level = Level.District }]), Period.OfYear(2021));
        var data = (await scope.Get<Blocks>().Load(frame, ["expenditure_per_student"], [year])).Dataset;
        Assert.Equal(23000.55, data.Get("expenditure_per_student", year, Basis.FinalAccount)[frame.Find(1, Stage.Primary)]);
    }

    [Fact]
    public async Task A_formula_is_read_by_its_saved_result_with_a_notice_and_refused_without_one()
    {
        var report = await Import(Book(page =>
        {
            page.Write(SheetValue.Headers("code", "stage", "element", "period", "value"));
            page.Write("3131000001", "primary", "teachers_pe_arts", "2023", SheetValue.Formula("2+3", 5m));
        }));
        Assert.Contains(report.Warnings, w => w.Reason.Contains("1 个数值是公式", StringComparison.Ordinal));
        var refused = Assert.Single((await Import(Book(page =>
        {
            page.Write(SheetValue.Headers("code", "stage", "element", "period", "value"));
            page.Write("3131000001", "primary", "teachers_pe_arts", "2023", SheetValue.Formula("2+3"));
        }))).Refused);
        Assert.Equal((2, "value"), (refused.Row, refused.Column));
        Assert.Contains("公式没有计算结果", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_is_taken_back_to_what_stood_before_it()
    {
        await Import(Head + "3131000001,primary,teachers_backbone,2023,5\n");
        await Import(Head + "3131000001,primary,teachers_backbone,2023,6\n3131000002,junior,teachers_backbone,2023,9\n");
        int batch;
        await using (var scope = Database.AsSystem()) batch = await scope.Db.Set<FactBatch>().MaxAsync(b => b.Id);
        await using (var scope = Database.AsSystem()) Assert.Equal(2, (await scope.Get<Junheng.Supervision.Facts.Facts>().Withdraw(batch, "导入了未审核的文件")).Stored);
        var (first, second) = (await Number("3131000001"), await Number("3131000002"));
        await using var after = Database.AsSystem();
        var (frame, year) = (Frame.Of([new(first, Stage.Primary, 1), new(second, Stage.Junior, 1)]), Period.OfYear(2023));
        var data = (await after.Get<Blocks>().Load(frame, ["teachers_backbone"], [year])).Dataset;
        Assert.Equal(5, data.Get("teachers_backbone", year)[0]);
        Assert.Equal(double.NaN, data.Get("teachers_backbone", year)[1]);
        await Assert.ThrowsAsync<Junheng.Platform.Rules.RuleException>(() => after.Get<Junheng.Supervision.Facts.Facts>().Withdraw(batch, "再来一次"));
    }

    [Theory]
    [InlineData(10000, 1, true)]
    [InlineData(1, 10000, true)]
    [InlineData(12_345, 1.1, true)]
    [InlineData(1000, 1, false)]
    [InlineData(1, 1, false)]
    [InlineData(100000, 1, false)]
    [InlineData(5, double.NaN, false)]
    public void Only_about_ten_thousand_times_is_suspicious(double now, double then, bool expected) => Assert.Equal(expected, LastYear.Suspicious(now, then));

    private static byte[] Book(Action<SheetPage> write)
    {
        using var content = new MemoryStream();
        using (var book = new SheetWriter(content)) write(book.Add("数据"));
        return content.ToArray();
    }

    private Task<ImportReport> Import(string csv) => SchoolsForFacts.Import(Database, "facts", "facts.csv", csv);

    private Task<ImportReport> Import(byte[] book) => SchoolsForFacts.Import(Database, "facts", "facts.xlsx", book);

    private async Task<(int Accepted, int Stored)> Counts(string csv, bool trial = false)
    {
        var report = await SchoolsForFacts.Import(Database, "facts", "facts.csv", csv, trial);
        return (report.Accepted, report.Stored);
    }

    private Task<int> Number(string code) => SchoolsForFacts.Number(Database, code);

    private async Task<int> Stored(string element)
    {
        await using var scope = Database.AsSystem();
        var id = (await scope.Get<Elements>().Ids()).GetValueOrDefault(element, -1);
        return await scope.Db.Set<Fact>().CountAsync(f => f.Element == id);
    }
}
