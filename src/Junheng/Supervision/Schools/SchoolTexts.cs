using Junheng.Core.Codes;
using Junheng.Core.Schooling;

namespace Junheng.Supervision.Schools;

public static class SchoolTexts
{
    public const string Title = "学校";
    public const string ListMenu = "学校名录";
    public const string ReadPermission = "查看学校名录";
    public const string ManagePermission = "维护学校名录";
    public const string ImportTitle = "学校名录";

    public const string StageMissing = "请至少选一个学段。";
    public const string HalfPlace = "经度和纬度要一起填写，或者都不填。";
    public const string LatitudeRange = "纬度应在 -90 到 90 之间。";
    public const string LongitudeRange = "经度应在 -180 到 180 之间。";
    public const string ClosedBeforeOpened = "停办日期早于开办日期，请核对。";
    public const string OrderNegative = "次序不能是负数。";
    public const string OwnParent = "学校不能是自己的主校。";
    public const string ParentOfSchool = "只有校区和教学点才有主校；独立学校请不要填写主校。";
    public const string ParentUnknown = "没有找到这所主校，请核对代码。";
    public const string AlreadyClosed = "这所学校已经停办，不能再次办理。";
    public const string ReasonMissing = "请写明原因。";
    public const string NotTemporary = "这所学校已有正式代码，标识码不变更。";
    public const string IntoItself = "不能并入本校。";
    public const string SuccessorUnknown = "没有找到接收学校，请核对代码。";
    public const string SuccessorClosed = "接收学校在该日期已停办，请核对。";
    public const string WholeSite = "整个校点";
    public const string SameName = "新校名与现在的校名相同。";
    public const string CodeMissing = "请填写代码。";
    public const string Removed = "已撤出名录。";
    public const string DemonstratedFormerName = "云浦区滨江九年一贯制学校";
    public static readonly SchoolOccasion DemonstratedMerger = new(new DateOnly(2024, 8, 31), "生源减少，并入松坪第二小学", "云浦区教育布局调整方案（演示）");
    public static readonly SchoolOccasion DemonstratedRenaming = new(new DateOnly(2022, 9, 1), "所在区域更名为新浦", "关于学校更名的批复（演示）");

    public static string CodeTaken(string code, string name) => $"代码“{code}”已属于“{name}”。如是同一所学校，请办理“并入”，两边的历史都会保留。";

    public static readonly IReadOnlyDictionary<Stage, string> StageNames = new Dictionary<Stage, string>
    {
        [Stage.Kindergarten] = "学前",
        [Stage.Primary] = "小学",
        [Stage.Junior] = "初中",
        [Stage.Senior] = "高中",
        [Stage.Vocational] = "中职",
        [Stage.Special] = "特教",
    };

    public static readonly IReadOnlyDictionary<SchoolNature, string> NatureNames = new Dictionary<SchoolNature, string> { [SchoolNature.Public] = "公办", [SchoolNature.Private] = "民办" };

    public static readonly IReadOnlyDictionary<SchoolUnit, string> UnitNames = new Dictionary<SchoolUnit, string>
    {
        [SchoolUnit.School] = "独立学校",
        [SchoolUnit.Campus] = "校区",
        [SchoolUnit.TeachingPoint] = "教学点",
    };

    public static readonly IReadOnlyDictionary<SchoolChangeKind, string> ChangeNames = new Dictionary<SchoolChangeKind, string>
    {
        [SchoolChangeKind.Renamed] = "更名",
        [SchoolChangeKind.Merged] = "并入",
        [SchoolChangeKind.Closed] = "停办",
        [SchoolChangeKind.Coded] = "赋码",
    };

    public static readonly IReadOnlyDictionary<SchoolChangeKind, string> ChangeLeads = new Dictionary<SchoolChangeKind, string>
    {
        [SchoolChangeKind.Renamed] = "代码不变，原校名记为曾用名，仍可按曾用名查到。",
        [SchoolChangeKind.Merged] = "本校从次日起不再单列，以前的数据仍在本校名下。",
        [SchoolChangeKind.Closed] = "代码不再给别的学校使用，以前的数据仍在。",
        [SchoolChangeKind.Coded] = "以正式代码替换临时代码，数据和历史不变。",
    };

    public static readonly (string, string)[] StateNames = [("open", "在办"), ("closed", "已停办"), ("planned", "未开办")];

    public static string Names(IEnumerable<Stage> stages) => string.Join("、", stages.Select(s => StageNames[s]));

    public static string TemporaryCode(string district, int number) => $"临时{district}-{number:0000}";

    /// <summary>A doubt about a 标识码; it refuses nothing.</summary>
    public static string Doubt(CodeProblem problem) => problem switch
    {
        CodeProblem.WrongLength => "不是 10 位的学校标识码，按本区自编代码收下。",
        CodeProblem.WrongCharacter => "学校标识码应全是数字，按本区自编代码收下。",
        CodeProblem.UnknownCategory => "前两位不是学校标识码的类别，请核对。",
        CodeProblem.UnknownProvince => "第三、四位不是省级代码，请核对。",
        _ => "代码的形式有疑问，请核对。",
    };

    public const string CategoryDoubt = "标识码前两位所示的类别与学段不一致，请核对。";
}
