using System.Xml;
using Junheng.Platform.Sheets.Xlsx;

namespace Junheng.Platform.Sheets.Writing;

/// <summary>What stands behind the rows of a sheet part, in the order the format demands: protection, filter, merged blocks, drop-downs, print set-up.</summary>
internal sealed class PageMarks(SheetPage page, SheetWriter book)
{
    public List<string> Merges { get; } = [];
    public List<(string Range, string Formula)> Lists { get; } = [];

    public void Write(XmlWriter xml)
    {
        var layout = page.Layout;
        // Filtering, sorting and widths stay allowed: they change no content.
        if (layout.Protected) Parts.Element(xml, "sheetProtection", ("sheet", 1), ("objects", 1), ("scenarios", 1), ("formatColumns", 0), ("formatRows", 0), ("sort", 0), ("autoFilter", 0));
        if (layout.FilterRow > 0 && page.LastColumn > 0)
        {
            var range = new CellRange(layout.FilterRow, 1, Math.Max(page.Row, layout.FilterRow), page.LastColumn);
            Parts.Element(xml, "autoFilter", ("ref", range));
            book.Names.Add(new("_xlnm._FilterDatabase", book.IndexOf(page), Parts.Absolute(page.Name, range), Hidden: true));
        }
        if (layout.FrozenRows > 0) book.Names.Add(new("_xlnm.Print_Titles", book.IndexOf(page), $"{Parts.Quoted(page.Name)}!$1:${layout.FrozenRows}"));
        WriteMerges(xml);
        WriteLists(xml);
        Parts.Element(xml, "pageMargins", ("left", 0.5), ("right", 0.5), ("top", 0.6), ("bottom", 0.6), ("header", 0.3), ("footer", 0.3));
        Parts.Element(xml, "pageSetup", ("paperSize", 9), ("orientation", layout.Landscape ? "landscape" : "portrait"), ("fitToHeight", 0));
    }

    private void WriteMerges(XmlWriter xml)
    {
        if (Merges.Count == 0) return;
        xml.WriteStartElement("mergeCells");
        foreach (var range in Merges) Parts.Element(xml, "mergeCell", ("ref", range));
        xml.WriteEndElement();
    }

    private void WriteLists(XmlWriter xml)
    {
        if (Lists.Count == 0) return;
        xml.WriteStartElement("dataValidations");
        xml.WriteAttributeString("count", Lists.Count.ToString());
        foreach (var (range, formula) in Lists)
        {
            xml.WriteStartElement("dataValidation");
            xml.WriteAttributeString("type", "list");
            xml.WriteAttributeString("allowBlank", "1");
            xml.WriteAttributeString("showErrorMessage", "1");
            xml.WriteAttributeString("error", SheetTexts.ChooseFromList);
            xml.WriteAttributeString("sqref", range);
            xml.WriteElementString("formula1", EscapedText.Encode(formula));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
