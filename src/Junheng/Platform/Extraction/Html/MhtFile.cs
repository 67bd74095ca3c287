using System.Text;
using System.Text.RegularExpressions;

namespace Junheng.Platform.Extraction.Html;

/// <summary>A web archive (MHT): a MIME message whose first text/html part is the page.</summary>
internal static partial class MhtFile
{
    public static string Page(byte[] bytes)
    {
        var message = Encoding.Latin1.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal);
        var boundary = Boundary().Match(message) is { Success: true } found ? "--" + found.Groups[1].Value.Trim() : null;
        foreach (var part in boundary is null ? [message] : message.Split(boundary).Skip(1))
        {
            var split = part.IndexOf("\n\n", StringComparison.Ordinal);
            if (split < 0) continue;
            var head = part[..split].Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal);
            if (!Html().IsMatch(head)) continue;
            var charset = Charset().Match(head) is { Success: true } declared ? declared.Groups[1].Value : null;
            return HtmlBytes.Decode(Content(part[(split + 2)..], head), charset);
        }
        throw new RefusedContent(Refusal.NoText, ExtractionTexts.NoMhtPart);
    }

    private static byte[] Content(string body, string head)
    {
        if (head.Contains("quoted-printable", StringComparison.OrdinalIgnoreCase)) return QuotedPrintable(body);
        if (!head.Contains("base64", StringComparison.OrdinalIgnoreCase)) return Encoding.Latin1.GetBytes(body);
        try
        {
            return Convert.FromBase64String(body.Trim());
        }
        catch (FormatException broken)
        {
            throw new RefusedContent(Refusal.Malformed, ExtractionTexts.NoMhtPart, broken);
        }
    }

    private static byte[] QuotedPrintable(string body)
    {
        var bytes = new List<byte>(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != '=') bytes.Add((byte)body[i]);
            else if (i + 1 < body.Length && body[i + 1] == '\n') i++;
            else if (i + 2 < body.Length && char.IsAsciiHexDigit(body[i + 1]) && char.IsAsciiHexDigit(body[i + 2]))
            {
                bytes.Add(Convert.ToByte(body.Substring(i + 1, 2), 16));
                i += 2;
            }
            else bytes.Add((byte)'=');
        }
        return [.. bytes];
    }

    [GeneratedRegex("""boundary\s*=\s*"?([^"\n;]{1,200})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"content-type:\s*text/html", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Html();

    [GeneratedRegex("""charset\s*=\s*"?([A-Za-z0-9_-]{2,30})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
