using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Imports;
using Junheng.Platform.Sheets;
using Junheng.Supervision.Schools.Imports;
using Junheng.Supervision.Schools.Lists;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Schools;

/// <summary>Lays the invented district's register from the table a real one would send, with a merger, a renaming and a frozen list of each kind.</summary>
internal static class DemonstrationSchools
{
    private static readonly DateOnly SchoolYear = new(2025, 9, 1);

    public static async Task Lay(IServiceProvider services)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "samples", "district");
        await using (var content = File.OpenRead(Path.Combine(folder, "schools.csv")))
            if (await services.GetRequiredService<SchoolsImport>().Run(new ImportFile("schools.csv", content), trial: false) is { Refused: { Count: > 0 } refused })
                throw new InvalidOperationException(string.Join('\n', refused));
        var db = services.GetRequiredService<JunhengDb>();
        var lookup = await services.GetRequiredService<SchoolRegister>().Lookup();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var (closed, successor, renamed) = (lookup.ByCode("YPS168")!, lookup.ByCode("YPS082")!, lookup.ByCode("YPS140")!);
        db.Add(new SchoolChange(closed.Id, SchoolChangeKind.Merged, SchoolTexts.DemonstratedMerger, db.Actor.Name, now).Into(successor.Id));
        db.Add(new SchoolChange(renamed.Id, SchoolChangeKind.Renamed, SchoolTexts.DemonstratedRenaming, db.Actor.Name, now).Was(SchoolTexts.DemonstratedFormerName));
        await db.Save();
        await Freeze(services, db, await Pupils(Path.Combine(folder, "teaching-points.csv"), lookup));
    }

    private static async Task Freeze(IServiceProvider services, JunhengDb db, IReadOnlyDictionary<int, long> pupils)
    {
        var lists = services.GetRequiredService<SchoolLists>();
        var district = await db.Set<Organisation>().SingleAsync(o => o.ParentId == null);
        foreach (var purpose in Enum.GetValues<ListPurpose>())
        {
            var list = await lists.Draw(district.Id, purpose, SchoolYear, null, pupils);
            await lists.Freeze(list.Id, list.Version);
        }
    }

    private static async Task<IReadOnlyDictionary<int, long>> Pupils(string path, SchoolLookup lookup)
    {
        using var file = await SheetReader.Open(path);
        return PupilTable.Read(file.First, lookup);
    }
}
