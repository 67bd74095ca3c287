using System.Collections.Immutable;
using Junheng.Platform.Extraction.Conversion;
using Junheng.Platform.Extraction.Html;
using Junheng.Platform.Extraction.Pages;
using Junheng.Platform.Extraction.Word;

namespace Junheng.Platform.Extraction;

/// <summary>Turns a document file into the text it is read by. Recognises by content first and by name second; whatever it
/// cannot or may not read it refuses with a sentence in Chinese, leaving nothing behind.</summary>
public sealed class Extractor(ExtractionLimits? limits = null)
{
    private readonly ExtractionLimits limits = limits ?? new();

    /// <exception cref="ExtractionException">The file was refused.</exception>
    public async Task<ExtractedText> ExtractFile(string path, CancellationToken cancel = default)
    {
        if (Directory.Exists(path)) throw new ExtractionException(path, Refusal.Missing, ExtractionTexts.IsDirectory);
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ExtractionException(path, Refusal.Missing, ExtractionTexts.Missing, missing);
        }
        await using (stream) return await Extract(stream, path, cancel);
    }

    /// <summary>Reads the stream once from its present place to its end; <paramref name="fileName"/> is used for messages and its extension.</summary>
    /// <exception cref="ExtractionException">The content was refused.</exception>
    public async Task<ExtractedText> Extract(Stream content, string fileName, CancellationToken cancel = default)
    {
        try
        {
            var bytes = await ReadAll(content, cancel);
            if (bytes.Length == 0) throw new RefusedContent(Refusal.Empty, ExtractionTexts.Empty);
            return await Read(bytes, ContentSniffer.Recognise(bytes, fileName, limits), cancel);
        }
        catch (RefusedContent refused)
        {
            throw new ExtractionException(fileName, refused.Refusal, refused.Message, refused.InnerException);
        }
    }

    /// <summary>Reads a file held in memory.</summary>
    /// <exception cref="ExtractionException">The content was refused.</exception>
    public async Task<ExtractedText> Extract(byte[] content, string fileName, CancellationToken cancel = default)
    {
        using var stream = new MemoryStream(content, writable: false);
        return await Extract(stream, fileName, cancel);
    }

    private async Task<byte[]> ReadAll(Stream content, CancellationToken cancel)
    {
        var tooLarge = new RefusedContent(Refusal.TooLarge, ExtractionTexts.TooLarge(limits.MaxBytes));
        if (content.CanSeek && content.Length - content.Position > limits.MaxBytes) throw tooLarge;
        using var all = new MemoryStream(content.CanSeek ? (int)(content.Length - content.Position) : 0);
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await content.ReadAsync(buffer, cancel)) > 0)
        {
            if (all.Length + read > limits.MaxBytes) throw tooLarge;
            all.Write(buffer, 0, read);
        }
        return all.Length == all.Capacity ? all.GetBuffer() : all.ToArray();
    }

    private async Task<ExtractedText> Read(byte[] bytes, DocumentFormat format, CancellationToken cancel) => format switch
    {
        DocumentFormat.Text or DocumentFormat.Markdown => Plain(bytes, format),
        DocumentFormat.Html => Projected(HtmlText.Project(bytes, cancel), format, "html-1"),
        DocumentFormat.Mht => Projected(HtmlText.Project(MhtFile.Page(bytes), cancel), format, "html-1"),
        DocumentFormat.Docx => Projected(WordText.Project(bytes, limits, cancel), format, "docx-1"),
        DocumentFormat.Ofd => Projected(OfdText.Project(bytes, limits, cancel), format, "ofd-1"),
        DocumentFormat.Pdf => Projected(await PdfText.Project(bytes, limits, cancel), format, "pdf-1"),
        _ => Projected(WordText.Project(await LegacyOffice.ToDocx(bytes, limits, cancel), limits, cancel), format, "legacy-1"),
    };

    private static ExtractedText Plain(byte[] bytes, DocumentFormat format)
    {
        var text = TextDecoding.Decode(bytes);
        if (string.IsNullOrWhiteSpace(text)) throw new RefusedContent(Refusal.Empty, ExtractionTexts.Empty);
        RefuseClassified([text]);
        return new() { Text = text, Format = format, ExtractorVersion = "text-1" };
    }

    private static ExtractedText Projected((Projection Projection, bool HasPictures) read, DocumentFormat format, string version)
    {
        var projection = read.Projection;
        RefuseClassified(projection.Heads);
        var text = projection.Text(read.HasPictures);
        RefuseClassified([text]);
        return new()
        {
            Text = text,
            Format = format,
            ExtractorVersion = version,
            Notices = [.. projection.Notices],
            PageStarts = [.. projection.PageStarts],
        };
    }

    private static void RefuseClassified(IEnumerable<string> heads)
    {
        foreach (var head in heads)
            if (Confidentiality.Marking(head) is { } marking)
                throw new RefusedContent(Refusal.Classified, ExtractionTexts.Classified(marking));
    }
}
