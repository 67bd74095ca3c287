using System.Diagnostics;
using Junheng.Platform.Extraction;
using Junheng.Tests.Support;

namespace Junheng.Tests.Platform.Extraction;

public sealed class LegacyOfficeTests
{
    /// <summary>LibreOffice opens what the builder writes, and our reading of what LibreOffice made of it is our reading of the original.</summary>
    [Fact]
    public async Task A_doc_is_read_like_the_docx_it_was_made_from()
    {
        var docx = new DocxBuilder().Paragraph("关于推进教育工作的意见").Heading(0, "总体要求").Heading(1, "指导思想").Heading(2, "坚持公平𠀀")
            .Table(["序号", "任务", "牵头单位"], ["1", "扩大学位", "区教育局"]).Heading(0, "主要任务").Build();
        var folder = Directory.CreateTempSubdirectory("junheng-test-");
        try
        {
            var source = Path.Combine(folder.FullName, "a.docx");
            await File.WriteAllBytesAsync(source, docx);
            using var office = Process.Start("soffice", ["--headless", "-env:UserInstallation=" + new Uri(Path.Combine(folder.FullName, "profile")).AbsoluteUri,
                "--convert-to", "doc", "--outdir", folder.FullName, source]);
            await office.WaitForExitAsync();
            var read = await new Extractor().ExtractFile(Path.Combine(folder.FullName, "a.doc"));
            Assert.Equal(DocumentFormat.Legacy, read.Format);
            Assert.Equal((await new Extractor().Extract(docx, "a.docx")).Text, read.Text);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Nothing_is_left_in_temp_when_a_conversion_is_cancelled()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var before = Directory.GetDirectories(Path.GetTempPath(), "junheng-*").ToHashSet();
        var rtf = "{\\rtf1 text}"u8.ToArray();
        var extractor = new Extractor(new() { LibreOffice = Path.Combine(Checkout.Root, "tests/Junheng.Tests/Platform/Extraction/never-ends.sh") });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => extractor.Extract(rtf, "a.rtf", cancel.Token));
        Assert.DoesNotContain(Directory.GetDirectories(Path.GetTempPath(), "junheng-*"),
            d => !before.Contains(d) && File.Exists(Path.Combine(d, "source.rtf")));
    }
}
