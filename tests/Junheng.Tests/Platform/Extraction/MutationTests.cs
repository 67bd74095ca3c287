using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Junheng.Platform.Extraction;
using Junheng.Tests.Support;

namespace Junheng.Tests.Platform.Extraction;

/// <summary>Damaged files: whatever the bytes, a text or an <see cref="ExtractionException"/>, and soon.</summary>
public sealed class MutationTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private static readonly byte[] Docx = new DocxBuilder().Header("页眉").Paragraph("实施意见").Heading(0, "总体要求").Heading(1, "目标")
        .Table(["序号", "任务"], ["1", "扩大学位"]).WithFootnote("占比12.5%", "口径").Xml(DocxBuilder.Deletion("旧") + DocxBuilder.Insertion("新")).Build();
    private static readonly byte[] Ofd = new OfdBuilder().Title("实施意见").Paragraph("一、总体要求").Paragraph(new string('文', 200)).Table([1, 3], ["1", "扩大学位"]).Build();
    private static readonly byte[] Html = Encoding.UTF8.GetBytes("<html><head><meta charset=utf-8></head><body><h1>实施意见</h1><ol><li>要求</li></ol><table><tr><td rowspan=2>1<td>扩大<tr><td>学位</table><p>增长&nbsp;8.5%</body></html>");
    private static readonly byte[] Pdf = new PdfBuilder().Text("实施意见", 200, 100).Text("一、总体要求", 100, 140).Build();
    private static readonly byte[] Text = TextDecoding.Gb18030.GetBytes("实施意见\r\n一、总体要求\r\n经费增长8.5%。𠀀");

    [Theory]
    [InlineData(nameof(Docx), 400)]
    [InlineData(nameof(Ofd), 400)]
    [InlineData(nameof(Html), 300)]
    [InlineData(nameof(Text), 300)]
    [InlineData(nameof(Pdf), 30)]
    public void Damaged_bytes_are_read_or_refused(string format, int cases) => Hold(cases, random => Damage(Original(format), random), Name(format));

    [Theory]
    [InlineData(nameof(Docx), 400)]
    [InlineData(nameof(Ofd), 400)]
    public void Damaged_parts_of_a_package_are_read_or_refused(string format, int cases) => Hold(cases, random => DamagePart(Original(format), random), Name(format));

    private static void Hold(int cases, Func<Random, byte[]> damaged, string name) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => ReadOrRefused(damaged(new Random(seed)), name))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(20_260_101, 7));

    private static bool ReadOrRefused(byte[] bytes, string name)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            Assert.NotEmpty(new Extractor().Extract(bytes, name).GetAwaiter().GetResult().Text);
        }
        catch (ExtractionException refused)
        {
            Assert.StartsWith(name, refused.Message, StringComparison.Ordinal);
        }
        return clock.Elapsed < Soon;
    }

    private static byte[] Damage(byte[] bytes, Random random)
    {
        var damaged = bytes.ToList();
        for (var n = random.Next(1, 20); n > 0 && damaged.Count > 1; n--)
        {
            var at = random.Next(damaged.Count);
            switch (random.Next(5))
            {
                case 0: damaged[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: damaged[at] = (byte)random.Next(256); break;
                case 2: damaged.RemoveRange(at, Math.Min(random.Next(1, 8), damaged.Count - at)); break;
                case 3: damaged.InsertRange(at, damaged.GetRange(at, Math.Min(random.Next(1, 40), damaged.Count - at))); break;
                default: if (random.Next(6) == 0) damaged.RemoveRange(at, damaged.Count - at); break;
            }
        }
        return [.. damaged];
    }

    /// <summary>Damages the XML inside and packs it again, so that the damage gets past the compression.</summary>
    private static byte[] DamagePart(byte[] package, Random random)
    {
        using var result = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(package)))
        using (var to = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            var victim = random.Next(from.Entries.Count);
            foreach (var (entry, i) in from.Entries.Select((e, i) => (e, i)))
            {
                using var content = new MemoryStream();
                using (var part = entry.Open()) part.CopyTo(content);
                using var written = to.CreateEntry(entry.FullName).Open();
                written.Write(i != victim ? content.ToArray() : random.Next(2) == 0 ? Damage(content.ToArray(), random) : Reshape(content.ToArray(), random));
            }
        }
        return result.ToArray();
    }

    /// <summary>Keeps the XML well-formed but moves its meaning: names, numbers and elements change places.</summary>
    private static byte[] Reshape(byte[] xml, Random random)
    {
        var text = Encoding.UTF8.GetString(xml);
        string[] from = ["w:p>", "w:tc>", "w:tr>", "w:t>", "\"1\"", "\"0\"", "w:lvl ", "%1", "0 ", "ofd:TextCode", "g ", "Pages/", "w:numId", "w:val=\"", "L "];
        string[] to = ["w:tbl>", "w:r>", "w:p>", "w:instrText>", "\"-1\"", "\"99999999999\"", "\"NaN\"", "%9", "1e308 ", "ofd:TextObject", "g 99999999 ", "../../", "w:ilvl", "w:val=\"-", "B "];
        for (var n = random.Next(1, 4); n > 0; n--) text = text.Replace(from[random.Next(from.Length)], to[random.Next(to.Length)], StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text);
    }

    private static byte[] Original(string format) => format switch
    {
        nameof(Docx) => Docx,
        nameof(Ofd) => Ofd,
        nameof(Html) => Html,
        nameof(Pdf) => Pdf,
        _ => Text,
    };

    private static string Name(string format) => "坏." + (format == nameof(Text) ? "txt" : format.ToLowerInvariant());
}
