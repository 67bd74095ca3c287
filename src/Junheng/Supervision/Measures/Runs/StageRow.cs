using Junheng.Core.Indicators;
using Junheng.Core.Schooling;
using Junheng.Platform.Data;
using Junheng.Platform.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Measures.Runs;

/// <summary>One school's stage in one run: how many indicators it meets and what follows, or why it is not counted.</summary>
[NotJournalled]
public sealed class StageRow
{
    public int Run { get; init; }
    public int Organisation { get; init; }
    public Stage Stage { get; init; }
    public short Met { get; init; }
    /// <summary>Indicators that apply.</summary>
    public short Judged { get; init; }
    /// <summary>Of these, without a value.</summary>
    public short Unknown { get; init; }
    public Verdict Verdict { get; init; }
    /// <summary>Students, which weigh the school in a dispersion; null when unknown.</summary>
    public double? Weight { get; init; }
    /// <summary>Why the standard leaves it out; null when it counts.</summary>
    public string? Excluded { get; init; }

    internal static readonly BulkTable<StageRow> Table = new("evaluation_stages",
        ("run", r => r.Run), ("organisation", r => r.Organisation), ("stage", r => (short)r.Stage), ("met", r => r.Met), ("judged", r => r.Judged),
        ("unknown", r => r.Unknown), ("verdict", r => (short)r.Verdict), ("weight", r => r.Weight), ("excluded", r => r.Excluded));

    private sealed class Mapping : IEntityTypeConfiguration<StageRow>
    {
        public void Configure(EntityTypeBuilder<StageRow> entity)
        {
            entity.ToTable("evaluation_stages");
            entity.HasKey(r => new { r.Run, r.Organisation, r.Stage });
            entity.Property(r => r.Stage).HasConversion<short>();
            entity.Property(r => r.Verdict).HasConversion<short>();
            entity.Property(r => r.Excluded).HasMaxLength(300);
        }
    }
}
