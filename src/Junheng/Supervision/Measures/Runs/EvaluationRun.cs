using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Platform.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Measures.Runs;

/// <summary>One pack computed over one district and period, and everything it was computed from. Results of a run replaced by a newer one are
/// dropped, the run itself stays: what the verdict was, and on which data, can be told for ever.</summary>
/// <remarks>Not cut to scopes by the database, because a school must find its own rows and an anonymous distribution in its district's run:
/// <see cref="Results"/> decides who sees what.</remarks>
[NotJournalled]
public sealed class EvaluationRun
{
    public int Id { get; private set; }
    /// <summary>Number of the district.</summary>
    public int District { get; init; }
    /// <summary>Key and name of the pack.</summary>
    public string Pack { get; init; } = "";
    public string PackName { get; init; } = "";
    /// <summary>Of a district's own pack; 0 for one that is shipped.</summary>
    public int PackVersion { get; init; }
    /// <summary>SHA-256 of the pack's text.</summary>
    public string PackHash { get; init; } = "";
    public int PeriodKey { get; init; }
    /// <summary>The newest batch of facts among the blocks it read; 0 when there were none.</summary>
    public int DataVersion { get; init; }
    /// <summary>Key of the rule by which one of several origins counts.</summary>
    public string Precedence { get; init; } = "";
    /// <summary>Fingerprint of the schools counted, with their properties.</summary>
    public string Schools { get; init; } = "";
    /// <summary>The frozen list that said who takes part; null when the register counted.</summary>
    public Guid? SchoolList { get; init; }
    public string? ListTitle { get; init; }
    public Verdict Verdict { get; init; }
    /// <summary>Keys of the indicators, in the order by which <see cref="ValueRow.Indicator"/> counts them.</summary>
    public List<string> Indicators { get; init; } = [];
    /// <summary>What had to be assumed, to be stated on the page.</summary>
    public List<string> Remarks { get; init; } = [];
    /// <summary>Cells whose origins state different values.</summary>
    public int Differing { get; init; }
    public DateTime At { get; init; }
    /// <summary>Computing alone, without reading and storing.</summary>
    public double Milliseconds { get; init; }
    /// <summary>No newer run of the same pack, district and period exists; only such a run has results.</summary>
    public bool Current { get; init; }

    public Period Period => new(PeriodKey);

    private sealed class Mapping : IEntityTypeConfiguration<EvaluationRun>
    {
        public void Configure(EntityTypeBuilder<EvaluationRun> entity)
        {
            entity.ToTable("evaluation_runs");
            entity.Property(r => r.Pack).HasMaxLength(80);
            entity.Property(r => r.PackName).HasMaxLength(200);
            entity.Property(r => r.PackHash).HasMaxLength(64);
            entity.Property(r => r.Precedence).HasMaxLength(40);
            entity.Property(r => r.Schools).HasMaxLength(64);
            entity.Property(r => r.ListTitle).HasMaxLength(200);
            entity.Ignore(r => r.Period);
            entity.HasIndex(r => new { r.District, r.Pack, r.PeriodKey, r.Current });
        }
    }
}
