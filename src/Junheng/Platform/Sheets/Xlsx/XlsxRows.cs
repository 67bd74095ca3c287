using System.Globalization;
using System.Xml;

namespace Junheng.Platform.Sheets.Xlsx;

/// <summary>Walks through the rows of one sheet part. Rows and cells without content cost their tags and nothing more.</summary>
internal sealed class XlsxRows : IDisposable
{
    private readonly XlsxBook book;
    private readonly string sheet;
    private readonly bool keepFaults;
    private readonly PartReader part;
    private readonly XmlReader xml;
    private readonly string rowTag, cellTag, valueTag, inlineTag, formulaTag, placeName, typeName, styleName;
    private readonly List<SheetCell> cells = [];
    private bool started, sorted;
    private int row, column;

    public XlsxRows(XlsxBook book, string sheet, Stream stream, bool keepFaults)
    {
        (this.book, this.sheet, this.keepFaults) = (book, sheet, keepFaults);
        part = new PartReader(stream);
        xml = part.Xml;
        (rowTag, cellTag, valueTag, inlineTag, formulaTag) = (part.Name("row"), part.Name("c"), part.Name("v"), part.Name("is"), part.Name("f"));
        (placeName, typeName, styleName) = (part.Name("r"), part.Name("t"), part.Name("s"));
    }

    /// <summary>The next row with content, or null at the end.</summary>
    public SheetRow? Next()
    {
        try
        {
            if (!started && !Start()) return null;
            while (xml.Read() && xml.Depth > 1)
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (!ReferenceEquals(xml.LocalName, rowTag)) part.PassElement();
                else if (ReadRow() is { } read) return read;
            }
            return null;
        }
        catch (Exception fault) when (XlsxBook.IsDamage(fault))
        {
            throw new SheetException(book.File, SheetTexts.BadXml, sheet, row > 0 ? row : null, inner: fault);
        }
    }

    private bool Start()
    {
        started = true;
        return part.MoveTo("sheetData") && !xml.IsEmptyElement && xml.Depth == 1;
    }

    private SheetRow? ReadRow()
    {
        var empty = xml.IsEmptyElement;
        row++;
        if (xml.MoveToAttribute(placeName))
        {
            row = Index(xml.Value);
            xml.MoveToElement();
        }
        if (row is < 1 or > CellName.LastRow) throw new SheetException(book.File, SheetTexts.TooManyRowsOrColumns, sheet);
        if (empty) return null;
        cells.Clear();
        (column, sorted) = (0, true);
        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (ReferenceEquals(xml.LocalName, cellTag)) ReadCell();
            else part.PassElement();
        }
        if (cells.Count == 0) return null;
        if (!sorted) cells.Sort((one, other) => one.Column.CompareTo(other.Column));
        return new SheetRow(sheet, row, cells.ToArray());
    }

    private void ReadCell()
    {
        var (type, style, empty, last) = ('n', 0, xml.IsEmptyElement, column);
        column++;
        while (xml.MoveToNextAttribute())
        {
            var name = xml.LocalName;
            if (ReferenceEquals(name, placeName)) column = CellName.ColumnOf(xml.Value);
            else if (ReferenceEquals(name, styleName)) style = Index(xml.Value);
            else if (ReferenceEquals(name, typeName)) type = TypeOf(xml.Value);
        }
        if (column is < 1 or > CellName.LastColumn) throw new SheetException(book.File, SheetTexts.TooManyRowsOrColumns, sheet, row);
        sorted &= column > last;
        if (empty) return;
        var (formula, calculated, before) = (false, false, cells.Count);
        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (ReferenceEquals(xml.LocalName, valueTag))
            {
                calculated = true;
                AddValue(type, style, part.ReadText());
            }
            else if (ReferenceEquals(xml.LocalName, inlineTag)) AddText(SharedStrings.ReadRichText(part));
            else
            {
                formula |= ReferenceEquals(xml.LocalName, formulaTag);
                part.PassElement();
            }
        }
        if (!formula) return;
        if (cells.Count > before) cells[^1] = cells[^1] with { IsFormula = true };
        else if (!calculated && keepFaults) cells.Add(new SheetCell(column, SheetCellKind.Uncalculated, "") { IsFormula = true });
    }

    /// <summary>A number counted from 0, or -1. By hand, because this runs several times for every cell.</summary>
    private static int Index(string text)
    {
        var index = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c) || index > 100_000_000) return text.AsSpan().Trim() is var bare && bare.Length < text.Length ? Index(bare.ToString()) : -1;
            index = index * 10 + (c - '0');
        }
        return text.Length > 0 ? index : -1;
    }

    /// <summary>The cell type by one letter: n number, s shared text, t text of a formula, b boolean, e error, d date in ISO 8601.</summary>
    private static char TypeOf(string type) => type switch
    {
        "s" or "b" or "e" or "d" or "n" => type[0],
        "str" or "inlineStr" => 't',
        _ => 'n',
    };

    private void AddValue(char type, int style, string value)
    {
        switch (type)
        {
            case 's':
                AddText(book.Strings.TryGet(Index(value), out var text) ? text : throw Fault(SheetTexts.BadText));
                break;
            case 't':
                AddText(EscapedText.Decode(value));
                break;
            case 'b':
                cells.Add(new SheetCell(column, SheetCellKind.Boolean, value.Trim() is "1" or "true" ? "TRUE" : "FALSE"));
                break;
            case 'e':
                cells.Add(new SheetCell(column, SheetCellKind.Error, value));
                break;
            case 'd' when DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date):
                cells.Add(new SheetCell(column, date));
                break;
            case 'd':
                AddText(value);
                break;
            default:
                AddNumber(style, value.Trim());
                break;
        }
    }

    private void AddText(string text)
    {
        if (text.Length > 0) cells.Add(new SheetCell(column, SheetCellKind.Text, text));
    }

    private void AddNumber(int style, string value)
    {
        if (value.Length == 0) return;
        var kind = CellNumber.Classify(value);
        if (kind == SheetCellKind.Error) throw Fault(SheetTexts.BadNumber);
        var meaning = book.Formats[style];
        if (kind == SheetCellKind.LostDigits)
        {
            if (!keepFaults) throw Fault(SheetTexts.LostDigits);
            cells.Add(new SheetCell(column, SheetCellKind.LostDigits, ""));
        }
        else if (meaning == NumberMeaning.Date
            && SerialDate.TryRead(double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture), book.From1904, out var date))
            cells.Add(new SheetCell(column, date));
        else
            cells.Add(new SheetCell(column, SheetCellKind.Number, value, meaning == NumberMeaning.Percent));
    }

    private SheetException Fault(string reason) => new(book.File, reason, sheet, row, CellName.Column(column));

    public void Dispose() => part.Dispose();
}
