using Junheng.Core.Indicators;
using Junheng.Core.Schooling;
using Junheng.Platform.Data;
using Junheng.Platform.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Facts;

/// <summary>What a person said about one version of a value: why it is right although a soft rule doubts it, or on which evidence it was verified.</summary>
[NotJournalled]
public sealed class FactNote
{
    public const int Longest = 500;

    public int District { get; init; }
    public int Element { get; init; }
    public int PeriodKey { get; init; }
    public int Organisation { get; init; }
    public Stage Stage { get; init; }
    public FactOrigin Origin { get; init; }
    public Basis Basis { get; init; }
    public int Version { get; init; }
    public string Text { get; init; } = "";
    /// <summary>SHA-256 of the evidence in the content store; a verified value has one.</summary>
    public string? EvidenceHash { get; init; }
    public string? EvidenceName { get; init; }

    internal static FactNote Of(Fact fact, string text, Evidence? evidence) => new()
    {
        District = fact.District,
        Element = fact.Element,
        PeriodKey = fact.PeriodKey,
        Organisation = fact.Organisation,
        Stage = fact.Stage,
        Origin = fact.Origin,
        Basis = fact.Basis,
        Version = fact.Version,
        Text = text,
        EvidenceHash = evidence?.Hash,
        EvidenceName = evidence?.Name,
    };

    internal static readonly BulkTable<FactNote> Table = new("fact_notes",
        ("district", n => n.District), ("element", n => n.Element), ("period_key", n => n.PeriodKey), ("organisation", n => n.Organisation),
        ("stage", n => (short)n.Stage), ("origin", n => (short)n.Origin), ("basis", n => (short)n.Basis), ("version", n => n.Version),
        ("text", n => n.Text), ("evidence_hash", n => n.EvidenceHash), ("evidence_name", n => n.EvidenceName));

    private sealed class Mapping : IEntityTypeConfiguration<FactNote>
    {
        public void Configure(EntityTypeBuilder<FactNote> entity)
        {
            entity.ToTable("fact_notes");
            entity.HasKey(n => new { n.District, n.Element, n.PeriodKey, n.Organisation, n.Stage, n.Basis, n.Origin, n.Version });
            entity.Property(n => n.Stage).HasConversion<short>();
            entity.Property(n => n.Origin).HasConversion<short>();
            entity.Property(n => n.Basis).HasConversion<short>();
            entity.Property(n => n.Text).HasMaxLength(Longest);
            entity.Property(n => n.EvidenceHash).HasMaxLength(64);
            entity.Property(n => n.EvidenceName).HasMaxLength(260);
        }
    }
}

/// <summary>A file in the content store that proves something.</summary>
public sealed record Evidence(string Hash, string Name);
