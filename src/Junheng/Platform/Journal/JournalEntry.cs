using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Platform.Journal;

/// <summary>One change of one row: who, when, before and after, written in the change's own transaction.</summary>
[NotJournalled]
public sealed class JournalEntry
{
    /// <summary>Number of the district the row belongs to; 0 for the platform as a whole.</summary>
    public int District { get; private set; }
    /// <summary>Rises with time; unique in the database.</summary>
    public long Id { get; private set; }
    public DateTime At { get; private set; }
    /// <summary>The account as text; null for the system.</summary>
    public string? AccountId { get; private set; }
    public string ActorName { get; private set; } = "";
    /// <summary>Type of the changed entity, in English as in the code.</summary>
    public string Entity { get; private set; } = "";
    public string EntityKey { get; private set; } = "";
    /// <summary>added, modified or deleted.</summary>
    public string Action { get; private set; } = "";
    public string? Reason { get; private set; }
    /// <summary>JSON of the changed properties; null when the row was added.</summary>
    public string? Before { get; private set; }
    /// <summary>JSON of the changed properties; null when the row was deleted.</summary>
    public string? After { get; private set; }
    /// <summary>SHA-256 of all the above.</summary>
    public byte[] Hash { get; private set; } = [];
    /// <summary>The block that seals it; null in the unsealed tail.</summary>
    public long? Block { get; private set; }

    private JournalEntry() { }

    public JournalEntry(int district, long id, DateTime at, string? accountId, string actorName, string entity, string entityKey, string action,
        string? reason, string? before, string? after)
    {
        (District, Id, At, AccountId, ActorName) = (district, id, at, accountId, actorName);
        (Entity, EntityKey, Action, Reason, Before, After) = (entity, entityKey, action, reason, before, after);
        Hash = ComputeHash();
    }

    /// <summary>The hash as the row stands; differs from <see cref="Hash"/> when somebody altered the row.</summary>
    public byte[] ComputeHash() => JournalHash.Of(District, Id, At, AccountId, ActorName, Entity, EntityKey, Action, Reason, Before, After);

    private sealed class Mapping : IEntityTypeConfiguration<JournalEntry>
    {
        public void Configure(EntityTypeBuilder<JournalEntry> entity)
        {
            entity.ToTable("journal");
            entity.HasKey(j => new { j.District, j.Id });
            entity.Property(j => j.Id).ValueGeneratedNever();
            entity.Property(j => j.AccountId).HasMaxLength(40);
            entity.Property(j => j.ActorName).HasMaxLength(200);
            entity.Property(j => j.Entity).HasMaxLength(100);
            entity.Property(j => j.EntityKey).HasMaxLength(200);
            entity.Property(j => j.Action).HasMaxLength(20);
            entity.HasIndex(j => new { j.District, j.Entity, j.EntityKey });
            entity.HasIndex(j => new { j.Block, j.Id });
        }
    }
}

/// <summary>Marks entities whose changes leave no journal row: the journal itself, jobs, caches.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NotJournalledAttribute : Attribute;
