using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Platform.Journal;

/// <summary>The journal as an auditor reads it.</summary>
public sealed class JournalEntries(JunhengDb db)
{
    /// <summary>Rows of the districts in the auditor's scope; rows of the platform as a whole when the root is in it.</summary>
    /// <exception cref="Rules.ForbiddenException">The actor is no auditor.</exception>
    public IQueryable<JournalEntry> Readable
    {
        get
        {
            db.Actor.Demand(JournalModule.ReadPermission);
            var seen = db.Set<Organisation>().Where(o => db.SeesAll || db.Visible.Contains(o.Id));
            return db.Set<JournalEntry>().AsNoTracking()
                .Where(j => seen.Any(o => o.Number == j.District) || (j.District == 0 && (db.SeesAll || seen.Any(o => o.ParentId == null))));
        }
    }
}
