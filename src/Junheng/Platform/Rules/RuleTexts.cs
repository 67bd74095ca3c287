namespace Junheng.Platform.Rules;

public static class RuleTexts
{
    public const string Stale = "这条记录在您打开之后已被他人修改。您填写的内容仍在，请对照现在的内容后再保存。";
    public const string NotFound = "没有找到您要的内容，或者不在您的权限范围内。";
    public const string Forbidden = "您的岗位没有这项权限。如需办理，请与本单位管理员联系。";
}
