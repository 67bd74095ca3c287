using Junheng.Core.Schooling;
using Junheng.Platform.Sheets.Tables;
using Junheng.Supervision.Collections;
using Junheng.Supervision.Collections.Form;
using Junheng.Supervision.Collections.Templates;

namespace Junheng.Tests.Supervision.Collections.Templates;

public sealed class TemplateTests
{
    private static readonly Collection Asked = SampleCollection.Make();
    private static readonly Reply Reply = SampleCollection.Answer(Asked);
    private static readonly FilledForm Form = SampleCollection.Lay(Reply, Asked, new() { ["students:primary"] = new(new(600, "教育事业统计，2025-2026学年"), new(590, "学校填报，2024-2025学年")) });

    [Fact]
    public async Task What_is_filled_in_comes_back_row_by_row()
    {
        var read = await Read(Filled());
        Assert.Empty(read.Errors);
        Assert.Equal(Form.Rows.Select(r => r.Key), read.Values.Select(v => v.Row));
        var values = read.Values.ToDictionary(v => v.Row);
        Assert.Equal((613m, 402m), (values["students:primary"].Number, values["students:junior"].Number));
        Assert.Equal((4512.5m, "新建教学楼"), (values["area_teaching"].Number, values["area_teaching"].Reason));
        Assert.Equal("是", values["q1:primary"].Word);
    }

    [Fact]
    public async Task An_empty_template_reads_as_unanswered_rows() => Assert.All((await Read(new EditedWorkbook(Template()))).Values, v => Assert.True(v.IsEmpty));

    [Fact]
    public void The_same_reply_gives_the_same_file_to_the_byte() => Assert.Equal(Template(), Template());

    [Fact]
    public void No_cell_holds_a_formula()
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(Template()));
        foreach (var part in zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            using var text = new StreamReader(part.Open());
            Assert.DoesNotContain("<f>", text.ReadToEnd(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("约600", "数字")]
    [InlineData("六百一十三", "数字")]
    [InlineData("613.5", "整数")]
    public async Task Text_in_a_number_cell_is_refused_in_its_row_and_column(string text, string reason) => Assert.Single(
        (await Read(Filled().Text("E6", text))).Errors, e => e is { Row: 6, Column: "本期填报数", Sheet: "填报表" } && e.Reason.Contains(reason));

    [Fact]
    public async Task Negative_numbers_formulas_dates_errors_and_long_numbers_are_refused_each_in_its_cell()
    {
        var edited = Filled().Number("E6", "-3").Formula("E7", "SUM(A1:A3)", "402").Number("E8", "12345678901234567890").Text("E11", "#N/A");
        var errors = (await Read(edited)).Errors;
        Assert.Equal([6, 7, 8, 11], errors.Select(e => e.Row));
        Assert.All(errors, e => Assert.Equal("本期填报数", e.Column));
        Assert.Contains("负数", errors[0].Reason);
        Assert.Contains("公式", errors[1].Reason);
        Assert.Contains("15 位", errors[2].Reason);
    }

    [Fact]
    public async Task A_part_above_its_whole_is_refused_in_its_row()
    {
        var errors = (await Read(Filled().Number("E10", "99"))).Errors;
        Assert.Contains("专任教师数（小学）", Assert.Single(errors, e => e.Row == 10).Reason);
    }

    [Fact]
    public async Task Swapped_columns_are_refused_before_any_value_is_read()
    {
        var read = await Read(Filled().Swap("E", "F", TemplateWriter.HeaderRow));
        Assert.Equal(["E", "F"], read.Errors.Select(e => e.Column));
        Assert.All(read.Errors, e => Assert.Equal(TemplateWriter.HeaderRow, e.Row));
        Assert.Empty(read.Values);
    }

    [Fact]
    public async Task Merged_cells_are_refused_by_their_range() => Assert.Contains("E6:E7", Assert.Single((await Read(Filled().Merge("E6:E7"))).Errors).Reason);

    [Fact]
    public async Task The_file_of_another_school_is_refused_by_that_schools_name()
    {
        var other = SampleCollection.Answer(Asked, "S2", "白鹭学校");
        var errors = (await Read(new EditedWorkbook(Template(other)))).Errors;
        Assert.Contains("白鹭学校", Assert.Single(errors).Reason);
    }

    [Fact]
    public async Task A_template_of_an_older_version_or_another_collection_is_refused()
    {
        var older = SampleCollection.Make();
        var mine = SampleCollection.Answer(older);
        var file = Template(mine, older);
        older.Ask([.. SampleCollection.Questions.Take(2)]);
        var now = SampleCollection.Answer(older);
        Assert.Contains("第 2 版", Assert.Single((await Read(new EditedWorkbook(file), now, older)).Errors).Reason);
        Assert.Contains("另一次", Assert.Single((await Read(new EditedWorkbook(file))).Errors).Reason);
    }

    [Fact]
    public async Task A_workbook_without_the_stamp_or_with_an_altered_one_is_refused()
    {
        var stamp = Stamp.Of(Reply, Form.Rows).ToString();
        Assert.Single((await Read(Filled().Text("A4", "模板"))).Errors);
        Assert.Single((await Read(Filled().Text("A4", "模板标识：" + stamp[..^1] + (stamp[^1] == '0' ? '1' : '0')))).Errors);
    }

    [Fact]
    public async Task Rows_moved_repeated_added_or_removed_are_refused()
    {
        Assert.Contains(await Errors(Filled().Text("B6", "别的项目")), e => e.Row == 6);
        Assert.Contains(await Errors(Filled().Text("J7", "students:primary")), e => e.Row == 7 && e.Reason.Contains("第 6 行"));
        Assert.Contains(await Errors(Filled().Text("J8", "nothing")), e => e.Row == 8);
        Assert.Contains(await Errors(Filled().RemoveRow(9)), e => e.Row == 9 && e.Reason.Contains("专任教师数（初中）"));
    }

    [Fact]
    public async Task A_sheet_of_a_hundred_thousand_rows_is_refused_at_once_with_one_message()
    {
        var error = Assert.Single(await Errors(Filled().AddRows(100_000)));
        Assert.Contains("远多于", error.Reason);
    }

    [Fact]
    public async Task A_foreign_workbook_is_refused() => Assert.Contains("填报表", Assert.Single((await TemplateReader.Read(new MemoryStream("a,b\n1,2\n"u8.ToArray()), "数据.csv", Reply, Form.Rows)).Errors).Reason);

    private static async Task<IReadOnlyList<RowError>> Errors(EditedWorkbook edited) => (await Read(edited)).Errors;

    private static Task<TemplateContent> Read(EditedWorkbook edited, Reply? reply = null, Collection? collection = null) =>
        TemplateReader.Read(new MemoryStream(edited.Save()), "填报.xlsx", reply ?? Reply, FormRow.Of((collection ?? Asked).Questions, [Stage.Primary, Stage.Junior]));

    private static byte[] Template(Reply? reply = null, Collection? collection = null)
    {
        var content = new MemoryStream();
        TemplateWriter.Write(content, collection ?? Asked, reply ?? Reply, reply is null ? Form : SampleCollection.Lay(reply, collection ?? Asked));
        return content.ToArray();
    }

    /// <summary>Rows: students, teachers, backbone by stage (6–11), area (12), boarding by stage (13–14).</summary>
    private static EditedWorkbook Filled() => new EditedWorkbook(Template()).Number("E6", "613").Text("E7", "402").Number("E8", "40").Number("E9", "31").Number("E10", "5").Number("E11", "3")
        .Number("E12", "4512.5").Text("H12", "新建教学楼").Text("E13", "是").Text("E14", "否");
}
