namespace Junheng.Kits.Workflow;

public static class WorkflowTexts
{
    public const string Title = "办理流程";

    public static string NotNow(string verb, string state) => $"现在的状态是“{state}”，不能“{verb}”。可能他人刚刚办理过，请刷新页面查看。";
    public static string NotYours(string verb) => $"“{verb}”不由您的单位办理。";
    public static string ReasonMissing(string verb) => $"请写明“{verb}”的理由，理由会记入办理经过。";
    public static string SamePerson(string verb, string earlier) => $"“{earlier}”也是您办理的，“{verb}”须由另一人办理。";
    public static string MergedRole(string earlier, string verb) => $"“{earlier}”与“{verb}”由同一人办理";
    public static string Provisional(bool provisional) => provisional ? "（暂定，待公布当年放假安排）" : "";
}
