using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Junheng.Platform.Journal;

/// <summary>Turns tracked changes into journal rows.</summary>
public static class JournalWriter
{
    private const string Hidden = "***";
    /// <summary>Characters of a text above which the new value is named by its digest: the row itself keeps it, and when it is replaced
    /// or deleted it stands whole in what was before.</summary>
    private const int Long = 8000;
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };

    public sealed record Change(EntityEntry Entry, string Action, string? Before, string? After);

    /// <summary>To be called before saving, while the original values are still known.</summary>
    public static List<Change> Collect(ChangeTracker tracker) =>
        [.. from entry in tracker.Entries()
            where entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
            where entry.Metadata.ClrType.GetCustomAttribute<NotJournalledAttribute>() is null
            select new Change(entry, entry.State.ToString().ToLowerInvariant(),
                entry.State == EntityState.Added ? null : Values(entry, entry.State, original: true),
                entry.State == EntityState.Modified ? Values(entry, entry.State, original: false) : null)];

    /// <summary>To be called after saving, when generated keys are known.</summary>
    public static async Task<List<JournalEntry>> Rows(JunhengDb db, List<Change> changes, string? reason, DateTime now, CancellationToken cancellation)
    {
        var districts = await Districts(db, changes, cancellation);
        var account = db.Actor.AccountId?.ToString();
        return [.. changes.Select(c => new JournalEntry(Owner(c.Entry) is { } owner ? districts.GetValueOrDefault(owner) : 0, RisingId.Next(now), now,
            account, db.Actor.Name, c.Entry.Metadata.ShortName(), Key(c.Entry), c.Action, reason,
            c.Before, c.Action == "added" ? Values(c.Entry, EntityState.Added, original: false) : c.After))];
    }

    private static string Key(EntityEntry entry) =>
        string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => entry.Property(p.Name).CurrentValue));

    private static string Values(EntityEntry entry, EntityState state, bool original)
    {
        var values = from property in entry.Properties
                     where state != EntityState.Modified || property.IsModified
                     let value = original ? property.OriginalValue : property.CurrentValue
                     let secret = property.Metadata.FindAnnotation(Conventions.Secret) is not null
                     select KeyValuePair.Create(property.Metadata.Name, secret && value is not null ? Hidden : original ? value : Shortened(value));
        return JsonSerializer.Serialize(new Dictionary<string, object?>(values), Json);
    }

    private static object? Shortened(object? value) => value is string { Length: > Long } text
        ? $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))} ({text.Length})" : value;

    /// <summary>The organisation a row belongs to; null for rows of the platform as a whole.</summary>
    private static Guid? Owner(EntityEntry entry) =>
        entry.Entity is Organisation organisation ? organisation.Id
            : entry.Metadata.FindProperty(Conventions.Owner) is { } owner ? (Guid?)entry.Property(owner.Name).CurrentValue : null;

    /// <summary>For each owner the number of the nearest district at or above it, else of its root.</summary>
    private static async Task<Dictionary<Guid, int>> Districts(JunhengDb db, List<Change> changes, CancellationToken cancellation)
    {
        var owners = changes.Select(c => Owner(c.Entry)).OfType<Guid>().Distinct().ToList();
        if (owners.Count == 0) return [];
        var paths = await db.Set<Organisation>().Where(o => owners.Contains(o.Id)).Select(o => new { o.Id, o.Path }).ToListAsync(cancellation);
        // Every path names its ancestors: they are looked up by it, instead of comparing each owner with each district.
        var above = paths.SelectMany(o => Ancestors(o.Path)).Distinct().ToList();
        var districts = await db.Set<Organisation>().Where(o => above.Contains(o.Path) && (o.ParentId == null || o.Kind == OrganisationKind.District))
            .Select(o => new { o.Path, o.Number }).ToDictionaryAsync(o => o.Path, o => o.Number, cancellation);
        return paths.ToDictionary(o => o.Id, o => districts[Ancestors(o.Path).First(districts.ContainsKey)]);
    }

    /// <summary>The path itself, then those of its ancestors up to the root.</summary>
    private static IEnumerable<string> Ancestors(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 2) + 1) yield return path[..end];
    }
}
