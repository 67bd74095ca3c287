using System.Collections.Immutable;

namespace Junheng.Platform.Extraction;

/// <summary>The decoded text of a document: what every offset into that document refers to. It is stored together with
/// <see cref="ExtractorVersion"/> and never recomputed, so that offsets do not move when an extractor improves.</summary>
public sealed record ExtractedText
{
    /// <summary>Text files as decoded (BOM dropped, <c>\r\n</c> kept). Otherwise the projection: paragraph = <c>\n</c>,
    /// table cell = <c>\t</c>, table row = <c>\n</c>.</summary>
    public required string Text { get; init; }

    public required DocumentFormat Format { get; init; }

    /// <summary>Format and number of the projection rules, e.g. <c>docx-1</c>; the number rises when the same bytes would give another text.</summary>
    public required string ExtractorVersion { get; init; }

    /// <summary>What a reader of the text must know about the original: revisions accepted, comments left out …</summary>
    public ImmutableArray<ExtractionNotice> Notices { get; init; } = [];

    /// <summary>Where each page starts in <see cref="Text"/>; empty for formats without fixed pages.</summary>
    public ImmutableArray<int> PageStarts { get; init; } = [];
}

/// <summary>A remark about the projection at a place in its text, in zh-CN.</summary>
/// <param name="Kind">revision · comment · hidden · contents · omitted</param>
public sealed record ExtractionNotice(int Start, int Length, string Kind, string Text);

/// <summary>What the content was recognised as, whatever the file is called.</summary>
public enum DocumentFormat { Text, Markdown, Html, Mht, Docx, Ofd, Pdf, Legacy }
