using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Junheng.Platform.Sheets.Csv;

/// <summary>A CSV file as the one sheet it is. Every cell is text: nothing is guessed to be a number or a date.</summary>
internal sealed class CsvSheet(Stream stream, string file, Encoding encoding) : Sheet(SheetTexts.CsvSheet, hidden: false)
{
    private const int LongestField = 1 << 20;

    private protected override IEnumerable<SheetRow> Read(bool keepLostDigits, CancellationToken cancellation)
    {
        var delimiter = Delimiters.Detect(stream, encoding);
        stream.Position = 0;
        using var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16, leaveOpen: true);
        using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            BadDataFound = null,
            IgnoreBlankLines = false,
            MaxFieldSize = LongestField,
            BufferSize = 1 << 16,
        });
        for (var number = 1; Advance(parser, number); number++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (number > CellName.LastRow) throw new SheetException(file, SheetTexts.TooManyRowsOrColumns, row: number);
            if (ReadRow(parser, number, keepLostDigits) is { } row) yield return row;
        }
    }

    private bool Advance(CsvParser parser, int number)
    {
        try
        {
            return parser.Read();
        }
        catch (DecoderFallbackException fault)
        {
            throw new SheetException(file, SheetTexts.Encoding, row: number, inner: fault);
        }
        catch (CsvHelperException fault)
        {
            throw new SheetException(file, SheetTexts.UnclosedQuote, row: number, inner: fault);
        }
    }

    private SheetRow? ReadRow(CsvParser parser, int number, bool keepLostDigits)
    {
        if (parser.Count > CellName.LastColumn) throw new SheetException(file, SheetTexts.TooManyRowsOrColumns, row: number);
        var cells = new List<SheetCell>(parser.Count);
        for (var column = 1; column <= parser.Count; column++)
        {
            var text = CsvText.Decode(parser[column - 1]);
            if (text.Length > 0) cells.Add(TextCell(file, number, column, text, keepLostDigits));
        }
        return cells.Count == 0 ? null : new SheetRow(Name, number, [.. cells]);
    }
}
