using Junheng.Core.Indicators;
using Junheng.Core.Schooling;
using Junheng.Platform.Data;
using Junheng.Platform.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Measures.Runs;

/// <summary>What a line of results is about.</summary>
public enum LineKind : byte { Criterion, Dispersion, Reference }

/// <summary>One line of a run's results for the district (or a town): a criterion, the dispersion of an indicator in a stage, or a value beside a
/// reference.</summary>
[NotJournalled]
public sealed class ResultLine
{
    public int Run { get; init; }
    /// <summary>Place in the run's results.</summary>
    public short Number { get; init; }
    public LineKind Kind { get; init; }
    /// <summary>Key of the criterion or of the indicator.</summary>
    public string Key { get; init; } = "";
    /// <summary>Key of the reference; empty otherwise.</summary>
    public string Against { get; init; } = "";
    public Stage Stage { get; init; }
    public int Organisation { get; init; }
    /// <summary>Of a criterion or indicator, or the coefficient of variation; unrounded, null when it cannot be told.</summary>
    public double? Value { get; init; }
    /// <summary>What it is compared with; null when unset or unknown.</summary>
    public double? Bound { get; init; }
    public Verdict Verdict { get; init; }
    /// <summary>The rest as JSON: <see cref="Spread"/> of a dispersion, <see cref="Waiting"/> of a criterion without a value.</summary>
    public string Detail { get; init; } = "";

    internal static readonly BulkTable<ResultLine> Table = new("evaluation_lines",
        ("run", r => r.Run), ("number", r => r.Number), ("kind", r => (short)r.Kind), ("key", r => r.Key), ("against", r => r.Against),
        ("stage", r => (short)r.Stage), ("organisation", r => r.Organisation), ("value", r => r.Value), ("bound", r => r.Bound),
        ("verdict", r => (short)r.Verdict), ("detail", r => r.Detail));

    private sealed class Mapping : IEntityTypeConfiguration<ResultLine>
    {
        public void Configure(EntityTypeBuilder<ResultLine> entity)
        {
            entity.ToTable("evaluation_lines");
            entity.HasKey(r => new { r.Run, r.Number });
            entity.Property(r => r.Kind).HasConversion<short>();
            entity.Property(r => r.Key).HasMaxLength(80);
            entity.Property(r => r.Against).HasMaxLength(80);
            entity.Property(r => r.Stage).HasConversion<short>();
            entity.Property(r => r.Verdict).HasConversion<short>();
        }
    }
}

/// <summary>The figures of a dispersion beside its coefficient.</summary>
/// <param name="Unweighted">For comparison only, to be labelled so.</param>
/// <param name="Known">Over the schools that have values, while others have none.</param>
/// <param name="Threshold">The limit as written; null where only the mean of all coefficients is limited.</param>
public sealed record Spread(int Schools, int Missing, double? Mean, double? Sd, double? Unweighted, double? Known, string? Threshold);

/// <summary>What a criterion without a value waits for.</summary>
/// <param name="AtLeast">What is known of a count already, which may be enough to fail.</param>
public sealed record Waiting(IReadOnlyList<Gap> Gaps, double? AtLeast);

/// <summary>Data a figure waits for.</summary>
/// <param name="Element">Key of the element.</param>
/// <param name="Level">Who holds it: the schools, or the district's departments.</param>
/// <param name="Organisations">Numbers of those that have not given it, at most <see cref="Shown"/>.</param>
/// <param name="Count">All of them.</param>
public sealed record Gap(string Element, Level Level, IReadOnlyList<int> Organisations, int Count)
{
    public const int Shown = 12;
}
