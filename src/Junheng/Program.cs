using System.Text;
using Junheng.Platform.Commands;

namespace Junheng;

public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), utf8, 1 << 16);
        await using var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
        return await CommandLine.Run(args, new Terminal(output, error));
    }
}
