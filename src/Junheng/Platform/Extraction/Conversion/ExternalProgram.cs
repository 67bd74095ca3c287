using System.ComponentModel;
using System.Diagnostics;

namespace Junheng.Platform.Extraction.Conversion;

/// <summary>Runs a program of the machine for one document: a time limit, killed with its children when cancelled.</summary>
internal static class ExternalProgram
{
    private const int ErrorChars = 4000;

    /// <summary>Feeds <paramref name="input"/>, hands the output to <paramref name="read"/> as it comes, and returns exit code and error output.</summary>
    /// <param name="missing">What to tell when the program is not installed.</param>
    /// <param name="folder">Where the program may put its own temporary files, so that a killed one leaves none elsewhere.</param>
    public static async Task<(int Code, string Error)> Run(string program, IEnumerable<string> arguments, byte[] input,
        Func<StreamReader, CancellationToken, Task> read, TimeSpan time, string missing, CancellationToken cancel, string? folder = null)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limited.CancelAfter(time);
        using var process = Start(program, arguments, missing, folder);
        try
        {
            var error = ReadError(process, limited.Token);
            var feed = Feed(process, input, limited.Token);
            await read(process.StandardOutput, limited.Token);
            await feed;
            await process.WaitForExitAsync(limited.Token);
            return (process.ExitCode, await error);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new RefusedContent(Refusal.Timeout, ExtractionTexts.Timeout(time));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private static Process Start(string program, IEnumerable<string> arguments, string missing, string? folder)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        if (folder is not null) start.Environment["TMPDIR"] = folder;
        try
        {
            return Process.Start(start) ?? throw new RefusedContent(Refusal.ToolMissing, missing);
        }
        catch (Win32Exception absent)
        {
            throw new RefusedContent(Refusal.ToolMissing, missing, absent);
        }
    }

    private static async Task Feed(Process process, byte[] input, CancellationToken cancel)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancel);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program stopped reading because it gave up on the document; its exit code says why.
        }
    }

    /// <summary>Everything is read, so that the program never waits for us; only the beginning is kept.</summary>
    private static async Task<string> ReadError(Process process, CancellationToken cancel)
    {
        var kept = new System.Text.StringBuilder();
        var buffer = new char[2048];
        int read;
        while ((read = await process.StandardError.ReadAsync(buffer, cancel)) > 0)
            if (kept.Length < ErrorChars) kept.Append(buffer, 0, read);
        return kept.ToString();
    }
}
