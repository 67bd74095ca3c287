using Junheng.Platform.Data;
using Junheng.Platform.Web;

namespace Junheng;

/// <summary>How one process runs: where its data lie and which database it uses.</summary>
public sealed record Settings
{
    /// <summary>Files, keys, anchors and the embedded database. <c>./run</c> names the checkout's by JUNHENG_DATA, wherever it is called from.</summary>
    public required string DataDirectory { get; init; }
    public required DatabaseSettings Database { get; init; }
    /// <summary>0 takes a free port.</summary>
    public int Port { get; init; } = 5080;
    /// <summary>A real district: nothing is invented on the first start.</summary>
    public bool Empty { get; init; }
    /// <summary>Bytes of one request, all its files together.</summary>
    public long LargestRequest { get; init; } = 256L << 20;
    public RateLimits RateLimits { get; init; } = new();

    public static Settings From(Platform.Commands.Arguments arguments)
    {
        var directory = Path.GetFullPath(arguments["--data"] ?? Environment.GetEnvironmentVariable("JUNHENG_DATA") ?? "data");
        var database = arguments["--db"] ?? Path.Combine(directory, "junheng.sqlite");
        return new Settings
        {
            DataDirectory = directory,
            Database = new DatabaseSettings(database),
            Port = arguments["--port"] is { } port
                ? int.TryParse(port, out var number) && number is >= 0 and <= 65535 ? number : throw new Platform.Commands.UsageException(ServeTexts.Port(port))
                : 5080,
            Empty = arguments.Has("--empty"),
        };
    }
}
