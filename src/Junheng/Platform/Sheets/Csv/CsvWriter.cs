using System.Globalization;
using System.Text;

namespace Junheng.Platform.Sheets.Csv;

/// <summary>Writes CSV that Excel and WPS open with Chinese intact: UTF-8 with mark, CRLF; text that would run as a formula is disarmed.</summary>
public sealed class CsvWriter : IDisposable
{
    private readonly StreamWriter output;

    /// <summary>The stream stays open.</summary>
    public CsvWriter(Stream stream) => output = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };

    /// <summary>Writes one row; dates as 2023-09-01, numbers with a point, null as nothing.</summary>
    public void Write(params ReadOnlySpan<object?> cells)
    {
        for (var at = 0; at < cells.Length; at++)
        {
            if (at > 0) output.Write(',');
            WriteField(cells[at]);
        }
        output.WriteLine();
    }

    private void WriteField(object? cell)
    {
        var text = cell switch
        {
            null => "",
            string s => CsvText.Encode(s),
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            bool yes => yes ? "TRUE" : "FALSE",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => CsvText.Encode(cell.ToString() ?? ""),
        };
        if (text.AsSpan().IndexOfAny(",;\t\"\r\n") < 0 && !text.StartsWith(' ') && !text.EndsWith(' '))
        {
            output.Write(text);
            return;
        }
        output.Write('"');
        output.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        output.Write('"');
    }

    public void Flush() => output.Flush();

    public void Dispose() => output.Dispose();
}
