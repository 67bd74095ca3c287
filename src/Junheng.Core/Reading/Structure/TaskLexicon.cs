namespace Junheng.Core.Reading.Structure;

/// <summary>Words that tell the chapters of a plan that set no tasks, and the columns of a task table.</summary>
internal static class TaskLexicon
{
    private static readonly string[] Preambles =
    [
        "总体要求", "指导思想", "基本原则", "工作原则", "总体目标", "工作目标", "主要目标", "发展目标", "行动目标", "建设目标", "总体思路", "工作思路", "发展思路", "基本思路", "指导方针",
        "发展基础", "现状", "背景", "形势", "基本情况", "发展环境", "适用范围", "附则", "主要成效", "存在问题", "名词解释", "工作回顾", "重要意义", "重大意义", "总体考虑",
    ];
    private const string Task = "任务";

    private static readonly string[] NumberColumn = ["序号", "编号", "序"];
    private static readonly string[] TaskColumn = ["任务", "工作内容", "工作事项", "项目", "事项", "举措", "工作要点", "内容", "措施", "要点", "整改内容", "目标"];
    private static readonly string[] BodyColumn = ["牵头", "责任单位", "责任部门", "责任主体", "责任科室", "责任处室", "主责", "配合", "协办", "参与", "协同", "承办", "主办", "负责单位", "负责部门", "落实单位", "单位", "部门"];
    private static readonly string[] DeadlineColumn = ["时限", "时间", "节点", "期限", "进度", "日期"];
    private static readonly string[] PersonColumn = ["责任人", "联系人", "负责人", "责任领导", "分管领导", "领导"];

    public enum Column { Other, Number, Task, Body, Deadline }

    /// <summary>总体要求 and the like set no tasks, 总体要求和主要任务 does.</summary>
    public static bool IsPreamble(ReadOnlySpan<char> title) => HasAny(title, Preambles) && !title.Contains(Task, StringComparison.Ordinal);

    public static Column ColumnOf(ReadOnlySpan<char> header)
    {
        if (header.Length is 0 or > 16 || HasAny(header, PersonColumn)) return Column.Other;
        if (HasAny(header, BodyColumn)) return Column.Body;
        if (HasAny(header, DeadlineColumn)) return Column.Deadline;
        if (HasAny(header, NumberColumn)) return Column.Number;
        return HasAny(header, TaskColumn) ? Column.Task : Column.Other;
    }

    private static bool HasAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
