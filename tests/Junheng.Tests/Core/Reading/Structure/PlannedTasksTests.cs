using Junheng.Core.Reading;

namespace Junheng.Tests.Core.Reading.Structure;

public class PlannedTasksTests
{
    private const string Opinion = """
        关于推进云浦区教育发展的实施意见
        一、总体要求
        （一）指导思想
        坚持立德树人。
        二、主要任务
        （一）扩大资源
        1.新建学校。到2027年，新建学校3所。（责任单位：区教育局、区发改委，各街镇、东山工业区）
        2.改造校舍
        2026年6月底前完成校舍改造5处。
        牵头单位：区教育局
        配合单位：区财政局、区建管委等部门
        （二）培养教师。三年内培养骨干教师100名。（区教育局牵头，区人社局和区财政局配合）
        三、组织保障
        （一）加强领导。健全机制，落实责任。
        """;

    private static IReadOnlyList<PlannedTask> Tasks(string text) => Reader.Read(text).Tasks;

    [Fact]
    public void The_lowest_numbered_units_are_tasks_and_the_general_requirements_are_not() =>
        Assert.Equal(["二.(一).1 新建学校", "二.(一).2 改造校舍", "二.(二) 培养教师", "三.(一) 加强领导"], Tasks(Opinion).Select(t => $"{t.Path} {t.Title}"));

    [Fact]
    public void Bodies_stand_as_written_collective_ones_included() =>
        Assert.Equal(["区教育局", "区发改委", "各街镇", "东山工业区"], Tasks(Opinion)[0].Bodies.AsEnumerable());

    [Fact]
    public void Leading_and_supporting_bodies_on_lines_of_their_own_are_read() =>
        Assert.Equal(["区教育局", "区财政局", "区建管委"], Tasks(Opinion)[1].Bodies.AsEnumerable());

    [Fact]
    public void Bodies_without_a_label_are_known_by_their_part() =>
        Assert.Equal(["区教育局", "区人社局", "区财政局"], Tasks(Opinion)[2].Bodies.AsEnumerable());

    [Fact]
    public void A_task_starts_behind_its_heading()
    {
        var task = Tasks(Opinion)[0];
        Assert.Equal(Opinion.IndexOf("到2027年，新建", StringComparison.Ordinal), task.Span.Start);
    }

    [Fact]
    public void Targets_are_the_claims_wanted_inside_the_task()
    {
        var reading = Reader.Read(Opinion);
        var targets = reading.Tasks[0].Targets;
        Assert.Equal(["3所"], reading.Claims.Where(c => targets.Contains(c.Id)).Select(c => c.Text));
    }

    [Fact]
    public void Responsible_bodies_are_no_measure() =>
        Assert.DoesNotContain(Tasks(Opinion).SelectMany(t => t.Measures), m => m.In(Opinion).Contains("单位", StringComparison.Ordinal));

    [Theory]
    [InlineData("1.改造。完成改造。（责任单位：区教育局；完成时限：2026年6月30日前）", "by:2026-06-30")]
    [InlineData("1.改造。2026年底前完成改造。", "by:2026")]
    [InlineData("1.改造。完成改造。（责任单位：区教育局；时间节点：2024-2026年）", "2024/2026")]
    [InlineData("1.改造。完成改造。（责任单位：区教育局；完成时限：三年内）", "within:3y")]
    [InlineData("1.改造。完成改造。（责任单位：区教育局；完成时限：长期坚持）", null)]
    public void Deadlines_are_written_as_periods(string task, string? deadline) =>
        Assert.Equal(deadline, Assert.Single(Tasks($"云浦区改造工作方案\n一、主要任务\n{task}")).Deadline);

    [Fact]
    public void Commas_in_the_name_of_a_commission_do_not_part_it() =>
        Assert.Equal(["区发展和改革委员会", "区规划和自然资源局"],
            Assert.Single(Tasks("云浦区建设工作方案\n一、主要任务\n1.建设。加快建设。（责任单位：区发展和改革委员会、区规划和自然资源局）")).Bodies.AsEnumerable());

