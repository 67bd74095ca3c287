namespace Junheng.Platform.Extraction;

/// <summary>How much a single document may cost. Sizes in bytes.</summary>
public sealed record ExtractionLimits
{
    /// <summary>A larger file is refused by its length, before it is read.</summary>
    public long MaxBytes { get; init; } = 100L << 20;

    /// <summary>Largest unpacked size of one part of a zip package.</summary>
    public long MaxPartBytes { get; init; } = 256L << 20;

    /// <summary>Largest unpacked size of a part that is held as a tree: styles, numbering, one page of an OFD.</summary>
    public long MaxTreeBytes { get; init; } = 32L << 20;

    /// <summary>Largest unpacked size of all parts read from one package.</summary>
    public long MaxPackageBytes { get; init; } = 512L << 20;

    /// <summary>Beyond this many unpacked bytes a part may not be larger than <see cref="MaxRatio"/> times its packed size.</summary>
    public long RatioFreeBytes { get; init; } = 16L << 20;
    public int MaxRatio { get; init; } = 200;

    /// <summary>Most entries in one package.</summary>
    public int MaxEntries { get; init; } = 50_000;

    /// <summary>How long pdftotext may take, and LibreOffice.</summary>
    public TimeSpan PdfTime { get; init; } = TimeSpan.FromSeconds(60);
    public TimeSpan ConversionTime { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Programs looked up on PATH unless given with a directory.</summary>
    public string PdfToText { get; init; } = "pdftotext";
    public string LibreOffice { get; init; } = "soffice";
}
