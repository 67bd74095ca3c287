using Junheng.Core.Indicators;
using Junheng.Supervision.Facts;
using Junheng.Supervision.Facts.Columns;

namespace Junheng.Supervision.Measures.Runs;

/// <summary>What one computation over published columns gave, before it is printed or stored.</summary>
public sealed class Evaluated(CountedSchools counted, LoadedBlocks loaded, IReadOnlyDictionary<int, (string Code, string Name)> places)
{
    public CountedSchools Counted => counted;
    public Dataset Data => loaded.Dataset;
    /// <summary>The newest batch among the blocks read.</summary>
    public int DataVersion => loaded.Version;
    public Precedence Precedence => loaded.Precedence;
    public IReadOnlyList<DifferingCell> Differing => loaded.Differing;
    public IReadOnlyCollection<string> MixedForms => loaded.MixedForms;
    public required IReadOnlyList<EvaluatedPack> Packs { get; init; }
    /// <summary>Making the frame, reading the blocks and computing all packs.</summary>
    public double Milliseconds { get; init; }

    public string CodeOf(int organisation) => counted.School(organisation)?.Code ?? (places.TryGetValue(organisation, out var place) ? place.Code : "");

    public string NameOf(int organisation) => counted.School(organisation)?.Name ?? (places.TryGetValue(organisation, out var place) ? place.Name : "");
}

/// <summary>One pack of a computation.</summary>
/// <param name="Milliseconds">Computing alone, over columns already in memory.</param>
public sealed record EvaluatedPack(UsedPack Pack, EvaluationResult Result, double Milliseconds);
