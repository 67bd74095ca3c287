namespace Junheng.Core.Surveys.Results;

/// <summary>The cuts of a frame, and of which stored cells each is made.</summary>
internal sealed class CutPlan
{
    private readonly List<Cut> cuts = [];
    private readonly List<int[]> members = [];
    private readonly IReadOnlyList<Atom> atoms;

    public CutPlan(IReadOnlyList<string> classes, IReadOnlyList<Atom> atoms)
    {
        this.atoms = atoms;
        var all = Enumerable.Range(0, atoms.Count).ToArray();
        Add(CutKind.All, null, "", "", all);
        var byClass = all.ToLookup(at => atoms[at].Class);
        var order = classes.Where(byClass.Contains).ToList();
        foreach (var each in order) Add(CutKind.Class, each, "", "", [.. byClass[each]]);
        foreach (var each in order)
        {
            foreach (var town in byClass[each].Where(at => atoms[at].Town != "").GroupBy(at => atoms[at].Town).OrderBy(g => g.Key, StringComparer.Ordinal))
                Add(CutKind.Town, each, "", town.Key, [.. town]);
        }
        foreach (var place in all.Where(at => !atoms[at].IsGroup).GroupBy(at => atoms[at].Cells[0].Place)) Add(CutKind.Place, null, place.Key, atoms[place.First()].Town, [.. place]);
        foreach (var each in order)
        {
            foreach (var at in byClass[each])
            {
                var group = atoms[at].IsGroup;
                Add(group ? CutKind.Group : CutKind.Cell, each, group ? "" : atoms[at].Cells[0].Place, atoms[at].Town, [at], atoms[at].Number);
            }
        }
    }

    public IReadOnlyList<Cut> Cuts => cuts;

    /// <summary>See <see cref="CutParts"/>.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Parts => field ??= CutParts.Of(cuts);

    /// <summary>Positions of the stored cells by cut.</summary>
    public IReadOnlyList<int[]> Members => members;

    private void Add(CutKind kind, string? respondentClass, string place, string town, int[] of, int storedAs = 0)
    {
        var returns = of.GroupBy(at => atoms[at].Class)
            .Select(g => new ClassReturn(g.Key, Cut.Total(g.Select(at => atoms[at].Size)), g.Sum(at => atoms[at].Received), g.Sum(at => atoms[at].Valid))).ToList();
        cuts.Add(new(cuts.Count, kind, respondentClass, place, town, returns) { StoredAs = storedAs });
        members.Add(of);
    }
}
