namespace Junheng.Supervision.Intake;

public static class IntakeTexts
{
    public const string Title = "答卷收集";
    public const string Sealing = "封存答卷";
    public const string Busy = "同时提交的人太多，请稍后再点一次“提交”。";
    public const string Stopped = "系统正在停止，请稍后再提交。";
    public const string Unavailable = "答卷暂时无法保存，请稍后再提交。";
    public const string LogInUse = "答卷库正被读取，预写日志暂时不能清空。";
    public const string ServedElsewhere = "另一个正在运行的服务已在接收这个数据库的答卷。";
    public const string StillOpen = "调查还没有结束，不能读取答卷。";
    public const string NoCampaign = "这里没有这个调查。";
    public const string AlreadyClosed = "调查已经结束，不能再改。";
    public const string QuestionnaireFixed = "问卷发布以后不能再改。";
    public const string CellsFixed = "已发布的调查对象不能再改，只能增加。";
}
