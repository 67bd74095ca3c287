using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Junheng.Supervision.Intake.Forms;

/// <summary>
/// A page rendered once, with gaps for what differs between requests. Its fixed parts are compressed once as pieces of one deflate stream; a request
/// writes them with each gap as a stored block between them and the checksum put together, so that a phone gets a compressed page for the price of a copy.
/// </summary>
public sealed class PageTemplate
{
    private static readonly byte[] GzipHead = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF];
    private const int StoredHead = 5, GzipTail = 8;

    private readonly Part[] parts;
    private readonly int[] gaps;

    /// <summary>Bytes of the fixed parts, plain and compressed.</summary>
    public (int Plain, int Gzip) Size { get; }

    private PageTemplate(Part[] parts, int[] gaps)
    {
        (this.parts, this.gaps) = (parts, gaps);
        Size = (parts.Sum(p => p.Plain.Length), GzipHead.Length + parts.Sum(p => p.Deflated.Length) + GzipTail);
    }

    /// <param name="marks">Texts that stand in the page where a gap is, any number of times; the n-th is filled by the n-th value of a request.</param>
    public static PageTemplate Of(string page, params string[] marks)
    {
        var (pieces, gaps) = (new List<string>(), new List<int>());
        var from = 0;
        while (true)
        {
            var (at, gap) = marks.Select((mark, gap) => (At: page.IndexOf(mark, from, StringComparison.Ordinal), Gap: gap)).Where(m => m.At >= 0).DefaultIfEmpty((-1, 0)).Min();
            if (at < 0) break;
            pieces.Add(page[from..at]);
            gaps.Add(gap);
            from = at + marks[gap].Length;
        }
        pieces.Add(page[from..]);
        return new([.. pieces.Select((piece, at) => new Part(Encoding.UTF8.GetBytes(piece), at == pieces.Count - 1))], [.. gaps]);
    }

    /// <summary>Bytes the page will have with these values.</summary>
    public int Length(bool gzip, ReadOnlySpan<byte[]> values)
    {
        var length = gzip ? Size.Gzip : Size.Plain;
        foreach (var gap in gaps) length += values[gap].Length + (gzip ? StoredHead : 0);
        return length;
    }

    /// <param name="values">Already escaped; at most 65,535 bytes each.</param>
    public void Write(IBufferWriter<byte> output, bool gzip, ReadOnlySpan<byte[]> values)
    {
        if (gzip) WriteGzip(output, values);
        else
            for (var at = 0; at < parts.Length; at++)
            {
                output.Write(parts[at].Plain);
                if (at < gaps.Length) output.Write(values[gaps[at]]);
            }
    }

    private void WriteGzip(IBufferWriter<byte> output, ReadOnlySpan<byte[]> values)
    {
        output.Write(GzipHead);
        uint crc = 0, length = 0;
        for (var at = 0; at < parts.Length; at++)
        {
            output.Write(parts[at].Deflated);
            crc = Crc.Append(crc, parts[at].Distance, parts[at].Crc);
            length += (uint)parts[at].Plain.Length;
            if (at == gaps.Length) break;
            var value = values[gaps[at]];
            Stored(output, value);
            crc = Crc.Continue(crc, value);
            length += (uint)value.Length;
        }
        var tail = output.GetSpan(GzipTail);
        BinaryPrimitives.WriteUInt32LittleEndian(tail, crc);
        BinaryPrimitives.WriteUInt32LittleEndian(tail[4..], length);
        output.Advance(GzipTail);
    }

    /// <summary>A block that is not the last and not compressed; the part before it ended on a whole byte.</summary>
    private static void Stored(IBufferWriter<byte> output, byte[] value)
    {
        var head = output.GetSpan(StoredHead);
        head[0] = 0;
        BinaryPrimitives.WriteUInt16LittleEndian(head[1..], (ushort)value.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(head[3..], (ushort)~value.Length);
        output.Advance(StoredHead);
        output.Write(value);
    }

    private sealed class Part
    {
        public byte[] Plain { get; }
        public byte[] Deflated { get; }
        public uint Crc { get; }
        public uint[] Distance { get; }

        public Part(byte[] plain, bool last)
        {
            Plain = plain;
            Crc = Forms.Crc.Continue(0, plain);
            Distance = Forms.Crc.Distance(plain.Length);
            using var target = new MemoryStream();
            using var deflate = new DeflateStream(target, CompressionLevel.SmallestSize, leaveOpen: true);
            deflate.Write(plain);
            // Flushing ends the block on a whole byte and leaves the stream unfinished: what another part follows upon.
            if (last) deflate.Dispose();
            else deflate.Flush();
            Deflated = last && plain.Length == 0 ? [3, 0] : target.ToArray();
        }
    }
}
