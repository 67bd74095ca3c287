namespace Junheng.Platform.Search;

public static class SearchTexts
{
    public const string Title = "全文检索";
}
