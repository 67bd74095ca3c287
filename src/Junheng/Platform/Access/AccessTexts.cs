namespace Junheng.Platform.Access;

public static class AccessTexts
{
    public const string Title = "机构与账号";

    public const string OrganisationsMenu = "机构与岗位";
    public const string AccountsMenu = "账号";
    public const string PostsPermission = "岗位任职与交接";

    public const string CodeMissing = "请填写机构代码。";
    public const string NameMissing = "请填写机构名称。";
    public const string OrderOutOfRange = "次序应是大于 0 的整数。";
    public const string SecondRoot = "最上级机构只能有一个，请填写上级代码。";
    public const string ReasonMissing = "请写明原因，原因会记入操作日志。";
    public const string PostTitleMissing = "请填写岗位名称。";
    public const string AuditorApart = "审计员与系统管理员不能由同一人担任。";
    public const string TenureEndsBeforeItBegins = "有效期至早于今天，请核对日期。";
    public const string DisplayNameMissing = "请填写姓名。";
    public const string UserNameMissing = "请填写账号。";
    public const string OwnAccount = "不能停用自己的账号。";
    public const string SaveFailed = "没有保存成功，请稍后再试。";
    public const string PasswordMismatch = "原密码不对。";
    public const string PasswordUnchanged = "新密码不能与原密码相同。";
    public const string PasswordNeedsDigit = "密码里要有数字。";
    public const string PasswordNeedsLetter = "密码里要有小写字母。";

    public const string CodeHeader = "机构代码";
    public const string NameHeader = "机构名称";
    public const string KindHeader = "类别";
    public const string ParentHeader = "上级代码";
    public const string OrderHeader = "次序";
    public const string AccountHeader = "账号";
    public const string PersonHeader = "姓名";
    public const string PostHeader = "岗位";
    public const string RoleHeader = "角色";
    public const string UntilHeader = "有效期至";
    public const string ImportReason = "表格导入";

    public const string DistrictUsage = "district 名称 --code 代码 [--admin 账号]";
    public const string DistrictNameMissing = "请写出区的名称。";
    public const string DistrictCodeMissing = "请用 --code 写出区的代码，例如行政区划代码。";
    public const string DistrictExists = "这个数据库里已经有机构，不能再新建区。";
    public const string DistrictReason = "新建区";
    public static string DistrictFounded(string name, string account, string password) =>
        $"已建立“{name}”。\n系统管理员账号：{account}\n初始密码：{password}\n首次登录须更改密码。密码只显示这一次。";

    public const string SignInRefused = "账号或密码不对。";
    public const string PasswordsDiffer = "两次输入的新密码不一样。";
    public const string ImportDone = "已导入。";
    public const string TrialDone = "检查完成，没有导入。";
    public const string TemplateSheet = "填写";
    public const string TemplateName = "导入模板.xlsx";
    public static string ImportRefused(int count) => $"表格里有 {count} 处问题，没有导入。请按上面的说明改好后重新上传。";
    public static string AccountUnknown(string account) => $"没有“{account}”这个账号。";
    public static string LockedOut(TimeSpan time) => $"密码连续输错多次，账号已锁定，请 {time.TotalMinutes:0} 分钟后再试，或请管理员重置密码。";
    public static string PostRunsUntil(DateOnly day) => $"到 {day:yyyy年M月d日} 止";

    public const string SigningIn = "登录";
    public const string CodeWrong = "验证码不对，或者已经过时。请输入验证器里现在显示的 6 位数字。";

    public static string KindUnknown(string kind) => $"没有“{kind}”这个类别。可填：{string.Join("、", KindNames.Values)}。";
    public static string OrganisationUnknown(string code) => $"没有代码为“{code}”的机构，请先导入机构。";
    public static string NameDiffers(string account, string name) => $"账号“{account}”已有，姓名是“{name}”，与这一行不同。请核对是否同一人。";
    public static string CodeTaken(string code) => $"机构代码“{code}”已被使用。";
    public static string ParentUnknown(string code) => $"没有代码为“{code}”的上级机构。";
    public static string OrderTaken(int order) => $"次序 {order} 已被同级机构使用。";
    public static string RoleUnknown(string role) => $"没有“{role}”这个角色。可用的角色：{string.Join("、", RoleNames.Values)}。";
    public static string AlreadyHolds(string name) => $"{name}已在这个岗位上。";
    public static string UserNameTaken(string name) => $"账号“{name}”已被使用。";
    public static string PasswordTooShort(int length) => $"密码至少要 {length} 个字符。";

    public static readonly IReadOnlyDictionary<string, string> RoleNames = new Dictionary<string, string>
    {
        [Roles.Administrator] = "系统管理员",
        [Roles.Auditor] = "审计员",
        [Roles.Leader] = "领导",
        [Roles.Officer] = "督导室人员",
        [Roles.Inspector] = "督学",
        [Roles.Contact] = "部门街镇联络员",
        [Roles.Clerk] = "学校填报员",
        [Roles.Analyst] = "分析员",
    };

    /// <summary>What tables call a town; by duty they are one kind.</summary>
    public static readonly string[] TownNames = ["街道", "镇", "乡", "工业区"];

    public static readonly IReadOnlyDictionary<OrganisationKind, string> KindNames = new Dictionary<OrganisationKind, string>
    {
        [OrganisationKind.City] = "市",
        [OrganisationKind.District] = "区",
        [OrganisationKind.Department] = "部门",
        [OrganisationKind.Town] = "街镇",
        [OrganisationKind.School] = "学校",
        [OrganisationKind.Group] = "集团",
    };
}
