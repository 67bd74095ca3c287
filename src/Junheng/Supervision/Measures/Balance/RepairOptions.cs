using System.Globalization;
using System.Text.Json.Serialization;
using Junheng.Core.Balancing.Plans;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;

namespace Junheng.Supervision.Measures.Balance;

/// <summary>What a repair page, its export and its job are asked: the whole question stands in the address.</summary>
public sealed record RepairOptions(string Pack, int? District, string? Period, string? Indicator, string? Stage)
{
    public int? MaxOut { get; init; }
    public int? MaxIn { get; init; }

    /// <summary>Per cent.</summary>
    public int? Share { get; init; }
    public int? GroupOut { get; init; }
    public int? GroupIn { get; init; }
    public int? Quota { get; init; }
    public bool PublicOnly { get; init; }
    public int? SiteCap { get; init; }

    public static RepairOptions Of(string pack, IQueryCollection query)
    {
        // A form that was sent says what is ticked; a link from elsewhere means the default.
        var sent = query.ContainsKey("sent");
        return new(pack, Whole("district"), Text("period"), Text("indicator"), Text("stage"))
        {
            MaxOut = Whole("maxOut"),
            MaxIn = Whole("maxIn"),
            Share = Whole("share"),
            GroupOut = Whole("groupOut"),
            GroupIn = Whole("groupIn"),
            Quota = Whole("quota"),
            SiteCap = Whole("siteCap"),
            PublicOnly = sent ? query.ContainsKey("publicOnly") : !query.ContainsKey("all"),
        };

        string? Text(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

        int? Whole(string name) => int.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    [JsonIgnore]
    public Period? At => Core.Periods.Period.TryParse(Period, out var period) ? period : null;

    [JsonIgnore]
    public Stage? InStage => Stage is not null && Stages.TryParse(Stage, out var stage) ? stage : null;

    [JsonIgnore]
    public RepairTerms Terms => new()
    {
        MaxOut = MaxOut,
        MaxIn = MaxIn,
        ShareOut = Share / 100.0,
        GroupOut = GroupOut,
        GroupIn = GroupIn,
        Budget = Quota,
        PublicOnly = PublicOnly,
        SiteCap = SiteCap ?? new RepairTerms().SiteCap,
        ThroughSiteCap = SiteCap is { } cap ? cap + 500 : new RepairTerms().ThroughSiteCap,
    };

    /// <summary>The address of the page (or of its <paramref name="view"/>) that asks the same.</summary>
    public string Path(string view = "", params (string Name, string? Value)[] more)
    {
        var parts = new List<(string Name, string? Value)>
        {
            ("district", Number(District)), ("period", Period), ("indicator", Indicator), ("stage", Stage), ("maxOut", Number(MaxOut)), ("maxIn", Number(MaxIn)),
            ("share", Number(Share)), ("groupOut", Number(GroupOut)), ("groupIn", Number(GroupIn)), ("quota", Number(Quota)), ("siteCap", Number(SiteCap)),
            ("sent", "1"), ("publicOnly", PublicOnly ? "1" : null),
        };
        parts.AddRange(more);
        return $"/measures/{Pack}/repair{view}{QueryString.Create(parts.Where(part => part.Value is not null).Select(part => KeyValuePair.Create(part.Name, part.Value)))}";
    }

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
