using Junheng.Platform.Data;

namespace Junheng.Platform.Files;

/// <summary>Recomputes the hash of every content that some row holds.</summary>
public static class FileVerification
{
    /// <returns>How many contents were checked, and a line in zh-CN for each that is lost or altered.</returns>
    public static async Task<(int Checked, List<string> Faults)> Verify(JunhengDb db, ContentStore store, CancellationToken cancellation = default)
    {
        var faults = new List<string>();
        var held = await FileReferences.All(db, cancellation);
        foreach (var (hash, holder) in held)
            if (!store.Has(hash)) faults.Add(FileTexts.Missing(hash, holder));
            else if (await store.Rehash(hash, cancellation) != hash) faults.Add(FileTexts.Altered(hash, holder));
        return (held.Count, faults);
    }
}
