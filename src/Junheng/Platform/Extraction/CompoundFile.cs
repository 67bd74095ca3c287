using System.Buffers.Binary;
using System.Text;

namespace Junheng.Platform.Extraction;

/// <summary>The OLE container of .doc and .wps, and of password-protected .docx. Only its directory is looked at: what it
/// holds and whether it is encrypted; LibreOffice reads the rest.</summary>
internal static class CompoundFile
{
    private const int EntryBytes = 128, StartSector = 116, FibFlags = 10, EncryptedFlag = 0x0100;
    private static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static bool Matches(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Signature);

    public static DocumentFormat Recognise(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 1024) throw new RefusedContent(Refusal.Malformed, ExtractionTexts.BadOle);
        if (Entry(bytes, "EncryptedPackage") >= 0) throw new RefusedContent(Refusal.Encrypted, ExtractionTexts.Encrypted);
        var word = Entry(bytes, "WordDocument");
        if (word >= 0)
            return IsEncrypted(bytes, word) ? throw new RefusedContent(Refusal.Encrypted, ExtractionTexts.Encrypted) : DocumentFormat.Legacy;
        if (Entry(bytes, "Workbook") >= 0 || Entry(bytes, "Book") >= 0)
            throw new RefusedContent(Refusal.Unknown, ExtractionTexts.Spreadsheet);
        if (Entry(bytes, "PowerPoint Document") >= 0) throw new RefusedContent(Refusal.Unknown, ExtractionTexts.Presentation);
        throw new RefusedContent(Refusal.Unknown, ExtractionTexts.Unknown);
    }

    /// <summary>Offset of a directory entry by its stream's name: entries are 128-byte records that start with the UTF-16 name.</summary>
    private static int Entry(ReadOnlySpan<byte> bytes, string stream)
    {
        var name = Encoding.Unicode.GetBytes(stream + '\0');
        for (var from = 512; from < bytes.Length;)
        {
            var at = bytes[from..].IndexOf(name);
            if (at < 0) return -1;
            if ((from + at) % EntryBytes == 0 && from + at + EntryBytes <= bytes.Length) return from + at;
            from += at + 2;
        }
        return -1;
    }

    private static bool IsEncrypted(ReadOnlySpan<byte> bytes, int entry)
    {
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(bytes[30..]);
        var sector = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(entry + StartSector)..]);
        if (shift is < 7 or > 16) return false;
        var fib = ((long)sector + 1) << shift;
        return fib + FibFlags + 2 <= bytes.Length
            && (BinaryPrimitives.ReadUInt16LittleEndian(bytes[((int)fib + FibFlags)..]) & EncryptedFlag) != 0;
    }
}
