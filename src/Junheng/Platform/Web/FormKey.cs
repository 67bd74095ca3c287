using Junheng.Platform.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Platform.Web;

/// <summary>The proof that a form was sent: its row is saved in the same transaction as what the form wrote.</summary>
[NotJournalled]
public sealed class FormKey
{
    /// <summary>32 hexadecimal digits drawn when the form was shown.</summary>
    public string Key { get; private set; } = "";
    public Guid? AccountId { get; private set; }
    public DateTime UsedAt { get; private set; }
    /// <summary>Where the first sending led; null until it is known.</summary>
    public string? Location { get; private set; }

    private FormKey() { }

    public FormKey(string key, Guid? accountId, DateTime now)
    {
        Key = key;
        AccountId = accountId;
        UsedAt = now;
    }

    public void LedTo(string location) => Location = location;

    private sealed class Mapping : IEntityTypeConfiguration<FormKey>
    {
        public void Configure(EntityTypeBuilder<FormKey> entity)
        {
            entity.ToTable("form_keys");
            entity.HasKey(k => k.Key);
            entity.Property(k => k.Key).HasMaxLength(40);
            entity.Property(k => k.Location).HasMaxLength(2000);
            entity.HasIndex(k => k.UsedAt);
        }
    }
}
