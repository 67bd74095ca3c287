using System.Text;
using System.Text.Json;
using Junheng.Platform.Commands;
using Junheng.Platform.Extraction;
using Junheng.Tests.Support;

namespace Junheng.Tests.Supervision.Documents;

public sealed class ReadCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("junheng-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Every_file_is_read_in_order_though_one_is_refused()
    {
        var good = await Write("一.docx", new DocxBuilder().Heading(0, "总体要求").Build());
        var bad = await Write("二.txt", []);
        var missing = Path.Combine(folder.FullName, "没有.txt");
        var text = await Write("三.txt", Encoding.UTF8.GetBytes("\uFEFF一、总则\r\n"));
        var (code, output, error) = await Run("read", good, "--json", bad, missing, text);

        Assert.Equal(CommandLine.Refused, code);
        var objects = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal([good, bad, missing, text], objects.Select(o => o.GetProperty("file").GetString()!));
        Assert.Equal([7, 6], new[] { objects[0], objects[3] }.Select(o => o.GetProperty("chars").GetInt32()));
        Assert.Equal([$"{bad}：{ExtractionTexts.Empty}", $"{missing}：{ExtractionTexts.Missing}"], objects[1..3].Select(o => o.GetProperty("error").GetString()!));
        Assert.Contains(ExtractionTexts.Empty, error, StringComparison.Ordinal);
        Assert.Contains(ExtractionTexts.Missing, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_is_printed_as_offsets_count_it()
    {
        var (code, output, _) = await Run("read", "--text", await Write("a.txt", Encoding.UTF8.GetBytes("\uFEFF一\r\n二𠀀")));
        Assert.Equal((CommandLine.Done, "一\r\n二𠀀"), (code, output));
    }

    [Fact]
    public async Task What_the_extraction_remarks_is_a_notice_of_the_reading()
    {
        var file = await Write("a.docx", new DocxBuilder().Xml(DocxBuilder.Deletion("旧") + DocxBuilder.Insertion("新文")).Build());
        var (_, output, error) = await Run("read", "--json", file);
        Assert.Equal("revision", JsonDocument.Parse(output).RootElement.GetProperty("notices")[0].GetProperty("kind").GetString());
        Assert.Contains(ExtractionTexts.Revisions(1, 1), error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_classified_file_is_refused_and_its_text_not_printed()
    {
        var (code, output, error) = await Run("read", "--text", await Write("a.txt", "机密★1年\n某事"u8.ToArray()));
        Assert.Equal((CommandLine.Refused, ""), (code, output));
        Assert.DoesNotContain("某事", error, StringComparison.Ordinal);
    }

    private async Task<string> Write(string name, byte[] bytes)
    {
        var file = Path.Combine(folder.FullName, name);
        await File.WriteAllBytesAsync(file, bytes);
        return file;
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] words)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        return (await CommandLine.Run(words, new Terminal(output, error)), output.ToString(), error.ToString());
    }
}
