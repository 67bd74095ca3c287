namespace Junheng.Core.Surveys.Results;

/// <summary>The cuts of one class each that a cut of several classes is made of: everybody of the classes, a place of its cells.</summary>
internal static class CutParts
{
    /// <summary>Positions of the parts by cut; empty where it is of one class.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<Cut> cuts)
    {
        var classes = cuts.Where(c => c.Kind == CutKind.Class).Select(c => c.Index).ToList();
        var places = cuts.Where(c => c.Kind == CutKind.Cell).ToLookup(c => c.Place, c => c.Index, StringComparer.Ordinal);
        return [.. cuts.Select(cut => cut.Kind switch
        {
            CutKind.All => classes,
            CutKind.Place => [.. places[cut.Place]],
            _ => (IReadOnlyList<int>)[],
        })];
    }
}
