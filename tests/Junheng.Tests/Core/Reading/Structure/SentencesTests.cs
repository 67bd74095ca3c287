using Junheng.Core.Reading.Structure;

namespace Junheng.Tests.Core.Reading.Structure;

public class SentencesTests
{
    private static string[] Split(string text) => [.. Sentences.Split(text).Select(s => s.In(text))];

    [Fact]
    public void Full_stops_semicolons_and_question_marks_end_a_sentence() =>
        Assert.Equal(["新建学校三所；", "改造校舍五处。", "效果如何？", "有待观察！"], Split("新建学校三所；改造校舍五处。效果如何？有待观察！"));

    [Fact]
    public void A_full_stop_inside_a_quotation_or_bracket_does_not_end_the_sentence() =>
        Assert.Equal(["按照“应配尽配。不留缺口；”的要求，加快建设（含改建；扩建）。", "其余照旧。"],
            Split("按照“应配尽配。不留缺口；”的要求，加快建设（含改建；扩建）。其余照旧。"));

    [Fact]
    public void A_bracket_that_is_never_closed_encloses_nothing() =>
        Assert.Equal(["新建学校（三所。", "改造校舍五处。"], Split("新建学校（三所。改造校舍五处。"));

    [Fact]
    public void Brackets_of_different_width_close_each_other() =>
        Assert.Equal(["投入（含专项；含配套)共八亿元。"], Split("投入（含专项；含配套)共八亿元。"));

    [Fact]
    public void A_heading_on_its_own_line_is_a_sentence_of_its_own() =>
        Assert.Equal(["一、工作目标", "（一）扩大资源", "全区新增学位二千个。"], Split("一、工作目标\n（一）扩大资源\n\n全区新增学位二千个。"));

    [Fact]
    public void A_page_break_inside_a_sentence_does_not_end_it() =>
        Assert.Equal(["项目已经完成。", "实施教学质量提\n\n升行动，建成基地200\n多处。"],
            Split("项目已经完成。实施教学质量提\n\n升行动，建成基地200\n多处。"));

    [Fact]
    public void A_page_number_between_two_halves_of_a_sentence_does_not_end_it() =>
        Assert.Equal(["项目已经完成。", "实施教学质量提\n- 12 -\n升行动。"], Split("项目已经完成。实施教学质量提\n- 12 -\n升行动。"));

    [Fact]
    public void A_line_that_holds_only_a_number_is_kept_where_no_sentence_continues() =>
        Assert.Equal(["学校数", "12", "学生数"], Split("学校数\n12\n学生数"));

    [Fact]
    public void A_comma_at_the_end_of_a_line_continues_the_sentence_even_before_a_number() =>
        Assert.Equal(["全区共有，\n200 所学校。"], Split("全区共有，\n200 所学校。"));

    [Fact]
    public void A_quotation_open_at_the_end_of_a_line_continues_the_sentence() =>
        Assert.Equal(["坚持“学校为了\n学生”的理念。"], Split("坚持“学校为了\n学生”的理念。"));

    [Fact]
    public void Table_cells_and_rows_end_sentences() =>
        Assert.Equal(["序号", "任务", "1", "新建学校"], Split("序号\t任务\n1\t新建学校\n"));

    [Fact]
    public void Stretches_without_a_word_are_no_sentences() =>
        Assert.Equal(["完成任务。"], Split("  。\n完成任务。 |"));

    [Fact]
    public void An_empty_text_has_no_sentences() => Assert.Empty(Split(""));
}
