using System.Text;

namespace Junheng.Platform.Sheets.Foreign;

/// <summary>What a file is by its content; names lie often (an HTML table named .xls is what many systems export).</summary>
internal enum FileForm { Xlsx, Convertible, Html, XmlSpreadsheet, Text, Empty, Encrypted, Pdf, Picture, Archive, OtherOffice, Unknown }

internal static class FileForms
{
    private const int HeadLength = 64 << 10;

    /// <summary>Looks at the beginning of the stream (for OLE containers at the names inside) and returns to position 0.</summary>
    public static FileForm Recognise(Stream stream)
    {
        stream.Position = 0;
        var head = new byte[(int)Math.Min(HeadLength, stream.Length)];
        stream.ReadExactly(head);
        stream.Position = 0;
        var form = Recognise(head, stream);
        stream.Position = 0;
        return form;
    }

    private static FileForm Recognise(ReadOnlySpan<byte> head, Stream stream)
    {
        if (head.TrimStart("\uFEFF"u8).Trim(" \t\r\n\0"u8).IsEmpty && stream.Length <= HeadLength) return FileForm.Empty;
        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8)) return FileForm.Xlsx;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return Container(stream);
        if (head.StartsWith("%PDF"u8)) return FileForm.Pdf;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || head.StartsWith("GIF8"u8)) return FileForm.Picture;
        if (head.StartsWith("Rar!"u8) || head.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF]) || head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) return FileForm.Archive;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x09, 0x08]) || head.StartsWith((ReadOnlySpan<byte>)[0x09, 0x04])) return FileForm.Convertible;
        return Markup(head) ?? FileForm.Text;
    }

    private static FileForm? Markup(ReadOnlySpan<byte> head)
    {
        // Both byte orders of UTF-16 leave the ASCII of tags readable once the zeros are gone.
        var ascii = new StringBuilder(4096);
        foreach (var b in head[..Math.Min(head.Length, 8192)])
            if (b is > 0 and < 0x80) ascii.Append((char)(b | (b is >= (byte)'A' and <= (byte)'Z' ? 0x20 : 0)));
        var text = ascii.ToString().TrimStart();
        if (!text.StartsWith('<')) return null;
        if (text.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal) && text.Contains("<?xml", StringComparison.Ordinal) && !text.StartsWith("<html", StringComparison.Ordinal))
            return FileForm.XmlSpreadsheet;
        string[] tags = ["<html", "<table", "<!doctype html", "<head", "<meta", "<body", "<style", "<div", "<tr", "<center", "<p", "<!--", "<font"];
        return Array.Exists(tags, tag => text.StartsWith(tag, StringComparison.Ordinal)) || text.StartsWith("<?xml", StringComparison.Ordinal) && text.Contains("<table", StringComparison.Ordinal)
            ? FileForm.Html
            : text.StartsWith("<?xml", StringComparison.Ordinal) ? FileForm.Unknown : null;
    }

    /// <summary>An OLE container holds .xls and .et workbooks, encrypted xlsx, but also .doc and .ppt: the stream names tell.</summary>
    private static FileForm Container(Stream stream)
    {
        var form = FileForm.OtherOffice;
        var buffer = new byte[1 << 20];
        var kept = 0;
        stream.Position = 0;
        while (stream.Read(buffer, kept, buffer.Length - kept) is var read and > 0)
        {
            var seen = buffer.AsSpan(0, kept + read);
            if (seen.IndexOf(EncryptedPackage) >= 0) return FileForm.Encrypted;
            if (seen.IndexOf(Workbook) >= 0 || seen.IndexOf(Book) >= 0) form = FileForm.Convertible;
            kept = Math.Min(64, seen.Length);
            seen[^kept..].CopyTo(buffer);
        }
        return form;
    }

    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");
    private static readonly byte[] Workbook = Encoding.Unicode.GetBytes("Workbook\0");
    private static readonly byte[] Book = Encoding.Unicode.GetBytes("\0Book\0\0");
}
