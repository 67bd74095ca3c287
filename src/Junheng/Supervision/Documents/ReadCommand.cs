using Junheng.Core.Quantities;
using Junheng.Core.Reading;
using Junheng.Platform.Commands;
using Junheng.Platform.Extraction;

namespace Junheng.Supervision.Documents;

/// <summary><c>junheng read FILE…</c>: reads documents without web host or database.</summary>
public sealed class ReadCommand : Command
{
    public override string Name => "read";
    public override string Usage => DocumentTexts.ReadUsage;
    public override IReadOnlyCollection<string> Switches => ["--text"];

    public override async Task<int> Run(Arguments arguments, Terminal terminal)
    {
        if (arguments.Operands.Count == 0) throw new UsageException(DocumentTexts.NoFile);
        var extractor = new Extractor();
        var code = CommandLine.Done;
        foreach (var file in arguments.Operands)
            try
            {
                var extracted = await extractor.ExtractFile(file);
                foreach (var notice in extracted.Notices) await terminal.Error.WriteLineAsync(ExtractionTexts.Refused(file, notice.Text));
                if (arguments.Has("--text")) await terminal.Out.WriteAsync(extracted.Text);
                else if (arguments.Has("--json")) await terminal.Out.WriteLineAsync(ReadingJson.Write(file, Read(extracted)));
                else await terminal.Out.WriteLineAsync(ReadingSummary.Write(file, extracted.Text, Read(extracted)));
            }
            catch (ExtractionException refused)
            {
                code = CommandLine.Refused;
                await terminal.Error.WriteLineAsync(refused.Message);
                if (arguments.Has("--json")) await terminal.Out.WriteLineAsync(ReadingJson.Refusal(file, refused.Message));
            }
        return code;
    }

    /// <summary>The reading, with what the extraction had to remark before the reader's own notices.</summary>
    private static DocumentReading Read(ExtractedText extracted)
    {
        var reading = Reader.Read(extracted.Text);
        var remarks = extracted.Notices.Select(n => new Notice(new TextSpan(n.Start, n.Length), n.Kind, n.Text));
        return reading with { Notices = [.. remarks, .. reading.Notices] };
    }
}
