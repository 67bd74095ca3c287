using System.Text.Json;
using System.Text.Json.Serialization;

namespace Junheng.Ui.Charts;

/// <summary>What <c>ui/charts.js</c> draws, written as JSON into the element; absent is what a kind does not need.</summary>
public sealed record Drawing(string Kind)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string? Unit { get; init; }
    public int Decimals { get; init; }
    public IReadOnlyList<string>? Labels { get; init; }
    public IReadOnlyList<DrawnSeries>? Series { get; init; }
    public IReadOnlyList<Limit>? Limits { get; init; }
    public Band? Band { get; init; }
    /// <summary>Names of the axes across and up.</summary>
    public string? Across { get; init; }
    public string? Up { get; init; }
    /// <summary>Place of the label that is the reader's own, or null.</summary>
    public int? Own { get; init; }
    public string? OwnName { get; init; }
    /// <summary>Bars lie, one line per label, because labels are long or many.</summary>
    public bool? Lying { get; init; }

    /// <summary>Attribute values are encoded by Razor, so nothing in it can end the element.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, Json);
}

/// <summary>A series as drawn: values by label, or points of two coordinates.</summary>
public sealed record DrawnSeries(string Name, IReadOnlyList<double?>? Values = null, IReadOnlyList<double[]>? Points = null);
