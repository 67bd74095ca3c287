using System.IO.Compression;
using System.Xml;

namespace Junheng.Platform.Sheets.Xlsx;

/// <summary>The parts of an xlsx file: which sheets there are, and what all of them share.</summary>
internal sealed class XlsxBook : IDisposable
{
    private const long LargestPart = 4L << 30, LargestKeptPart = 512L << 20, SmallPart = 64L << 20;
    private const int HighestRatio = 250;

    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Sheet> sheets = [];
    private string? stringsPart, stylesPart;

    public string File { get; }
    public IReadOnlyList<Sheet> Sheets => sheets;
    public bool From1904 { get; private set; }
    public SharedStrings Strings { get; private set; } = null!;
    public CellFormats Formats { get; private set; } = null!;

    public XlsxBook(Stream stream, string file)
    {
        File = file;
        zip = Guard(null, () => new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true));
        Guard(null, () =>
        {
            foreach (var entry in zip.Entries) entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), CheckSize(entry));
            ReadWorkbook();
            return 0;
        });
        if (sheets.Count == 0) throw new SheetException(file, SheetTexts.NoSheet);
    }

    /// <summary>Reads texts and styles once, when the first row is asked for.</summary>
    public void LoadShared()
    {
        if (Strings is not null) return;
        Formats = Guard(null, () => CellFormats.Read(OpenKept(stylesPart)));
        Strings = Guard(null, () => SharedStrings.Read(OpenKept(stringsPart)));
    }

    /// <summary>Turns every way in which the zip and XML readers report damage into one message.</summary>
    public T Guard<T>(string? sheet, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            throw new SheetException(File, SheetTexts.Corrupted, sheet, inner: fault);
        }
    }

    public static bool IsDamage(Exception fault) =>
        fault is XmlException or InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or OverflowException;

    private ZipArchiveEntry CheckSize(ZipArchiveEntry entry)
    {
        if (entry.Length > LargestPart) throw new SheetException(File, SheetTexts.TooLarge(LargestPart >> 20));
        if (entry.Length > SmallPart && entry.Length / HighestRatio > entry.CompressedLength) throw new SheetException(File, SheetTexts.Bomb(entry.FullName));
        return entry;
    }

    private void ReadWorkbook()
    {
        var workbook = Relations("").FirstOrDefault(r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal))?.Target ?? "xl/workbook.xml";
        if (OpenKept(workbook) is not { } part) throw new SheetException(File, SheetTexts.NoWorkbook);
        var relations = Relations(workbook);
        stringsPart = relations.Find(r => r.Type.EndsWith("/sharedStrings", StringComparison.Ordinal))?.Target;
        stylesPart = relations.Find(r => r.Type.EndsWith("/styles", StringComparison.Ordinal))?.Target;
        using var reader = new PartReader(part);
        var xml = reader.Xml;
        while (reader.Step())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr") From1904 = xml.GetAttribute("date1904") is "1" or "true";
            else if (xml.LocalName == "sheet") AddSheet(xml, relations);
        }
    }

    private void AddSheet(XmlReader xml, List<Relation> relations)
    {
        var name = EscapedText.Decode(xml.GetAttribute("name") ?? "");
        var hidden = xml.GetAttribute("state") is "hidden" or "veryHidden";
        string? id = null;
        while (xml.MoveToNextAttribute())
            if (xml.LocalName == "id") id = xml.Value;
        xml.MoveToElement();
        if (relations.Find(r => r.Id == id) is not { } relation || !relation.Type.EndsWith("/worksheet", StringComparison.Ordinal)) return;
        if (!entries.TryGetValue(relation.Target, out var entry)) throw new SheetException(File, SheetTexts.Corrupted, name);
        sheets.Add(new XlsxSheet(this, name, hidden, entry));
    }

    private sealed record Relation(string Id, string Type, string Target);

    /// <summary>The parts that a part refers to, by their paths in the file.</summary>
    private List<Relation> Relations(string part)
    {
        var relations = new List<Relation>();
        var folder = part[..(part.LastIndexOf('/') + 1)];
        if (OpenKept(folder + "_rels/" + part[folder.Length..] + ".rels") is not { } stream) return relations;
        using var reader = new PartReader(stream);
        while (reader.MoveTo("Relationship"))
        {
            if (reader.Xml.GetAttribute("TargetMode") == "External") continue;
            var target = (reader.Xml.GetAttribute("Target") ?? "").Replace('\\', '/');
            relations.Add(new(reader.Xml.GetAttribute("Id") ?? "", reader.Xml.GetAttribute("Type") ?? "", Resolve(folder, target)));
        }
        return relations;
    }

    private static string Resolve(string folder, string target)
    {
        var path = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && path.Count > 0) path.RemoveAt(path.Count - 1);
            else if (step is not ("." or "..")) path.Add(step);
        }
        return string.Join('/', path);
    }

    private Stream? OpenKept(string? part)
    {
        if (part is null || !entries.TryGetValue(part, out var entry)) return null;
        if (entry.Length > LargestKeptPart) throw new SheetException(File, SheetTexts.TooLarge(LargestKeptPart >> 20));
        return entry.Open();
    }

    public void Dispose() => zip.Dispose();
}
