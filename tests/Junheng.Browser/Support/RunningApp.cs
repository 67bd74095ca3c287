using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Junheng.Browser.Support;

/// <summary>The executable as a user starts it, by <c>./run</c>, on a free port and with an empty data directory of its own.</summary>
public sealed partial class RunningApp : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly StringBuilder said = new();
    private readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Its data directory; removed at the end.</summary>
    public string Data { get; } = Directory.CreateTempSubdirectory("junheng-browser-").FullName;

    /// <summary>For example http://127.0.0.1:41234, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    private RunningApp(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Checkout.Root, "run"), ["serve", "--port", "0", "--data", Data, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"The application ended by itself:\n{Said}"));
    }

    /// <param name="arguments">What <c>serve</c> gets besides port and data directory, e.g. <c>--empty</c>.</param>
    public static async Task<RunningApp> Start(params string[] arguments)
    {
        var app = new RunningApp(arguments);
        app.process.Start();
        app.process.BeginOutputReadLine();
        app.process.BeginErrorReadLine();
        try
        {
            app.Address = await app.address.Task.WaitAsync(StartLimit);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Everything it wrote so far, for messages of failing tests.</summary>
    public string Said
    {
        get { lock (said) return said.ToString(); }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(Data, recursive: true);
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (said) said.AppendLine(line);
        if (Url().Match(line) is { Success: true } url) address.TrySetResult(url.Value.TrimEnd('/'));
    }

    [GeneratedRegex(@"http://[\w.:\[\]-]+")]
    private static partial Regex Url();
}
