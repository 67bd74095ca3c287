using System.Text;
using Junheng.Core.Reading;
using Junheng.Platform.Commands;

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
        foreach (var file in arguments.Operands)
        {
            var text = await File.ReadAllTextAsync(file, Encoding.UTF8);
            await terminal.Out.WriteLineAsync(arguments.Has("--text") ? text : ReadingJson.Write(file, Reader.Read(text)));
        }
        return CommandLine.Done;
    }
}
