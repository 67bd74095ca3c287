namespace Junheng.Platform.Extraction;

/// <summary>The file was refused; nothing of it was kept. The message is zh-CN and names the file and the reason.</summary>
public sealed class ExtractionException(string fileName, Refusal refusal, string reason, Exception? cause = null)
    : Exception(ExtractionTexts.Refused(fileName, reason), cause)
{
    public Refusal Refusal { get; } = refusal;

    /// <summary>The reason alone, without the file's name.</summary>
    public string Reason { get; } = reason;

    /// <summary>True for pictures of pages: no text of its own, yet worth keeping as 正式件 of a text version.</summary>
    public bool IsScan => Refusal == Refusal.Scan;
}

public enum Refusal { Missing, Empty, TooLarge, Binary, Encoding, Encrypted, Malformed, Bomb, Scan, NoText, Unknown, ToolMissing, Timeout, Classified }

/// <summary>Raised inside the extractors, which do not know the file's name; <see cref="Extractor"/> adds it.</summary>
internal sealed class RefusedContent(Refusal refusal, string reason, Exception? cause = null) : Exception(reason, cause)
{
    public Refusal Refusal { get; } = refusal;
}
