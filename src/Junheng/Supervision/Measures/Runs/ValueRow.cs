using Junheng.Core.Indicators;
using Junheng.Core.Schooling;
using Junheng.Platform.Data;
using Junheng.Platform.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Measures.Runs;

/// <summary>The value of one indicator on one row: a school's stage, a town or the district. The largest table of the module, all of small integers.</summary>
[NotJournalled]
public sealed class ValueRow
{
    public int Run { get; init; }
    /// <summary>Place in <see cref="EvaluationRun.Indicators"/>.</summary>
    public short Indicator { get; init; }
    public Stage Stage { get; init; }
    public int Organisation { get; init; }
    /// <summary>In the indicator's unit, unrounded; null when it cannot be told.</summary>
    public double? Value { get; init; }
    public Verdict Verdict { get; init; }
    /// <summary>Below even the floor (85% of the threshold).</summary>
    public bool BelowFloor { get; init; }

    internal static readonly BulkTable<ValueRow> Table = new("evaluation_values",
        ("run", r => r.Run), ("indicator", r => r.Indicator), ("stage", r => (short)r.Stage), ("organisation", r => r.Organisation),
        ("value", r => r.Value), ("verdict", r => (short)r.Verdict), ("below_floor", r => r.BelowFloor));

    private sealed class Mapping : IEntityTypeConfiguration<ValueRow>
    {
        public void Configure(EntityTypeBuilder<ValueRow> entity)
        {
            entity.ToTable("evaluation_values");
            entity.HasKey(r => new { r.Run, r.Indicator, r.Stage, r.Organisation });
            entity.Property(r => r.Stage).HasConversion<short>();
            entity.Property(r => r.Verdict).HasConversion<short>();
        }
    }
}
