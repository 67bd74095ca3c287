namespace Junheng.Platform.Access;

public static class AccessTexts
{
    public const string Title = "机构与账号";
}