    [Fact]
    public void Rows_of_a_task_table_are_tasks_whatever_the_order_of_its_columns()
    {
        var text = "云浦区重点工作任务分工表\n序号\t重点任务\t完成时限\t牵头单位\t配合单位\n1\t新建学校3所\t2026年8月底\t区教育局\t区发改委、区财政局\n2\t培训教师500名\t2025年\t区教师进修学院\t\n";
        var tasks = Tasks(text);
        Assert.Equal(["1 新建学校3所 by:2026-08 区教育局/区发改委/区财政局", "2 培训教师500名 by:2025 区教师进修学院"],
            tasks.Select(t => $"{t.Number} {t.Title} {t.Deadline} {string.Join('/', t.Bodies)}"));
        Assert.Equal(text.IndexOf("新建", StringComparison.Ordinal), tasks[0].Span.Start);
    }

    [Fact]
    public void A_table_without_bodies_or_deadlines_sets_no_tasks() => Assert.Empty(Tasks("云浦区办学条件情况\n序号\t项目\t数量\n1\t学校\t12\n"));

    [Fact]
    public void A_report_sets_no_tasks() => Assert.Empty(Tasks("云浦区教育综合改革总结报告\n一、工作成效\n1.新建学校。建成学校3所。"));

    [Fact]
    public void Of_a_notice_only_units_with_a_body_are_tasks() =>
        Assert.Equal(["校园安全检查"], Tasks("关于做好开学工作的通知\n一、工作时间\n8月下旬。\n二、校园安全检查\n全面排查隐患。（责任科室：安全科）\n三、联系方式\n电话另行通知。\n四、报送要求\n按时报送。").Select(t => t.Title));

    [Fact]
    public void A_number_before_a_single_sentence_is_the_whole_task()
    {
        var text = "2025年云浦区工作要点\n一、扩大资源\n3、新建公办园2所，9月投入使用。（责任科室：规划科、学前科）";
        var task = Assert.Single(Tasks(text));
        Assert.Equal(text.IndexOf("新建", StringComparison.Ordinal), task.Span.Start);
        Assert.Equal(["规划科", "学前科"], task.Bodies.AsEnumerable());
        Assert.NotEmpty(task.Measures);
    }

    [Fact]
    public void Attachments_and_tables_below_belong_to_no_heading()
    {
        var text = "云浦区建设工作方案\n一、主要任务\n1.新建学校。加快建设学校。\n附件：1.任务分工表\n2.时间表\n附件1\n任务分工表\n任务\t牵头部门\t完成时限\n新建学校\t区教育局\t2026年12月底前\n";
        var tasks = Tasks(text);
        Assert.Equal(["加快建设学校"], tasks[0].Measures.Select(m => m.In(text)));
        Assert.Null(tasks[0].Deadline);
        Assert.Equal("by:2026-12", tasks[1].Deadline);
    }

    [Fact]
    public void Bodies_on_a_line_below_the_last_item_speak_for_the_whole_section()
    {
        var tasks = Tasks("云浦区整改工作方案\n一、整改任务\n（一）场地不足\n1.改造操场。改造操场2处。\n2.共享场馆。签订协议。\n责任单位：区教育局、区体育局\n整改时限：2024年8月底\n（二）教师不足\n1.招聘教师。招聘40名。\n责任单位：区人社局");
        Assert.Equal(["区教育局/区体育局 by:2024-08", "区教育局/区体育局 by:2024-08", "区人社局 "], tasks.Select(t => $"{string.Join('/', t.Bodies)} {t.Deadline}"));
    }

    [Fact]
    public void A_row_with_all_its_cells_merged_does_not_end_the_table() =>
        Assert.Equal(["新建学校", "培训教师"], Tasks("云浦区任务分工表\n任务\t责任单位\n一、优化布局\n新建学校\t区教育局\n二、提升质量\n培训教师\t区教师进修学院\n").Select(t => t.Title));

    [Fact]
    public void A_heading_over_nothing_but_a_task_table_is_no_task_beside_its_rows() =>
        Assert.Equal(["加快建设", "新建学校"], Tasks("云浦区实施意见\n一、主要任务\n（一）加快建设\n建设学校。\n（二）任务分工\n序号\t任务\t牵头单位\n1\t新建学校\t区教育局\n").Select(t => t.Title));
}
