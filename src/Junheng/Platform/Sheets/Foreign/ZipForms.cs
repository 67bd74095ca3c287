using System.IO.Compression;
using System.Text;

namespace Junheng.Platform.Sheets.Foreign;

/// <summary>Tells the kinds of zip files apart: an xlsx workbook, tables that LibreOffice can convert, other office files, plain archives.</summary>
internal static class ZipForms
{
    /// <summary>False for an xlsx workbook and for a zip file too damaged to tell, which the workbook reader then reports.</summary>
    public static bool IsForeign(Stream stream, out FileForm form)
    {
        form = FileForm.Xlsx;
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            var names = zip.Entries.Select(e => e.FullName.Replace('\\', '/').TrimStart('/')).ToList();
            if (Has(names, "workbook.xml")) form = FileForm.Xlsx;
            else if (Has(names, "workbook.bin")) form = FileForm.Convertible;
            else if (zip.GetEntry("mimetype") is { Length: < 200 } type) form = OpenDocument(type);
            else if (names.Exists(n => n.StartsWith("word/", StringComparison.Ordinal) || n.StartsWith("ppt/", StringComparison.Ordinal) || n == "OFD.xml")) form = FileForm.OtherOffice;
            else if (names.Count > 0 && !names.Contains("[Content_Types].xml")) form = FileForm.Archive;
        }
        catch (InvalidDataException)
        {
            form = FileForm.Xlsx;
        }
        return form != FileForm.Xlsx;
    }

    private static bool Has(List<string> names, string part) => names.Exists(n => n.EndsWith(part, StringComparison.OrdinalIgnoreCase));

    private static FileForm OpenDocument(ZipArchiveEntry type)
    {
        using var text = new StreamReader(type.Open(), Encoding.ASCII);
        return text.ReadToEnd().Contains("opendocument.spreadsheet", StringComparison.Ordinal) ? FileForm.Convertible : FileForm.OtherOffice;
    }
}
