using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Platform.Access;

/// <summary>What every page says of the place it serves.</summary>
public sealed class DistrictProfile(JunhengDb db)
{
    private Organisation? root;
    private bool loaded;

    /// <summary>Name of the root organisation; null before the first set-up.</summary>
    public async Task<string?> Name() => (await Root())?.Name;

    /// <summary>True when the district is invented: every page carries the mark.</summary>
    public async Task<bool> IsDemonstration() => (await Root())?.Demonstration ?? false;

    private async Task<Organisation?> Root()
    {
        if (loaded) return root;
        root = await db.Set<Organisation>().AsNoTracking().Where(o => o.ParentId == null).OrderBy(o => o.Path).FirstOrDefaultAsync();
        loaded = true;
        return root;
    }
}
