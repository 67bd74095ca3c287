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

    public const string Usage = "intake package 调查编号 --out 文件　把调查打包交给独立收集主机\n  junheng intake resume 调查编号　收集主机停用后，改回本机接收\n  junheng intake serve 调查包… --data 目录 [--port 端口] [--trust 指纹]　只运行答卷收集\n  junheng intake answers --data 目录 --out 文件　取出已收集的答卷";
    public const string AnswersTitle = "答卷包";
    public const string ImportPermission = "导入答卷";
    public const string Resumed = "本机重新接收这次调查的答卷。请确认收集主机已停用：在那里用过的个人链接和答题码，本机并不知道。";
    public const string CampaignMissing = "请写出调查编号。";
    public const string OutMissing = "请用 --out 写出要生成的文件。";
    public const string PackagesMissing = "请写出调查包文件。";
    public const string NothingToServe = "这个目录里还没有调查，请写出调查包文件。";
    public const string NotACampaignPackage = "这不是调查包，或者文件已损坏、被改动。";
    public const string NotAnAnswerPackage = "这不是答卷包，或者文件不完整。";
    public const string AnswersAltered = "答卷包已损坏、被改动，或者不是由这次调查的收集主机生成的。";
    public const string OtherCampaign = "这个答卷包不属于本库的任何调查。";
    public const string ForeignCell = "答卷包里有本次调查没有的调查对象。";
    public const string ManyCampaigns = "这个目录里有几个调查，请写出要取出哪一个的编号。";

    public static string Packed(string file, string fingerprint) => $"已生成调查包 {file}。签名指纹：{fingerprint}\n请用另外的途径把指纹告诉收集主机的管理员。打包以后，本机不再接收这次调查的答卷。";
    public static string Untrusted(string file, string fingerprint) => $"{file} 的签名指纹是 {fingerprint}，与信任的不同，没有采用。";
    public static string Trusted(string fingerprint) => $"首次采用，已记住签名指纹：{fingerprint}，请与区里核对。";
    public static string FileMissing(string file) => $"没有找到文件“{file}”。";
    public static string Extracted(string file, int answers, int held) => $"已生成答卷包 {file}：{answers} 份答卷。" + (held > 0 ? $"另有 {held} 份暂留：同一对象新增不足 10 份时不单独取出，调查截止后全部取出。" : "");
    public static string Repeated(int answers) => $"其中 {answers} 份此前已经导入。";
}
