using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Junheng.Platform.Journal;

/// <summary>Turns tracked changes into journal rows.</summary>
public static class JournalWriter
{
    private const string Hidden = "***";
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public sealed record Change(EntityEntry Entry, string Action, string? Before, string? After);

    /// <summary>To be called before saving, while the original values are still known.</summary>
    public static List<Change> Collect(ChangeTracker tracker) =>
        [.. from entry in tracker.Entries()
            where entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
            where entry.Metadata.ClrType.GetCustomAttribute<NotJournalledAttribute>() is null
            select new Change(entry, entry.State.ToString().ToLowerInvariant(),
                entry.State == EntityState.Added ? null : Values(entry, original: true),
                entry.State == EntityState.Deleted ? null : Values(entry, original: false))];

    /// <summary>To be called after saving, when generated keys are known.</summary>
    public static IEnumerable<JournalEntry> Rows(List<Change> changes, Actor actor, string? reason, DateTime now) =>
        changes.Select(change => new JournalEntry(0, RisingId.Next(now), now, actor.AccountId?.ToString(), actor.Name,
            change.Entry.Metadata.ClrType.Name, Key(change.Entry), change.Action, reason, change.Before, change.After));

    private static string Key(EntityEntry entry) =>
        string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => entry.Property(p.Name).CurrentValue));

    private static string Values(EntityEntry entry, bool original)
    {
        var values = from property in entry.Properties
                     where entry.State != EntityState.Modified || property.IsModified
                     let value = original ? property.OriginalValue : property.CurrentValue
                     let secret = property.Metadata.FindAnnotation(Conventions.Secret) is not null
                     select KeyValuePair.Create(property.Metadata.Name, secret && value is not null ? Hidden : value);
        return JsonSerializer.Serialize(new Dictionary<string, object?>(values), Json);
    }
}
