using System.Text;

namespace Junheng.Platform.Extraction;

/// <summary>Recognises what a file is by its first bytes; its name only decides between kinds of plain text.</summary>
internal static class ContentSniffer
{
    private static readonly string[] HtmlStarts =
        ["<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<div", "<table", "<p>", "<p ", "<span", "<h1", "<center", "<font"];

    public static DocumentFormat Recognise(byte[] bytes, string fileName, ExtractionLimits limits)
    {
        ReadOnlySpan<byte> head = bytes.AsSpan(0, Math.Min(bytes.Length, 1024));
        if (head.StartsWith("PK\u0003\u0004"u8)) return Zip(bytes, limits);
        if (head.IndexOf("%PDF-"u8) >= 0) return DocumentFormat.Pdf;
        if (CompoundFile.Matches(bytes)) return CompoundFile.Recognise(bytes);
        if (head.StartsWith("{\\rtf"u8)) return DocumentFormat.Legacy;
        if (IsPicture(head)) throw new RefusedContent(Refusal.Scan, ExtractionTexts.Scan);
        if (IsArchive(head)) throw new RefusedContent(Refusal.Unknown, ExtractionTexts.Archive);
        return Plain(head, Path.GetExtension(fileName).ToLowerInvariant());
    }

    private static DocumentFormat Zip(byte[] bytes, ExtractionLimits limits)
    {
        using var package = new Package(bytes, limits);
        if (package.Has("OFD.xml")) return DocumentFormat.Ofd;
        if (package.Has("word/document.xml")) return DocumentFormat.Docx;
        if (package.Has("xl/workbook.xml")) throw new RefusedContent(Refusal.Unknown, ExtractionTexts.Spreadsheet);
        if (package.Has("ppt/presentation.xml")) throw new RefusedContent(Refusal.Unknown, ExtractionTexts.Presentation);
        if (package.Has("[Content_Types].xml")) return DocumentFormat.Docx;
        if (bytes.AsSpan(0, Math.Min(bytes.Length, 200)).IndexOf("application/vnd.oasis.opendocument.text"u8) >= 0) return DocumentFormat.Legacy;
        throw new RefusedContent(Refusal.Unknown, ExtractionTexts.Archive);
    }

    private static DocumentFormat Plain(ReadOnlySpan<byte> head, string extension)
    {
        var start = Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal)
            .TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FE', '\u00FF', ' ', '\t', '\r', '\n').ToLowerInvariant();
        if (start.StartsWith("mime-version:", StringComparison.Ordinal) || start.Contains("content-type: multipart/related", StringComparison.Ordinal))
            return DocumentFormat.Mht;
        if (start.Contains("progid=\"word.document\"", StringComparison.Ordinal)) return DocumentFormat.Legacy;
        if (start.StartsWith("<?xml", StringComparison.Ordinal) && start.Contains("<html", StringComparison.Ordinal)) return DocumentFormat.Html;
        var looksHtml = HtmlStarts.Any(s => start.StartsWith(s, StringComparison.Ordinal));
        return extension switch
        {
            ".html" or ".htm" or ".xhtml" => DocumentFormat.Html,
            ".md" or ".markdown" => DocumentFormat.Markdown,
            ".txt" or ".text" or "" => looksHtml ? DocumentFormat.Html : DocumentFormat.Text,
            _ when looksHtml || start.StartsWith("<!--", StringComparison.Ordinal) && start.Contains("<html", StringComparison.Ordinal) => DocumentFormat.Html,
            ".docx" or ".ofd" => throw new RefusedContent(Refusal.Malformed, ExtractionTexts.BadZip),
            ".pdf" => throw new RefusedContent(Refusal.Malformed, ExtractionTexts.BadPdf),
            ".doc" or ".wps" => throw new RefusedContent(Refusal.Malformed, ExtractionTexts.BadOle),
            _ => throw new RefusedContent(Refusal.Unknown, ExtractionTexts.Unknown),
        };
    }

    private static bool IsPicture(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])
        || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || head.StartsWith("GIF8"u8)
        || head.StartsWith((ReadOnlySpan<byte>)[(byte)'I', (byte)'I', 42, 0])
        || head.StartsWith((ReadOnlySpan<byte>)[(byte)'M', (byte)'M', 0, 42])
        || (head.StartsWith("BM"u8) && head.Length > 9 && head[6..10].SequenceEqual((ReadOnlySpan<byte>)[0, 0, 0, 0]))
        || (head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..12].SequenceEqual("WEBP"u8));

    private static bool IsArchive(ReadOnlySpan<byte> head) =>
        head.StartsWith("Rar!"u8)
        || head.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF])
        || head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])
        || head.StartsWith("PK\u0005\u0006"u8);
}
