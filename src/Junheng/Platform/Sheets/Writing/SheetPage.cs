using System.Globalization;
using System.Xml;
using Junheng.Platform.Sheets.Xlsx;

namespace Junheng.Platform.Sheets.Writing;

/// <summary>A sheet being written, row by row. It is closed when the next one begins or the workbook ends.</summary>
public sealed class SheetPage
{
    private const int LongestText = 32_767;

    private static readonly SheetStyle Title = new() { Bold = true, FontSize = 16, Alignment = SheetAlignment.Center };

    private readonly SheetWriter book;
    private readonly XmlWriter xml;
    private readonly PageMarks marks;
    private readonly char[] digits = new char[40];

    internal SheetLayout Layout { get; }

    /// <summary>The name as the file carries it: cleaned of what spreadsheets forbid, and unique.</summary>
    public string Name { get; }

    /// <summary>The row written last; 0 before the first.</summary>
    public int Row { get; private set; }

    internal int LastColumn { get; private set; }

    internal SheetPage(SheetWriter book, string name, SheetLayout layout, XmlWriter xml)
    {
        (this.book, Name, Layout, this.xml) = (book, name, layout, xml);
        marks = new PageMarks(this, book);
        PageHead.Write(xml, layout, book.Styles);
        xml.WriteStartElement("sheetData");
    }

    /// <summary>Writes the next row.</summary>
    /// <exception cref="SheetException">A text longer than 32,767 characters, or more rows or columns than a sheet has.</exception>
    public void Write(params ReadOnlySpan<SheetValue> cells) => WriteRow(null, cells);

    /// <summary>Writes the next row with a height in points.</summary>
    public void WriteTall(double height, params ReadOnlySpan<SheetValue> cells) => WriteRow(height, cells);

    /// <summary>Writes a title over the given number of columns, large and centred, free of the columns' own borders.</summary>
    public void WriteTitle(string text, int columns)
    {
        var cells = new SheetValue[columns];
        cells.AsSpan().Fill(SheetValue.Blank(Title));
        cells[0] = ((SheetValue)text).In(Title);
        WriteRow(30, cells);
        if (columns > 1) Merge(new CellRange(Row, 1, Row, columns).ToString());
    }

    public void SkipRows(int rows) => Row += rows;

    /// <summary>Merges a block, <c>A1:F1</c>; its content is that of the first cell.</summary>
    public void Merge(string range) => marks.Merges.Add(range);

    /// <summary>Lets the cells of a block be chosen from a list. A list too long for the cell itself goes to a hidden sheet.</summary>
    public void DropDown(string range, params IReadOnlyList<string> values) => marks.Lists.Add((range, book.ListFormula(values)));

    private void WriteRow(double? height, ReadOnlySpan<SheetValue> cells)
    {
        if (++Row > CellName.LastRow || cells.Length > CellName.LastColumn) throw new SheetException(book.Title, SheetTexts.TooManyRowsOrColumns, Name, Row);
        LastColumn = Math.Max(LastColumn, cells.Length);
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", Row.ToString(CultureInfo.InvariantCulture));
        if ((height ?? RowHeight.Of(cells, Layout.Columns)) is { } points) xml.WriteAttributeString("ht", points.ToString(CultureInfo.InvariantCulture));
        if (height is not null) xml.WriteAttributeString("customHeight", "1");
        for (var at = 0; at < cells.Length; at++) WriteCell(at + 1, in cells[at]);
        xml.WriteEndElement();
    }

    private void WriteCell(int column, in SheetValue value)
    {
        var style = value.Style ?? (column <= Layout.Columns.Count ? Layout.Columns[column - 1].Style : null);
        if (value.Kind == SheetValueKind.Empty && style is null) return;
        xml.WriteStartElement("c");
        xml.WriteStartAttribute("r");
        xml.WriteString(book.ColumnName(column));
        xml.WriteValue(Row);
        xml.WriteEndAttribute();
        if (book.Styles[style, value.Kind] is var number and > 0) xml.WriteAttributeString("s", number.ToString(CultureInfo.InvariantCulture));
        WriteContent(column, in value);
        xml.WriteEndElement();
    }

    private void WriteContent(int column, in SheetValue value)
    {
        switch (value.Kind)
        {
            case SheetValueKind.Text:
                WriteText(column, value.Text!);
                break;
            case SheetValueKind.Exact or SheetValueKind.Percent:
                WriteNumber(value.Exact);
                break;
            case SheetValueKind.Binary when double.IsFinite(value.Binary):
                WriteNumber(value.Binary);
                break;
            case SheetValueKind.Binary:
                WriteTyped("e", "#NUM!");
                break;
            case SheetValueKind.Date or SheetValueKind.DateTime when SerialDate.TryWrite(value.Date, out var serial):
                WriteNumber(serial);
                break;
            case SheetValueKind.Date or SheetValueKind.DateTime:
                WriteTyped("str", value.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case SheetValueKind.Boolean:
                WriteTyped("b", value.Exact == 1 ? "1" : "0");
                break;
            case SheetValueKind.Formula:
                WriteFormula(value.Text!, value.Cached);
                break;
        }
    }

    private void WriteText(int column, string text)
    {
        if (text.Length > LongestText) throw new SheetException(book.Title, SheetTexts.TextTooLong(LongestText), Name, Row, CellName.Column(column));
        var shared = book.Texts.Share(text);
        if (shared >= 0)
        {
            xml.WriteAttributeString("t", "s");
            WriteNumber(shared);
            return;
        }
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is");
        TextTable.WriteText(xml, text);
        xml.WriteEndElement();
    }

    private void WriteNumber<T>(T number) where T : ISpanFormattable
    {
        number.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        xml.WriteStartElement("v");
        xml.WriteChars(digits, 0, length);
        xml.WriteEndElement();
    }

    private void WriteTyped(string type, string content)
    {
        xml.WriteAttributeString("t", type);
        xml.WriteElementString("v", content);
    }

    private void WriteFormula(string formula, object? cached)
    {
        if (cached is string) xml.WriteAttributeString("t", "str");
        xml.WriteElementString("f", EscapedText.Encode(formula));
        if (cached is not null) xml.WriteElementString("v", cached is string text ? EscapedText.Encode(text) : Convert.ToString(cached, CultureInfo.InvariantCulture));
    }

    internal void Close()
    {
        xml.WriteEndElement();
        marks.Write(xml);
        xml.WriteEndElement();
        xml.Dispose();
    }
}
