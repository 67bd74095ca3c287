using System.Text;
using System.Text.Unicode;

namespace Junheng.Platform.Sheets.Csv;

/// <summary>Which encoding a text file is written in: UTF-8 and UTF-16 with or without mark, else GB18030 (which holds GBK and GB2312).</summary>
internal static class TextEncodings
{
    public static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Reads the stream through and returns to position 0. Null when the bytes are no text in any of the encodings.</summary>
    public static Encoding? Detect(Stream stream)
    {
        stream.Position = 0;
        var buffer = new byte[64 << 10];
        var head = buffer.AsSpan(0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        var found = Marked(head) ?? Unmarked(head) ?? (IsUtf8(stream, buffer) ? Encoding.UTF8 : HasControls(head) ? null : Gb18030);
        stream.Position = 0;
        return found;
    }

    private static Encoding? Marked(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? new UTF8Encoding(true, throwOnInvalidBytes: true)
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? new UnicodeEncoding(false, true, throwOnInvalidBytes: true)
        : head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? new UnicodeEncoding(true, true, throwOnInvalidBytes: true)
        : null;

    /// <summary>UTF-16 without mark: separators, digits and line ends give zero bytes on one side only.</summary>
    private static Encoding? Unmarked(ReadOnlySpan<byte> head)
    {
        int even = 0, odd = 0;
        for (var at = 0; at < head.Length; at++)
            if (head[at] == 0) _ = (at & 1) == 0 ? even++ : odd++;
        if (even + odd == 0 || even * 20 > odd && odd * 20 > even) return null;
        return new UnicodeEncoding(bigEndian: even > odd, false, throwOnInvalidBytes: true);
    }

    private static bool IsUtf8(Stream stream, byte[] buffer)
    {
        stream.Position = 0;
        var kept = 0;
        while (stream.Read(buffer, kept, buffer.Length - kept) is var read and > 0)
        {
            var part = buffer.AsSpan(0, kept + read);
            if (HasControls(part)) return false;
            // A character cut at the buffer's end is looked at again with what follows.
            kept = Unfinished(part);
            if (!Utf8.IsValid(part[..^kept])) return false;
            part[^kept..].CopyTo(buffer);
        }
        return kept == 0;
    }

    private static int Unfinished(ReadOnlySpan<byte> part)
    {
        for (var back = 1; back <= Math.Min(3, part.Length); back++)
        {
            var b = part[^back];
            if (b < 0x80) return 0;
            if (b >= 0xC0) return back < (b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2) ? back : 0;
        }
        return 0;
    }

    private static bool HasControls(ReadOnlySpan<byte> part)
    {
        foreach (var b in part)
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0B or 0x0C or 0x1A)) return true;
        return false;
    }
}
