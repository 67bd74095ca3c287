using System.IO.Compression;
using System.Text;

namespace Junheng.Platform.Sheets.Foreign;

/// <summary>Tells the kinds of zip files apart: an xlsx workbook, tables that LibreOffice can convert, other office files, plain archives.</summary>
internal static class ZipForms
{
    /// <summary>Xlsx also for a zip file too damaged to tell, which the workbook reader then reports.</summary>
    public static FileForm Recognise(Stream stream)
    {
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            var names = zip.Entries.Select(e => e.FullName.Replace('\\', '/').TrimStart('/')).ToList();
            if (Has(names, "workbook.xml")) return FileForm.Xlsx;
            if (Has(names, "workbook.bin")) return FileForm.Convertible;
            if (zip.GetEntry("mimetype") is { Length: < 200 } type) return OpenDocument(type);
            if (names.Exists(n => n.StartsWith("word/", StringComparison.Ordinal) || n.StartsWith("ppt/", StringComparison.Ordinal) || n == "OFD.xml")) return FileForm.OtherOffice;
            return names.Count > 0 && !names.Contains("[Content_Types].xml") ? FileForm.Archive : FileForm.Xlsx;
        }
        catch (InvalidDataException)
        {
            return FileForm.Xlsx;
        }
    }

    private static bool Has(List<string> names, string part) => names.Exists(n => n.EndsWith(part, StringComparison.OrdinalIgnoreCase));

    private static FileForm OpenDocument(ZipArchiveEntry type)
    {
        using var text = new StreamReader(type.Open(), Encoding.ASCII);
        return text.ReadToEnd().Contains("opendocument.spreadsheet", StringComparison.Ordinal) ? FileForm.Convertible : FileForm.OtherOffice;
    }
}
