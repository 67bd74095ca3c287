namespace Junheng.Bench;

internal static class SurveysTexts
{
    public static readonly string[] Begins = ["希望学校", "建议老师", "孩子反映", "家长普遍认为", "本学期以来", "总体上看", "从班级情况看", "最近"];
    public static readonly string[] Subjects = ["课后服务内容", "食堂饭菜价格", "作业负担", "体育活动时间", "家校沟通", "校门口交通", "教师工作量", "心理辅导"];
    public static readonly string[] Ends = ["需要进一步改进", "比去年好了很多", "安排得比较合理", "还应多听取意见", "存在不少困难", "值得肯定", "应当公开透明", "变化不大"];
    public static readonly string[] Asides = ["，张老师很负责", "，请联系13812345678", "", "", "", "，谢谢", "，期待看到变化", ""];
    public const string Title = "满意度调查", Organiser = "督导室", District = "测试区";

    public static string School(int number) => $"第{number}学校";
    public static string Town(int number) => $"第{number}街镇";
}
