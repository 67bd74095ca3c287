using System.Text.Json;
using Junheng.Platform.Extraction;
using Junheng.Tests.Support;

namespace Junheng.Tests.Core.Reading;

/// <summary>The hand labels of one document, with the text they label: of the sibling folder shared/gold, or of a sample.</summary>
public sealed class Gold
{
    private readonly JsonElement _root;

    public string Text { get; }

    private Gold(JsonElement root, string text) => (_root, Text) = (root, text);

    public static Gold Load(string name)
    {
        using var labels = JsonDocument.Parse(File.ReadAllBytes(Shared($"gold/{name}.json")));
        var root = labels.RootElement.Clone();
        return new Gold(root, File.ReadAllText(Shared("seeds/" + root.GetProperty("document").GetProperty("file").GetString())));
    }

    public static async Task<Gold> LoadSample(string name)
    {
        var file = Path.Combine(Checkout.Root, "samples/labels", name + ".json");
        using var labels = JsonDocument.Parse(await File.ReadAllBytesAsync(file));
        var root = labels.RootElement.Clone();
        var document = Path.Combine(Path.GetDirectoryName(file)!, root.GetProperty("document").GetProperty("file").GetString()!);
        return new Gold(root, (await new Extractor().ExtractFile(document)).Text);
    }

    public IEnumerable<JsonElement> Claims => Items(_root, "claims");
    public IEnumerable<JsonElement> NonClaims => Items(_root, "not_claims");
    public IEnumerable<JsonElement> Tasks => Items(_root, "tasks");
    public IEnumerable<JsonElement> Findings => Items(_root, "findings");
    public IEnumerable<JsonElement> Consistency => Items(_root, "consistency");
    public IEnumerable<JsonElement> Outline => Items(_root.GetProperty("document"), "outline")
        .Where(o => Number(o, "level") is not <= 0 && Number(o, "offset") is not null);

    public static IEnumerable<JsonElement> Items(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];

    public static string? String(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static decimal? Number(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    public static bool Is(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    public static HashSet<string> Strings(JsonElement item, string name) => [.. Items(item, name).Select(s => s.GetString()!)];

    private static string Shared(string path) => Checkout.Shared(path) ?? throw new FileNotFoundException(path);
}

/// <summary>Runs only beside the folder that holds the labels.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GoldTheoryAttribute : TheoryAttribute
{
    public GoldTheoryAttribute()
    {
        if (Checkout.Shared("gold") is null) Skip = "The hand labels are not here: no folder shared/gold stands beside the checkout.";
    }
}
