using System.Collections.Frozen;
using System.Text.Json;
using Junheng.Platform.Web;

namespace Junheng.Ui;

/// <summary>The outline icons named in the sources, drawn from the package by the build.</summary>
public sealed class Icons(WebFiles files)
{
    private readonly FrozenDictionary<string, string> shapes =
        JsonSerializer.Deserialize<Dictionary<string, string>>(files.Bytes("lib/icons.json"))!.ToFrozenDictionary();

    public string this[string name] => shapes.TryGetValue(name, out var shape)
        ? shape
        : throw new ArgumentException($"There is no Tabler icon {name}, or its name is put together at run time.", nameof(name));
}
