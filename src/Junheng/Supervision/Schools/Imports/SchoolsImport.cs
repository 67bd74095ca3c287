using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Imports;
using Junheng.Platform.Rules;
using Junheng.Platform.Sheets;
using Junheng.Platform.Sheets.Tables;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Schools.Imports;

/// <summary>Takes a register of schools in: everything is compared in memory, what is new goes in by one bulk write, what differs is journalled.</summary>
public sealed class SchoolsImport(JunhengDb db, TimeProvider clock)
{
    private readonly List<School> newSchools = [];
    private readonly List<SchoolStage> newStages = [];
    private Dictionary<Guid, School> tracked = [];
    private readonly List<(School School, PlacedSchool Place, SchoolDetails Details)> changed = [];

    /// <param name="trial">Checks everything and saves nothing.</param>
    /// <exception cref="SheetException">The file is no readable table.</exception>
    public async Task<ImportReport> Run(ImportFile file, bool trial, CancellationToken cancellation = default)
    {
        db.Actor.Demand(Schools.Manage);
        var hash = await file.Hash(cancellation);
        using var sheets = await file.OpenTable(cancellation);
        using var table = Table.Open(sheets.First, SchoolLine.Columns, cancellation);
        var warnings = new ImportWarnings();
        var lines = new List<SchoolLine>();
        foreach (var row in table.Rows())
            if (SchoolLine.Read(row, warnings, table) is { } line) lines.Add(line);
        var tree = await OrganisationTree.Load(db, cancellation);
        var known = await KnownSchools.Load(db, tree, cancellation);
        var units = new DistrictUnits(tree, warnings);
        foreach (var place in new SchoolPlaces(tree, units, table, warnings, db.Actor.Scope, known).Place(lines)) Compare(place, known, table);
        units.Report();
        var stored = newSchools.Concat(changed.Select(c => c.School)).Distinct().Count();
        if (trial || table.Errors.Count > 0) return new(table.Read, 0, [.. table.Errors], warnings.ToList());
        if (stored > 0) await Store(tree, new ImportRun(SchoolsImportKind.Key, file.Name, hash, table.Read, stored, db.Actor.Name, clock.GetUtcNow().UtcDateTime), cancellation);
        return new(table.Read, stored, [], warnings.ToList());
    }

    private void Compare(PlacedSchool place, KnownSchools known, Table table)
    {
        var school = known.Find(place.Organisation.Id);
        var details = DetailsOf(place, school?.Details, table);
        try
        {
            details.Check();
            if (school is null) Begin(place, details);
            else if (school.Details != details || place.Organisation.Name != place.Line.Name) changed.Add((school, place, details));
        }
        catch (RuleException refused)
        {
            table.Refuse(place.Line.Row, refused.Field is { } field ? Conventions.Snake(field) : "code", refused.Message);
        }
    }

    private void Begin(PlacedSchool place, SchoolDetails details)
    {
        var school = new School(place.Organisation, place.District.Number, place.Line.Code.Length == 0, details);
        newSchools.Add(school);
        newStages.AddRange(school.StageList.Select(stage => new SchoolStage(school.OrganisationId, stage)));
        if (place.IsNew)
        {
            place.Organisation.Open(details.Opened);
            place.Organisation.Close(details.Closed);
        }
        else if (place.Organisation.Name != place.Line.Name || place.Organisation.ValidFrom != details.Opened || place.Organisation.ValidTo != details.Closed)
            changed.Add((school, place, details));
    }

    /// <summary>A column the file lacks leaves what is known; an empty cell empties it.</summary>
    private static SchoolDetails DetailsOf(PlacedSchool place, SchoolDetails? known, Table table)
    {
        var line = place.Line;
        var type = table.Has("school_type") ? line.Type : known?.Type;
        var parent = table.Has("parent_code") ? place.Parent?.Id : known?.ParentId;
        return new SchoolDetails
        {
            NationalCode = line.NationalCode ?? (table.Has("national_code") ? null : known?.NationalCode),
            Nature = line.Nature,
            Stages = line.Stages,
            Type = type,
            Founder = table.Has("founder") ? line.Founder : known?.Founder,
            Unit = SchoolLexicon.UnitOf(type, parent is not null),
            ParentId = parent,
            TownId = table.Has("town") ? place.Town?.Id : known?.TownId,
            GroupId = table.Has("group") ? place.Group?.Id : known?.GroupId,
            Latitude = table.Has("latitude") ? line.Latitude : known?.Latitude,
            Longitude = table.Has("longitude") ? line.Longitude : known?.Longitude,
            Opened = table.Has("opened") ? line.Opened : known?.Opened,
            Closed = table.Has("closed") ? line.Closed : known?.Closed,
            Order = line.Order ?? known?.Order ?? place.Organisation.Order,
        };
    }

    private Task Store(OrganisationTree tree, ImportRun run, CancellationToken cancellation) => db.Write(async () =>
    {
        await db.InsertAll(db.TableOf<Organisation>(), tree.Added, cancellation);
        await db.InsertAll(db.TableOf<School>(), newSchools, cancellation);
        await db.InsertAll(db.TableOf<SchoolStage>(), newStages, cancellation);
        var ids = changed.Select(c => c.School.OrganisationId).ToList();
        var stages = (await db.Set<SchoolStage>().Where(s => ids.Contains(s.OrganisationId)).ToListAsync(cancellation)).ToLookup(s => s.OrganisationId);
        var begun = newSchools.ToHashSet();
        tracked = db.ChangeTracker.Entries<School>().ToDictionary(e => e.Entity.OrganisationId, e => e.Entity);
        foreach (var (school, place, details) in changed) Change(school, place, details, begun.Contains(school), [.. stages[school.OrganisationId]], tree);
        db.Add(run);
        await db.Save(ImportColumnTexts.Reason, cancellation);
    }, cancellation);

    private void Change(School known, PlacedSchool place, SchoolDetails details, bool begun, IReadOnlyCollection<SchoolStage> stages, OrganisationTree tree)
    {
        var today = clock.Today();
        var organisation = tree.Change(place.Organisation);
        if (organisation.Name != place.Line.Name)
        {
            var occasion = new SchoolOccasion(today, ImportColumnTexts.Reason);
            db.Add(new SchoolChange(known.OrganisationId, SchoolChangeKind.Renamed, occasion, db.Actor.Name, clock.GetUtcNow().UtcDateTime).Was(organisation.Name));
            organisation.Rename(place.Line.Name);
        }
        organisation.Open(details.Opened);
        organisation.Close(details.Closed);
        if (begun) return;
        if (!tracked.TryGetValue(known.OrganisationId, out var school)) db.Attach(school = known);
        school.Describe(details);
        Schools.Teach(db, school.OrganisationId, stages, school.StageList, today);
    }
}
