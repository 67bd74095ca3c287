using Junheng.Platform.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Facts;

/// <summary>The small integer by which the ledger and its blocks know an element. It stays for ever, also when no pack asks for the element any more.</summary>
[NotJournalled]
public sealed class LedgerElement
{
    public int Id { get; private set; }
    public string Key { get; private set; } = "";

    private LedgerElement() { }

    public LedgerElement(int id, string key) => (Id, Key) = (id, key);

    private sealed class Mapping : IEntityTypeConfiguration<LedgerElement>
    {
        public void Configure(EntityTypeBuilder<LedgerElement> entity)
        {
            entity.ToTable("elements");
            entity.Property(e => e.Id).ValueGeneratedNever();
            entity.Property(e => e.Key).HasMaxLength(80);
            entity.HasIndex(e => e.Key).IsUnique();
        }
    }
}
