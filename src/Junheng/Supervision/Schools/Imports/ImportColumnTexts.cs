namespace Junheng.Supervision.Schools.Imports;

public static class ImportColumnTexts
{
    public static readonly string[] Code = ["学校代码", "学校标识码", "机构代码", "代码"];
    public static readonly string[] Name = ["学校名称", "机构名称", "名称", "校名"];
    public static readonly string[] Stages = ["学段"];
    public static readonly string[] Nature = ["办别", "性质", "学校性质"];
    public static readonly string[] Town = ["街镇", "所属街镇", "乡镇街道"];
    public static readonly string[] Group = ["集团", "教育集团", "学区集团"];
    public static readonly string[] Latitude = ["纬度"];
    public static readonly string[] Longitude = ["经度"];
    public static readonly string[] District = ["区", "区县", "所属区"];
    public static readonly string[] Type = ["办学类型"];
    public static readonly string[] Founder = ["举办者", "隶属"];
    public static readonly string[] Parent = ["主校代码", "上级学校代码"];
    public static readonly string[] Opened = ["开办日期", "建校日期"];
    public static readonly string[] Closed = ["停办日期", "撤销日期"];
    public static readonly string[] Order = ["次序", "序号"];
    public static readonly string[] NationalCode = ["标识码", "教育部标识码"];

    public const string DefaultDistrict = "本区";
    public const string DefaultDistrictCode = "DISTRICT";
    public const string Reason = "学校名录导入";
    public const string NoCode = "没有代码，按临时代码收下；取得标识码后请办理“赋码”。";
    public const string NameIsNumber = "校名全是数字，请核对代码列和名称列是否放反了。";
    public const string OrderTooLarge = "次序太大，请核对。";
    public const string Unstorable = "含有无法保存的字符，请重新输入。";
    public const string RootMissing = "数据库里有几个区，请用“district”列写明这所学校属于哪个区。";
    public const string OutOfScope = "没有找到这所学校或这个区，或者不在您的权限范围内。";
    public const string ParentInCircle = "主校互相指向，请核对。";
    public const string ParentElsewhere = "主校在另一个区，请核对。";
    public const string SameNameTwice = "同一个区里另有一行同名，请核对是否同一所学校。";
    public const string NewDistrict = "数据库里还没有区，已新建“本区”（代码 DISTRICT），学校都归入其下。";

    public static string StageUnknown(string word) => $"没有“{word}”这个学段。可填：{string.Join("、", SchoolTexts.StageNames.Values)}，几个学段用分号隔开。";
    public static string NatureUnknown(string word) => $"没有“{word}”这种办别。可填：公办、民办。";
    public static string TooLong(int longest) => $"最多 {longest} 个字。";
    public static string CodeTwice(string code, int row) => $"代码“{code}”在第 {row} 行已经出现，学校重复。";
    public static string NameTwice(string name, int row) => $"没有代码的“{name}”在第 {row} 行已经出现，学校重复。";
    public static string OtherKind(string code, string name, string kind) => $"代码“{code}”已属于{kind}“{name}”。";
    public static string OtherDistrict(string district) => $"这所学校在“{district}”，与本行写的区不同，请核对。";
    public static string TemporaryNamesake(string code) => $"同名学校已按临时代码“{code}”收下。如是同一所学校，请办理“赋码”或“并入”。";
    public static string ParentUnknown(string code) => $"没有代码为“{code}”的主校。";
    public static string NewUnits(string kind, int count, IEnumerable<string> names) => $"新建{kind} {count} 个：{string.Join("、", names)}{(count > names.Count() ? "等" : "")}。";
}
