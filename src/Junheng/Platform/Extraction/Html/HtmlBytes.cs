using System.Text;
using System.Text.RegularExpressions;

namespace Junheng.Platform.Extraction.Html;

/// <summary>Decodes a web page: its byte order mark, else what its meta element declares if the bytes agree, else by content.</summary>
internal static partial class HtmlBytes
{
    private const int MetaWithin = 4096;

    public static string Decode(byte[] bytes, string? declared = null)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, MetaWithin));
        declared ??= Charset().Match(head) is { Success: true } meta ? meta.Groups[1].Value : null;
        var marked = bytes is [0xEF, 0xBB, 0xBF, ..] or [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..];
        if (!marked && declared is not null && Named(declared) is { } encoding && TextDecoding.Try(encoding, bytes) is { } text) return text;
        return TextDecoding.Decode(bytes);
    }

    /// <summary>The strict encoding of that name; GB 2312 and GBK are read as their superset, which is what such pages really hold.</summary>
    private static Encoding? Named(string charset)
    {
        switch (charset.ToLowerInvariant())
        {
            case "utf-8" or "utf8": return new UTF8Encoding(false, throwOnInvalidBytes: true);
            case "gb2312" or "gbk" or "gb18030" or "x-gbk" or "cp936": return TextDecoding.Gb18030;
            // A page cannot declare these in ASCII and be right.
            case "utf-16" or "utf-16le" or "utf-16be" or "unicode" or "utf-7": return null;
        }
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            return Encoding.GetEncoding(charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            // An unknown name declares nothing.
            return null;
        }
    }

    [GeneratedRegex("""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]{2,30})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
