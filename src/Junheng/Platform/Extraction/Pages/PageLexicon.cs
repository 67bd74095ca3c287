namespace Junheng.Platform.Extraction.Pages;

internal static class PageLexicon
{
    /// <summary>A line that is only a page number: 3, — 3 —, 第3页, 第 3 页 共 8 页, 3/8.</summary>
    public const string PageNumber =
        @"^[\s\-‐-―－·•.|~～]*(?:第\s*)?[0-9０-９]{1,4}\s*(?:页)?[\s,，/／|]*(?:[(（]?(?:共|总)\s*[0-9０-９]{1,4}\s*页[)）]?|of\s*[0-9]{1,4}|(?<=[/／]\s*)[0-9]{1,4})?[\s\-‐-―－·•.|~～]*$";

    /// <summary>What opens a heading or a numbered item, and therefore a paragraph of its own after a finished sentence.</summary>
    public const string HeadingStart = @"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9０-９]{1,3}[）)]|[0-9０-９]{1,2}[.．、](?![0-9])|第[一二三四五六七八九十百]{1,4}[章节部条])";

    public const string SentenceEnds = "。；：！？;:!?";
}
