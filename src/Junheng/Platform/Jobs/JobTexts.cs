using Junheng.Platform.Rules;

namespace Junheng.Platform.Jobs;

public static class JobTexts
{
    public const string Title = "后台任务";
    public const string Runner = "后台任务调度";
    public const string Schedule = "定时任务";
    public const string Oversee = "查看和取消他人的后台任务";
    public const string Interrupted = "任务多次中断，已停止重试。请联系管理员查看服务器日志。";
    public const string Prune = "清理已结束的任务记录";
    public const string OwnerGone = "提交任务的账号已停用或不再任职，任务未执行。";

    /// <summary>One line about how a job stands.</summary>
    public static string Shown(Job job) => job.State switch
    {
        JobState.Waiting => job.Error is null ? "排队等待中" : $"{job.Error} 稍后自动重试。",
        JobState.Running => job.CancelRequested ? "正在取消" : job.Message ?? "正在办理",
        JobState.Done => job.Message ?? "已完成",
        JobState.Cancelled => "已取消",
        _ => job.Error ?? "未能完成",
    };

    public static string UnknownKind(string kind) => $"当前版本不能办理“{kind}”任务。";
    public static string Broken(Guid id) => $"任务执行时出现意外问题，编号 {id}，详情见服务器日志。";

    public static string Refusal(Exception refused) => refused switch
    {
        NotFoundException => RuleTexts.NotFound,
        ForbiddenException => RuleTexts.Forbidden,
        _ => refused.Message,
    };
}
