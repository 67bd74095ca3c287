using System.Text;

namespace Junheng.Platform.Sheets.Csv;

/// <summary>Finds out whether fields are separated by comma, semicolon or tab.</summary>
internal static class Delimiters
{
    private static readonly char[] Known = [',', '\t', ';'];
    private const int Characters = 64 << 10, Lines = 20;

    /// <summary>The mark that stands outside quotes most evenly in the first lines; comma when none does.</summary>
    public static char Detect(Stream stream, Encoding encoding)
    {
        stream.Position = 0;
        var head = new char[Characters];
        using var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16, leaveOpen: true);
        int read;
        try
        {
            read = text.ReadBlock(head, 0, head.Length);
        }
        catch (DecoderFallbackException)
        {
            // The reading that follows meets the same bytes and reports them with their row.
            return ',';
        }
        return Known.MaxBy(mark => Evenness(head.AsSpan(0, read), mark));
    }

    /// <summary>Marks per line: the smallest number over the first lines counts more than the sum.</summary>
    private static long Evenness(ReadOnlySpan<char> text, char mark)
    {
        int lines = 0, here = 0, least = int.MaxValue, sum = 0;
        bool quoted = false, content = false;
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (c == mark) here++;
            if (c is not ('\n' or '\r'))
            {
                content = true;
                continue;
            }
            if (quoted || !content) continue;
            (least, sum, here, content) = (Math.Min(least, here), sum + here, 0, false);
            if (++lines == Lines) break;
        }
        if (content) (least, sum) = (lines == 0 ? here : Math.Min(least, here), sum + here);
        return (least == int.MaxValue ? 0 : least) * 1_000_000L + sum;
    }
}
