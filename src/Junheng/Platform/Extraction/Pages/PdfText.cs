using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Junheng.Platform.Extraction.Conversion;

namespace Junheng.Platform.Extraction.Pages;

/// <summary>The projection of a PDF's text layer, which poppler's pdftotext gives word by word with its place on the page.</summary>
internal static partial class PdfText
{
    private const int NoPermission = 3, MostWords = 5_000_000;
    private const double CharsPerPageOfAScan = 3, UnreadableShare = 0.2;

    public static async Task<(Projection, bool HasPictures)> Project(byte[] bytes, ExtractionLimits limits, CancellationToken cancel)
    {
        var pages = new List<Page>();
        var (code, error) = await ExternalProgram.Run(limits.PdfToText, ["-bbox", "-enc", "UTF-8", "-", "-"], bytes,
            (output, stop) => ReadPages(output, pages, stop), limits.PdfTime, ExtractionTexts.PdfToolMissing, cancel);
        if (code == NoPermission) throw new RefusedContent(Refusal.Encrypted, ExtractionTexts.NoCopying);
        if (code != 0 || pages.Count == 0) throw error.Contains("password", StringComparison.OrdinalIgnoreCase) || IsEncrypted(bytes)
            ? new RefusedContent(Refusal.Encrypted, ExtractionTexts.Encrypted)
            : new RefusedContent(Refusal.Malformed, ExtractionTexts.BadPdf);
        RefuseWithoutTextLayer(pages);
        return (PagedText.Read(pages, cancel), true);
    }

    /// <summary>Read line by line and not as XML: words may hold control characters that no XML parser accepts.</summary>
    private static async Task ReadPages(StreamReader output, List<Page> pages, CancellationToken cancel)
    {
        var words = 0;
        while (await output.ReadLineAsync(cancel) is { } line)
            if (Word().Match(line) is { Success: true } word && pages.Count > 0)
            {
                var (left, top, right, bottom) = (Number(word, 1), Number(word, 2), Number(word, 3), Number(word, 4));
                if (++words > MostWords) throw new RefusedContent(Refusal.Bomb, ExtractionTexts.Bomb);
                pages[^1].Texts.Add(new(left, top, right - left, bottom - top, WebUtility.HtmlDecode(word.Groups[5].Value)));
            }
            else if (PageStart().Match(line) is { Success: true } page) pages.Add(new Page(Number(page, 1), Number(page, 2)));
    }

    /// <summary>A scan has no words, or a page number and a stamp at most; a font without a character table gives words that are none.</summary>
    private static void RefuseWithoutTextLayer(List<Page> pages)
    {
        var text = string.Concat(pages.SelectMany(p => p.Texts).Select(t => t.Text).Take(20_000));
        var unreadable = text.Count(c => c is '\uFFFD' or < ' ' or (>= '\uE000' and <= '\uF8FF'));
        if (unreadable > UnreadableShare * text.Length) throw new RefusedContent(Refusal.Scan, ExtractionTexts.Unreadable);
        if (text.Count(char.IsLetterOrDigit) < CharsPerPageOfAScan * pages.Count) throw new RefusedContent(Refusal.Scan, ExtractionTexts.Scan);
    }

    private static bool IsEncrypted(byte[] bytes) => bytes.AsSpan().IndexOf("/Encrypt"u8) >= 0;

    private static double Number(Match match, int group) =>
        double.TryParse(match.Groups[group].Value, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex("""<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.+)</word>""", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("""<page width="([\d.]+)" height="([\d.]+)">""", RegexOptions.CultureInvariant)]
    private static partial Regex PageStart();
}
