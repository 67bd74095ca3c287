using Junheng.Platform.Access;
using Junheng.Platform.Imports;

namespace Junheng.Supervision.Schools.Imports;

/// <summary>Districts, towns and groups as a table names them: found by code or exact name, made when missing.</summary>
public sealed class DistrictUnits(OrganisationTree tree, ImportWarnings warnings)
{
    private readonly Dictionary<string, Organisation> districts = ByName(tree.All.Where(o => o.Kind is OrganisationKind.District));
    private readonly Dictionary<(Guid, OrganisationKind, string), Organisation> units = Units(tree);
    private readonly Dictionary<(Guid, OrganisationKind), int> counters = [];
    private readonly List<Organisation> made = [];
    private Organisation? root;

    /// <summary>The district a row names, else the database's single root; null when there are several.</summary>
    public Organisation? District(string? named)
    {
        if (named is null) return root ??= Root();
        if (districts.TryGetValue(named, out var known)) return known;
        if (tree.Find(named) is { Kind: OrganisationKind.District or OrganisationKind.City } coded) return districts[named] = coded;
        // Below a city when there is one; otherwise districts stand beside each other.
        var city = tree.Roots.Take(2).ToList() is [{ Kind: OrganisationKind.City } only] ? only : null;
        return districts[named] = Make(tree.Find(named) is null ? named : $"{named}-D", named, OrganisationKind.District, city);
    }

    /// <summary>The district a row names, when it exists; for those who may not found one.</summary>
    public Organisation? Seen(string named) =>
        districts.GetValueOrDefault(named) ?? (tree.Find(named) is { Kind: OrganisationKind.District or OrganisationKind.City } coded ? coded : null);

    /// <summary>The town or group of that name in the district; null for an empty cell.</summary>
    public Organisation? Unit(Organisation district, OrganisationKind kind, string? named)
    {
        if (named is null) return null;
        if (units.TryGetValue((district.Id, kind, named), out var known)) return known;
        if (tree.Find(named) is { } coded && coded.Kind == kind && tree.DistrictOf(coded).Id == district.Id) return units[(district.Id, kind, named)] = coded;
        return units[(district.Id, kind, named)] = Make(FreeCode(district, kind), named, kind, district);
    }

    /// <summary>What was made, told once a kind: a misspelt name would otherwise pass unseen.</summary>
    public void Report()
    {
        foreach (var kind in made.GroupBy(o => o.Kind))
            warnings.Add(ImportColumnTexts.NewUnits(AccessTexts.KindNames[kind.Key], kind.Count(), kind.Take(20).Select(o => o.Name)));
    }

    private Organisation? Root()
    {
        var roots = tree.Roots.Take(2).ToList();
        if (roots.Count > 0) return roots is [var single] ? single : null;
        warnings.Add(ImportColumnTexts.NewDistrict);
        return tree.Place(ImportColumnTexts.DefaultDistrictCode, ImportColumnTexts.DefaultDistrict, OrganisationKind.District, parent: null);
    }

    private Organisation Make(string code, string name, OrganisationKind kind, Organisation? parent)
    {
        var organisation = tree.Place(code, name, kind, parent);
        made.Add(organisation);
        return organisation;
    }

    private string FreeCode(Organisation district, OrganisationKind kind)
    {
        var number = counters.GetValueOrDefault((district.Id, kind));
        string code;
        do code = $"{district.Code}-{(kind == OrganisationKind.Town ? 'T' : 'G')}{++number:000}";
        while (tree.Find(code) is not null);
        counters[(district.Id, kind)] = number;
        return code;
    }

    private static Dictionary<string, Organisation> ByName(IEnumerable<Organisation> districts)
    {
        var byName = new Dictionary<string, Organisation>(StringComparer.Ordinal);
        foreach (var district in districts) byName.TryAdd(district.Name, district);
        return byName;
    }

    private static Dictionary<(Guid, OrganisationKind, string), Organisation> Units(OrganisationTree tree)
    {
        var units = new Dictionary<(Guid, OrganisationKind, string), Organisation>();
        foreach (var unit in tree.All)
            if (unit.Kind is OrganisationKind.Town or OrganisationKind.Group) units.TryAdd((tree.DistrictOf(unit).Id, unit.Kind, unit.Name), unit);
        return units;
    }
}
