using System.Buffers.Binary;
using System.Text;

namespace Junheng.Platform.Extraction;

/// <summary>Decodes text bytes: UTF-8, UTF-16 with a byte order mark, or GB18030, told apart by validity and, when a short
/// file is valid in both, by which reading consists of everyday characters.</summary>
public static class TextDecoding
{
    private const int Gb18030Page = 54936;
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The strict GB18030 encoding (four-byte codes included, so Extension B survives).</summary>
    public static Encoding Gb18030
    {
        get
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding(Gb18030Page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
    }

    /// <summary>The text without its byte order mark; line ends as they are.</summary>
    internal static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (Marked(bytes) is { } marked) return marked;
        if (bytes.Contains((byte)0)) throw new RefusedContent(Refusal.Binary, ExtractionTexts.Binary);
        var utf8 = Try(Utf8, bytes);
        if (utf8 is not null && (Ascii(bytes) || !Doubtful(utf8))) return Printable(utf8);
        var gb = Try(Gb18030, bytes);
        if (utf8 is null && gb is null) throw new RefusedContent(LooksBinary(bytes) ? Refusal.Binary : Refusal.Encoding,
            LooksBinary(bytes) ? ExtractionTexts.Binary : ExtractionTexts.NotText);
        if (gb is null || (utf8 is not null && Everyday(utf8) >= Everyday(gb))) return Printable(utf8!);
        return Printable(gb);
    }

    /// <summary>Decodes strictly, or null when the bytes are not valid in <paramref name="encoding"/>.</summary>
    internal static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? Marked(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            return Printable(Try(Utf8, bytes[3..]) ?? throw new RefusedContent(Refusal.Encoding, ExtractionTexts.NotText));
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x84, 0x31, 0x95, 0x33]))
            return Printable(Try(Gb18030, bytes[4..]) ?? throw new RefusedContent(Refusal.Encoding, ExtractionTexts.NotText));
        if (bytes.Length < 2) return null;
        var mark = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        if (mark is not (0xFEFF or 0xFFFE)) return null;
        var utf16 = new UnicodeEncoding(bigEndian: mark == 0xFEFF, byteOrderMark: false, throwOnInvalidBytes: true);
        return Printable(Try(utf16, bytes[2..]) ?? throw new RefusedContent(Refusal.Encoding, ExtractionTexts.Utf16));
    }

    /// <summary>A text file that is mostly control characters is no text, whatever its encoding.</summary>
    private static string Printable(string text)
    {
        var controls = 0;
        foreach (var c in text)
            if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\x1A')) controls++;
        return controls > 8 + text.Length / 100 || text.Contains('\0')
            ? throw new RefusedContent(Refusal.Binary, ExtractionTexts.Binary)
            : text;
    }

    private static bool Ascii(ReadOnlySpan<byte> bytes) => !bytes.ContainsAnyExceptInRange((byte)0, (byte)127);

    /// <summary>Short GB18030 texts can be valid UTF-8 by accident; long ones cannot in practice.</summary>
    private static bool Doubtful(string text)
    {
        var wide = 0;
        foreach (var c in text)
            if (c > 127 && ++wide > 2000) return false;
        return true;
    }

    /// <summary>Share of the non-ASCII characters that are everyday ones: level 1 of GB 2312 and Chinese punctuation.</summary>
    private static double Everyday(string text)
    {
        var gb = Encoding.GetEncoding(Gb18030Page);
        Span<byte> code = stackalloc byte[8];
        Span<char> pair = stackalloc char[2];
        int everyday = 0, all = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value < 128) continue;
            all++;
            var length = gb.GetBytes(pair[..rune.EncodeToUtf16(pair)], code);
            if (length == 2 && code[1] >= 0xA1 && code[0] is (>= 0xB0 and <= 0xD7) or 0xA1 or 0xA3) everyday++;
        }
        return all == 0 ? 1 : (double)everyday / all;
    }

    private static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var b in bytes)
            if (b < 32 && b is not (9 or 10 or 12 or 13)) controls++;
        return controls * 50 > bytes.Length;
    }
}
