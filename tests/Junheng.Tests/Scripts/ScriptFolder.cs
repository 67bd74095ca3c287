using System.Diagnostics;
using System.Runtime.Versioning;
using Junheng.Tests.Support;

namespace Junheng.Tests.Scripts;

/// <summary>A small checkout that holds one of the scripts and a <c>dotnet</c> of the test's own making, first on the path.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ScriptFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("junheng-script-").FullName;

    /// <param name="script">run, test or check.</param>
    /// <param name="dotnet">Body of the shell script that stands in for the SDK; null for none at all.</param>
    public ScriptFolder(string script, string? dotnet)
    {
        File.Copy(Path.Combine(Checkout.Root, script), Path.Combine(Root, script));
        Directory.CreateDirectory(Path.Combine(Root, "bin"));
        if (dotnet is not null) Program("bin/dotnet", dotnet);
    }

    public void Write(string file, string text)
    {
        var path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public string Read(string file) => File.Exists(Path.Combine(Root, file)) ? File.ReadAllText(Path.Combine(Root, file)) : "";

    public async Task<(int Exit, string Out, string Error)> Run(string script, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Path.Combine(Root, script), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        // Only the system's own folders besides ours: an SDK installed elsewhere stays out of sight.
        start.Environment["PATH"] = $"{Root}/bin:{Root}/tools";
        Directory.CreateDirectory(Path.Combine(Root, "tools"));
        foreach (var tool in Tools)
            if (!File.Exists(Path.Combine(Root, "tools", tool)) && Where(tool) is { } found) File.CreateSymbolicLink(Path.Combine(Root, "tools", tool), found);
        foreach (var name in new[] { "DOTNET_ROOT", "JUNHENG_DATA", "JUNHENG_BUILD_ONLY", "JUNHENG_WITHOUT" }) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static readonly string[] Tools = ["bash", "env", "readlink", "find", "sort", "sha256sum", "xargs", "grep", "cut", "tr", "flock", "mkdir", "mv", "rm", "ln",
        "touch", "ls", "tail", "head", "cat", "cp", "sleep", "chmod", "dirname", "sed", "awk", "id"];

    private static string? Where(string tool) => new[] { "/usr/bin", "/bin", "/usr/local/bin" }.Select(f => Path.Combine(f, tool)).FirstOrDefault(File.Exists);

    private void Program(string file, string body)
    {
        Write(file, "#!/usr/bin/env bash\n" + body);
        File.SetUnixFileMode(Path.Combine(Root, file), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
