using System.Buffers;
using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Junheng.Supervision.Intake.Forms;

namespace Junheng.Tests.Supervision.Intake.Forms;

public sealed class PageTemplateTests
{
    [Fact]
    public void A_filled_page_is_the_same_plain_and_packed() => Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (var part = random.Next(6); part >= 0; part--)
        {
            for (var word = random.Next(400); word > 0; word--) text.Append(random.Next(3) == 0 ? "满意" : random.Next(50).ToString());
            if (random.Next(3) > 0) text.Append(random.Next(2) == 0 ? "<<A>>" : "<<B>>");
        }
        byte[][] values = [Encoding.UTF8.GetBytes(new string('校', random.Next(200))), [.. Enumerable.Range(0, random.Next(1, 90)).Select(_ => (byte)random.Next('0', 'z'))]];
        var template = PageTemplate.Of(text.ToString(), "<<A>>", "<<B>>");
        var expected = text.ToString().Replace("<<A>>", Encoding.UTF8.GetString(values[0]), StringComparison.Ordinal).Replace("<<B>>", Encoding.UTF8.GetString(values[1]), StringComparison.Ordinal);
        var (plain, packed) = (new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>());
        template.Write(plain, gzip: false, values);
        template.Write(packed, gzip: true, values);
        Assert.Equal((template.Length(false, values), template.Length(true, values)), (plain.WrittenCount, packed.WrittenCount));
        Assert.Equal(expected, Encoding.UTF8.GetString(plain.WrittenSpan));
        // The decoder checks length and checksum at the end.
        using var decoder = new GZipStream(new MemoryStream(packed.WrittenSpan.ToArray()), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        decoder.CopyTo(unpacked);
        Assert.Equal(expected, Encoding.UTF8.GetString(unpacked.ToArray()));
    }).QuickCheckThrowOnFailure();
}
