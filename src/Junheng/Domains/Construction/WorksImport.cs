using Junheng.Platform.Access;
using Junheng.Platform.Access.Imports;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Junheng.Platform.Sheets;
using Junheng.Platform.Sheets.Tables;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Domains.Construction;

/// <summary>Takes in a table with one row per item and school; all rows or none.</summary>
public sealed class WorksImport(JunhengDb db)
{
    public static readonly TableColumn[] Columns =
    [
        new("item", ConstructionTexts.ItemHeader), new("code", ConstructionTexts.CodeHeader), new("planned", ConstructionTexts.PlannedHeader),
        new("done", ConstructionTexts.DoneHeader), new("started", ConstructionTexts.StartedHeader) { Required = false },
        new("finished", ConstructionTexts.FinishedHeader) { Required = false }, new("note", ConstructionTexts.NoteHeader) { Required = false },
    ];

    /// <exception cref="SheetException">The file is no readable table.</exception>
    public async Task<ImportOutcome> Run(Guid set, SheetReader file, CancellationToken cancellation = default)
    {
        db.Actor.Demand(Construction.Keep);
        using var table = Table.Open(file.First, Columns, cancellation);
        var items = await db.Set<StandardItem>().Where(i => i.SetId == set).ToDictionaryAsync(i => i.Name, i => i.Id, cancellation);
        var schools = await db.Set<Organisation>().ToDictionaryAsync(o => o.Code, o => o.Id, cancellation);
        var known = await db.Set<StandardWork>().Where(w => items.Values.Contains(w.ItemId)).ToDictionaryAsync(w => (w.ItemId, w.OrganisationId), cancellation);
        var seen = new HashSet<(Guid, Guid)>();
        foreach (var row in table.Rows())
        {
            var (name, code) = (row.Required("item"), row.Code("code") ?? "");
            var report = new WorkReport((double?)row.Decimal("planned"), (double?)row.Decimal("done"), row.Date("started"), row.Date("finished"), row.Text("note"));
            if (!items.TryGetValue(name, out var item)) row.Refuse("item", ConstructionTexts.ItemUnknown(name));
            else if (!schools.TryGetValue(code, out var school)) row.Refuse("code", ConstructionTexts.SchoolUnknown(code));
            else if (!seen.Add((item, school))) row.Refuse("code", ConstructionTexts.Twice);
            else Take(row, known.GetValueOrDefault((item, school)), new(item, school), report);
        }
        if (table.Errors.Count > 0)
        {
            db.ChangeTracker.Clear();
            return new(table.Read, 0, table.Errors);
        }
        await db.Save(ConstructionTexts.ImportReason, cancellation);
        return new(table.Read, table.Read, []);
    }

    private void Take(TableRow row, StandardWork? known, StandardWork fresh, WorkReport report)
    {
        try
        {
            (known ?? fresh).Report(report);
            if (known is null) db.Add(fresh);
        }
        catch (RuleException refused)
        {
            row.Refuse(refused.Field == nameof(StandardWork.FinishedOn) ? "finished" : refused.Field == nameof(StandardWork.Planned) ? "planned" : "done", refused.Message);
        }
    }
}
