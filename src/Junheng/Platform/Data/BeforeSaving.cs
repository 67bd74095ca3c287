using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Junheng.Platform.Data;

/// <summary>What every save is asked before it reaches the database, so that both databases answer alike.</summary>
public static class BeforeSaving
{
    /// <exception cref="NotFoundException">A row outside the scope would be written.</exception>
    /// <exception cref="RuleException">A text is too long or holds what a database cannot keep.</exception>
    public static void Check(ChangeTracker tracker, Scope scope)
    {
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)) continue;
            if (entry.Entity is IScoped or ILevelled) RefuseOutOfScope(entry, scope);
            if (entry.State == EntityState.Deleted) continue;
            foreach (var property in entry.Properties)
                if (property.Metadata.ClrType == typeof(string) && (entry.State == EntityState.Added || property.IsModified)) CheckText(property);
        }
    }

    public static void RaiseVersions(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries())
            if (entry.State == EntityState.Modified && entry.Metadata.FindProperty(Conventions.Version) is { } version && version.ClrType == typeof(int))
                entry.CurrentValues[version] = (int)entry.OriginalValues[version]! + 1;
    }

    public static bool Holds(Scope scope, object row) => row switch
    {
        IScoped scoped => scope.Holds(scoped.OrganisationId),
        ILevelled levelled => scope.Holds(levelled.OrganisationId),
        _ => true,
    };

    private static void RefuseOutOfScope(EntityEntry entry, Scope scope)
    {
        var owner = entry.Property(Conventions.Owner);
        if (!scope.Holds((Guid)owner.CurrentValue!) || (entry.State != EntityState.Added && !scope.Holds((Guid)owner.OriginalValue!)))
            throw new NotFoundException();
    }

    /// <summary>SQLite keeps any text; PostgreSQL refuses a longer one than declared, a NUL, half of a surrogate pair.</summary>
    private static void CheckText(PropertyEntry property)
    {
        if (property.CurrentValue is not string text) return;
        var characters = text.Length;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0') throw new RuleException(DataTexts.Unstorable, property.Metadata.Name);
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) throw new RuleException(DataTexts.Unstorable, property.Metadata.Name);
            i++;
            characters--;
        }
        if (property.Metadata.GetMaxLength() is { } longest && characters > longest)
            throw new RuleException(DataTexts.TooLong(longest, characters), property.Metadata.Name);
    }
}
