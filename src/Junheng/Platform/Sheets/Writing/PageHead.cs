using System.Xml;

namespace Junheng.Platform.Sheets.Writing;

/// <summary>What stands before the rows of a sheet part: view, frozen panes, columns.</summary>
internal static class PageHead
{
    public static void Write(XmlWriter xml, SheetLayout layout, StyleTable styles)
    {
        xml.WriteStartElement("worksheet", Parts.Main);
        xml.WriteStartElement("sheetPr");
        Parts.Element(xml, "pageSetUpPr", ("fitToPage", 1));
        xml.WriteEndElement();
        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        xml.WriteAttributeString("workbookViewId", "0");
        WritePane(xml, layout);
        xml.WriteEndElement();
        xml.WriteEndElement();
        Parts.Element(xml, "sheetFormatPr", ("defaultRowHeight", 15));
        WriteColumns(xml, layout, styles);
    }

    private static void WritePane(XmlWriter xml, SheetLayout layout)
    {
        if (layout is { FrozenRows: 0, FrozenColumns: 0 }) return;
        var pane = layout.FrozenColumns == 0 ? "bottomLeft" : layout.FrozenRows == 0 ? "topRight" : "bottomRight";
        xml.WriteStartElement("pane");
        if (layout.FrozenColumns > 0) xml.WriteAttributeString("xSplit", layout.FrozenColumns.ToString());
        if (layout.FrozenRows > 0) xml.WriteAttributeString("ySplit", layout.FrozenRows.ToString());
        xml.WriteAttributeString("topLeftCell", CellName.Of(layout.FrozenRows + 1, layout.FrozenColumns + 1));
        xml.WriteAttributeString("activePane", pane);
        xml.WriteAttributeString("state", "frozen");
        xml.WriteEndElement();
        Parts.Element(xml, "selection", ("pane", pane));
    }

    private static void WriteColumns(XmlWriter xml, SheetLayout layout, StyleTable styles)
    {
        if (layout.Columns.Count == 0) return;
        xml.WriteStartElement("cols");
        for (var at = 0; at < layout.Columns.Count; at++)
        {
            var column = layout.Columns[at];
            xml.WriteStartElement("col");
            xml.WriteAttributeString("min", (at + 1).ToString());
            xml.WriteAttributeString("max", (at + 1).ToString());
            xml.WriteAttributeString("width", (column.Width ?? 9).ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (column.Style is not null) xml.WriteAttributeString("style", styles[column.Style, SheetValueKind.Empty].ToString());
            if (column.Hidden) xml.WriteAttributeString("hidden", "1");
            if (column.Width is not null) xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
