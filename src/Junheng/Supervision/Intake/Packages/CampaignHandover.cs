using System.Security.Cryptography;
using Junheng.Platform.Rules;
using Junheng.Supervision.Intake.Storage;

namespace Junheng.Supervision.Intake.Packages;

/// <summary>Hands a campaign over to a host that runs alone, and takes it there.</summary>
public static class CampaignHandover
{
    /// <summary>Packs a campaign with its unused links and codes. From then on this store takes no answers for it: a code must not be spent in two places.</summary>
    /// <exception cref="RuleException">No such campaign here, or it is closed.</exception>
    public static async Task<byte[]> Pack(this IntakeStore store, int campaign, ECDsa key)
    {
        var publication = store.Published(campaign) ?? throw new RuleException(IntakeTexts.NoCampaign);
        await store.Hand(campaign, elsewhere: true);
        var (links, codes, spent) = await store.Ask(vault => vault.Unused(campaign) is var unused ? (unused.Links, unused.Codes, vault.Spent(campaign)) : default);
        var unspent = codes.Where(c => !spent.Contains(Ballots.Spent(new(campaign, c.Cell, c.Hash), publication.Secret))).ToList();
        return new CampaignPackage(publication, Pack(links), Pack(unspent)).Sign(key);
    }

    /// <summary>Publishes what a package holds. A newer package of the same campaign adds to it.</summary>
    /// <exception cref="RuleException">The campaign is here already with other questions or another secret.</exception>
    public static async Task Adopt(this IntakeStore store, CampaignPackage package)
    {
        var campaign = package.Publication.Campaign;
        await store.Publish(package.Publication);
        await store.AddLinks(campaign, Unpack(package.Links));
        await store.AddCodes(campaign, Unpack(package.Codes));
    }

    private static byte[] Pack(IReadOnlyList<(UInt128 Hash, int Cell)> hashes) => [.. hashes.Order().SelectMany(h => (byte[])[.. h.Hash.Bytes(), .. BitConverter.GetBytes(h.Cell)])];

    private static List<(byte[] Hash, int Cell)> Unpack(byte[] bytes) => [.. bytes.Chunk(20).Select(c => (c[..16], BitConverter.ToInt32(c.AsSpan(16))))];
}
