using System.Diagnostics;

namespace Junheng.Bench;

/// <summary>A PostgreSQL of this run alone, on a socket, with the settings a fresh installation has: every commit waits for the disk.</summary>
internal sealed class IntakeCluster : IDisposable
{
    private readonly string programs = Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin/";
    private readonly string folder = Directory.CreateTempSubdirectory("junheng-bench-pg-").FullName;
    private readonly bool root = Environment.UserName == "root";

    public IntakeCluster()
    {
        if (root) Run("chown", "postgres", folder);
        Server(programs + "initdb", "-D", folder + "/data", "-U", "junheng", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8");
        Server(programs + "pg_ctl", "-D", folder + "/data", "-w", "-l", folder + "/log", "-o", $"-k {folder} -c listen_addresses='' -c max_connections=200 -c shared_buffers=256MB -c max_wal_size=8GB", "start");
    }

    public string Connection(string database) => $"Host={folder};Username=junheng;Database={database}";

    public void Dispose()
    {
        Server(programs + "pg_ctl", "-D", folder + "/data", "-m", "immediate", "stop");
        Directory.Delete(folder, recursive: true);
    }

    private void Server(string program, params string[] arguments)
    {
        if (root) Run("runuser", ["-u", "postgres", "--", program, .. arguments]);
        else Run(program, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // The server inherits the standard streams, so they are not waited for.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
