using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Junheng.Core.Indicators;
using Junheng.Core.Schooling;

namespace Junheng.Supervision.Collections.Form;

/// <summary>One datum a collection asks for, and the rules its values keep.</summary>
public sealed record Question
{
    public required string Key { get; init; }
    public required string Name { get; init; }
    public string Unit { get; init; } = "";
    /// <summary>Places after the point; 0 for counts.</summary>
    public int Decimals { get; init; }
    /// <summary>Asked once for the whole school, because its stages use it together; otherwise once for each stage.</summary>
    public bool Whole { get; init; }
    /// <summary>Asked only of schools with one of these stages; empty asks everybody.</summary>
    public IReadOnlyList<Stage> Stages { get; init; } = [];
    /// <summary>Hard: the smallest and the largest value.</summary>
    public decimal? Least { get; init; } = 0;
    public decimal? Most { get; init; }
    /// <summary>Hard: never more than the answer to this question in the same row of stages (骨干教师 ≤ 专任教师).</summary>
    public string? AtMost { get; init; }
    /// <summary>Soft: percent by which a value may differ from the year before without a reason; null does not compare.</summary>
    public int? Deviation { get; init; } = 30;
    /// <summary>Soft: outside this range a reason is asked for; null is open.</summary>
    public decimal? UsuallyFrom { get; init; }
    public decimal? UsuallyTo { get; init; }
    /// <summary>The words to choose from; empty for a number.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];
    /// <summary>What counts and what does not.</summary>
    public string? Help { get; init; }
    /// <summary>How long a school needs to find the value out.</summary>
    public int Minutes { get; init; } = 5;
    /// <summary>Why it is asked although a value is known already, and who approved that.</summary>
    public string? AgainReason { get; init; }
    public string? AgainApprover { get; init; }

    [JsonIgnore]
    public bool IsNumber => Options.Count == 0;

    [JsonIgnore]
    public bool ApprovedAgain => !string.IsNullOrWhiteSpace(AgainReason) && !string.IsNullOrWhiteSpace(AgainApprover);

    /// <summary>As a pack defines the element.</summary>
    public static Question Of(Element element) => new()
    {
        Key = element.Key,
        Name = element.Name,
        Unit = element.Unit,
        Decimals = element.Decimals,
        Whole = element.Split || element.Same,
        Help = element.Definition,
        UsuallyFrom = (decimal?)element.PlausibleLow,
        UsuallyTo = (decimal?)element.PlausibleHigh,
    };

    internal static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
}
