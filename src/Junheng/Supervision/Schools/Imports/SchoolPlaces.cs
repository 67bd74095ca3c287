using Junheng.Platform.Access;
using Junheng.Platform.Imports;
using Junheng.Platform.Rules;
using Junheng.Platform.Sheets.Tables;

namespace Junheng.Supervision.Schools.Imports;

/// <summary>Finds or makes the organisation of each row: the code decides, a name only where there is no code. Faults go to the table.</summary>
internal sealed class SchoolPlaces(OrganisationTree tree, DistrictUnits units, Table table, ImportWarnings warnings, Scope scope, KnownSchools known)
{
    private readonly HashSet<Guid>? visible = scope.All ? null : [.. scope.Organisations];
    private readonly Dictionary<string, SchoolLine> byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<(Guid, string), SchoolLine> byName = [];
    private readonly Dictionary<SchoolLine, PlacedSchool?> placed = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Guid, int> temporary = [];

    /// <summary>Every row with its organisation; rows with faults are left out.</summary>
    public List<PlacedSchool> Place(IReadOnlyList<SchoolLine> lines)
    {
        foreach (var line in lines)
            if (line.Code.Length > 0 && !byCode.TryAdd(line.Code, line)) Refuse(line, "code", ImportColumnTexts.CodeTwice(line.Code, byCode[line.Code].Row));
        return [.. lines.Select(line => Place(line, 0)).OfType<PlacedSchool>()];
    }

    private PlacedSchool? Place(SchoolLine line, int depth)
    {
        if (placed.TryGetValue(line, out var done)) return done;
        if (depth > 8)
        {
            Refuse(line, "parent_code", ImportColumnTexts.ParentInCircle);
            return null;
        }
        var place = Resolve(line, depth);
        return placed[line] = place;
    }

    private PlacedSchool? Resolve(SchoolLine line, int depth)
    {
        var faults = table.Errors.Count;
        var organisation = line.Code.Length > 0 ? tree.Find(line.Code) ?? known.ByFormerCode(line.Code) : null;
        var district = DistrictOf(line, organisation);
        var parent = ParentOf(line, depth);
        if (organisation is not null) CheckKnown(line, organisation);
        if (district is null || table.Errors.Count > faults) return null;
        if (parent is not null && tree.DistrictOf(parent).Id != district.Id)
        {
            Refuse(line, "parent_code", ImportColumnTexts.ParentElsewhere);
            return null;
        }
        if (!CheckName(line, district)) return null;
        organisation ??= line.Code.Length == 0 ? known.Temporary(district, line.Name) : null;
        var isNew = organisation is null;
        if (organisation is null && !Sees(district))
        {
            Refuse(line, line.District is null ? "code" : "district", ImportColumnTexts.OutOfScope);
            return null;
        }
        if (line.Code.Length > 0 && organisation is null && known.Temporary(district, line.Name) is { } unnamed)
            warnings.Add(table.Sheet, line.Row, table.HeaderOf("name"), ImportColumnTexts.TemporaryNamesake(unnamed.Code));
        organisation ??= New(line, parent ?? district, district);
        return organisation is null ? null : new(line, organisation, district, parent,
            units.Unit(district, OrganisationKind.Town, line.Town), units.Unit(district, OrganisationKind.Group, line.Group), isNew);
    }

    private Organisation? DistrictOf(SchoolLine line, Organisation? organisation)
    {
        if (organisation is not null && line.District is null) return tree.DistrictOf(organisation);
        var district = visible is null || line.District is null ? units.District(line.District) : units.Seen(line.District);
        if (district is null) Refuse(line, "district", visible is null ? ImportColumnTexts.RootMissing : ImportColumnTexts.OutOfScope);
        else if (organisation is not null && tree.DistrictOf(organisation).Id != district.Id && district.Kind != OrganisationKind.City)
            Refuse(line, "district", ImportColumnTexts.OtherDistrict(tree.DistrictOf(organisation).Name));
        return district;
    }

    private Organisation? ParentOf(SchoolLine line, int depth)
    {
        if (line.ParentCode is null) return null;
        var parent = tree.Find(line.ParentCode);
        if (parent is null && byCode.TryGetValue(line.ParentCode, out var above))
        {
            placed[line] = null;
            parent = Place(above, depth + 1)?.Organisation;
            placed.Remove(line);
        }
        if (parent is not { Kind: OrganisationKind.School }) Refuse(line, "parent_code", ImportColumnTexts.ParentUnknown(line.ParentCode));
        else if (line.ParentCode == line.Code) Refuse(line, "parent_code", SchoolTexts.OwnParent);
        else return parent;
        return null;
    }

    private void CheckKnown(SchoolLine line, Organisation organisation)
    {
        if (!Sees(organisation)) Refuse(line, "code", ImportColumnTexts.OutOfScope);
        else if (organisation.Kind != OrganisationKind.School)
            Refuse(line, "code", ImportColumnTexts.OtherKind(line.Code, organisation.Name, AccessTexts.KindNames[organisation.Kind]));
    }

    private bool CheckName(SchoolLine line, Organisation district)
    {
        if (byName.TryAdd((district.Id, line.Name), line)) return true;
        if (line.Code.Length == 0)
        {
            Refuse(line, "name", ImportColumnTexts.NameTwice(line.Name, byName[(district.Id, line.Name)].Row));
            return false;
        }
        warnings.Add(table.Sheet, line.Row, table.HeaderOf("name"), ImportColumnTexts.SameNameTwice);
        return true;
    }

    private Organisation? New(SchoolLine line, Organisation above, Organisation district)
    {
        try
        {
            return tree.Place(line.Code.Length > 0 ? line.Code : TemporaryCode(district), line.Name, OrganisationKind.School, above);
        }
        catch (RuleException refused)
        {
            Refuse(line, "code", refused.Message);
            return null;
        }
    }

    private string TemporaryCode(Organisation district)
    {
        string code;
        do code = SchoolTexts.TemporaryCode(district.Code, temporary[district.Id] = temporary.GetValueOrDefault(district.Id) + 1);
        while (tree.Find(code) is not null || known.ByFormerCode(code) is not null);
        return code;
    }

    private bool Sees(Organisation organisation) => visible is null || visible.Contains(organisation.Id);

    private void Refuse(SchoolLine line, string column, string reason) => table.Refuse(line.Row, column, reason);
}

/// <summary>A row and where it belongs.</summary>
internal sealed record PlacedSchool(SchoolLine Line, Organisation Organisation, Organisation District, Organisation? Parent, Organisation? Town, Organisation? Group, bool IsNew);
