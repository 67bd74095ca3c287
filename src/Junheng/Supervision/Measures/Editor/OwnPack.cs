using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Measures.Editor;

/// <summary>A district's own standard, begun as a copy of a shipped one. Its texts are its editions; the shipped pack is never changed.</summary>
public sealed class OwnPack : IScoped
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    /// <summary>The district.</summary>
    public Guid OrganisationId { get; private set; }
    /// <summary>As in addresses and on the command line; unlike any shipped pack's.</summary>
    public string Key { get; private set; } = "";
    public string Name { get; private set; } = "";
    /// <summary>Key of the pack it was copied from.</summary>
    public string BasedOn { get; private set; } = "";
    /// <summary>Number of the newest edition.</summary>
    public int Latest { get; private set; }
    public int Version { get; private set; }

    private OwnPack() { }

    internal OwnPack(Guid district, string key, string basedOn) => (OrganisationId, Key, BasedOn) = (district, key, basedOn);

    /// <exception cref="RuleException">No reason; ends before it begins.</exception>
    internal OwnPackEdition Publish(string name, string text, string hash, EditionTerms terms, string by, DateTime at)
    {
        if (string.IsNullOrWhiteSpace(terms.Reason)) throw new RuleException(EditorTexts.ReasonMissing, nameof(terms.Reason));
        if (terms.To < terms.From) throw new RuleException(EditorTexts.EndsBeforeItBegins, nameof(terms.To));
        Name = name;
        return new(this, ++Latest, text, hash, terms, by, at);
    }

    private sealed class Mapping : IEntityTypeConfiguration<OwnPack>
    {
        public void Configure(EntityTypeBuilder<OwnPack> entity)
        {
            entity.ToTable("own_packs");
            entity.Property(p => p.Key).HasMaxLength(80);
            entity.Property(p => p.Name).HasMaxLength(200);
            entity.Property(p => p.BasedOn).HasMaxLength(80);
            entity.HasIndex(p => new { p.OrganisationId, p.Key }).IsUnique();
        }
    }
}

/// <summary>From when to when an edition holds, and why it was made.</summary>
public sealed record EditionTerms(DateOnly From, DateOnly? To, string Reason);

/// <summary>The text of an own pack for a time; never changed once it is stored.</summary>
public sealed class OwnPackEdition : IScoped
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid PackId { get; private set; }
    public Guid OrganisationId { get; private set; }
    /// <summary>From 1.</summary>
    public int Number { get; private set; }
    public string Text { get; private set; } = "";
    public string Hash { get; private set; } = "";
    public DateOnly ValidFrom { get; private set; }
    public DateOnly? ValidTo { get; private set; }
    public string Reason { get; private set; } = "";
    public string By { get; private set; } = "";
    public DateTime At { get; private set; }

    private OwnPackEdition() { }

    internal OwnPackEdition(OwnPack pack, int number, string text, string hash, EditionTerms terms, string by, DateTime at)
    {
        (PackId, OrganisationId, Number, Text, Hash) = (pack.Id, pack.OrganisationId, number, text, hash);
        (ValidFrom, ValidTo, Reason, By, At) = (terms.From, terms.To, terms.Reason.Trim(), by, at);
    }

    public bool Holds(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);

    private sealed class Mapping : IEntityTypeConfiguration<OwnPackEdition>
    {
        public void Configure(EntityTypeBuilder<OwnPackEdition> entity)
        {
            entity.ToTable("own_pack_editions");
            entity.Property(e => e.Hash).HasMaxLength(64);
            entity.Property(e => e.Reason).HasMaxLength(500);
            entity.Property(e => e.By).HasMaxLength(200);
            entity.HasIndex(e => new { e.PackId, e.Number }).IsUnique();
        }
    }
}
