using System.IO.Compression;
using System.Xml;

namespace Junheng.Platform.Extraction;

/// <summary>A zip package opened with suspicion: every part is read through a limit, so a bomb is noticed while it unfolds.</summary>
internal sealed class Package : IDisposable
{
    private const int MaxDepth = 400;

    private readonly ZipArchive zip;
    private readonly ExtractionLimits limits;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private long unpacked;

    public Package(byte[] bytes, ExtractionLimits limits)
    {
        this.limits = limits;
        try
        {
            zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > limits.MaxEntries) throw new RefusedContent(Refusal.Bomb, ExtractionTexts.Bomb);
            foreach (var entry in zip.Entries) entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or ArgumentException or OverflowException)
        {
            throw new RefusedContent(Refusal.Malformed, ExtractionTexts.BadZip, broken);
        }
        if (zip.Entries.Any(e => e.IsEncrypted)) throw new RefusedContent(Refusal.Encrypted, ExtractionTexts.Encrypted);
    }

    public IEnumerable<string> Names => entries.Keys;

    public bool Has(string name) => entries.ContainsKey(name);

    /// <summary>A forward reader over one part; DTDs and outside references are refused.</summary>
    public XmlReader? Xml(string name) => Xml(name, limits.MaxPartBytes);

    /// <summary>A part small enough to hold as a tree (styles, numbering, relations, a page); null when there is none.</summary>
    public XmlTree? Tree(string name)
    {
        using var reader = Xml(name, limits.MaxTreeBytes);
        return reader is null ? null : XmlTree.Load(reader, MaxDepth);
    }

    public void Dispose() => zip.Dispose();

    private XmlReader? Xml(string name, long most) => entries.TryGetValue(name, out var entry)
        ? XmlReader.Create(Open(entry, most), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        })
        : null;

    /// <summary>Runs an extraction and turns whatever a broken package throws into one refusal.</summary>
    public static T Guard<T>(Func<T> extraction)
    {
        try
        {
            return extraction();
        }
        catch (XmlException broken)
        {
            throw new RefusedContent(Refusal.Malformed, ExtractionTexts.BadXml, broken);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new RefusedContent(Refusal.Malformed, ExtractionTexts.BadZip, broken);
        }
    }

    private LimitedStream Open(ZipArchiveEntry entry, long limit)
    {
        var most = Math.Min(limit, Math.Max(limits.RatioFreeBytes, entry.CompressedLength * limits.MaxRatio));
        return new LimitedStream(entry.Open(), most, read =>
        {
            unpacked += read;
            return unpacked <= limits.MaxPackageBytes;
        });
    }

    /// <summary>Counts what is really unpacked; the sizes a zip declares are not to be trusted.</summary>
    private sealed class LimitedStream(Stream inner, long most, Func<int, bool> allowed) : Stream
    {
        private long total;

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            total += read;
            return total <= most && allowed(read) ? read : throw new RefusedContent(Refusal.Bomb, ExtractionTexts.Bomb);
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => total; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
