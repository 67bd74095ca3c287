using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Facts;

/// <summary>Where a value comes from. Values of several origins stand side by side; none overwrites another.</summary>
public enum FactOrigin : byte { School = 1, Statistics = 2, Department = 3, Verified = 4 }

/// <summary>What names one value: two facts of one key are versions of each other.</summary>
/// <param name="Element">Id of the <see cref="Element"/>.</param>
/// <param name="Organisation">Number of the school, or of the district for its own figures.</param>
public readonly record struct FactKey(int Element, Period Period, int Organisation, Stage Stage, FactOrigin Origin, Basis Basis) : IComparable<FactKey>
{
    /// <summary>By element, period, school, stage, basis, origin: the values of one cell stand together.</summary>
    public int CompareTo(FactKey other)
    {
        var order = ((long)Element << 20 | (uint)Period.Key).CompareTo((long)other.Element << 20 | (uint)other.Period.Key);
        return order != 0 ? order : Place.CompareTo(other.Place);
    }

    private long Place => ((long)Organisation << 16) | ((long)Stage << 8) | ((long)Basis << 4) | (long)Origin;

    /// <summary>Values that stand beside each other by origin.</summary>
    public bool SameCell(FactKey other) => this with { Origin = other.Origin } == other;
}

/// <summary>
/// One version of one value. Rows are only ever added: the version in force is the highest. <see cref="Value"/> null is explicitly unknown;
/// <see cref="Withdrawn"/> says as little as if nobody had ever stated anything.
/// </summary>
[NotJournalled]
public sealed class Fact
{
    public int District { get; init; }
    public int Element { get; init; }
    public int PeriodKey { get; init; }
    public int Organisation { get; init; }
    public Stage Stage { get; init; }
    public FactOrigin Origin { get; init; }
    public Basis Basis { get; init; }
    /// <summary>Counts from 1.</summary>
    public int Version { get; init; }
    public double? Value { get; init; }
    public bool Withdrawn { get; init; }
    /// <summary>Edition of the form it was reported on, by year; 0 when none is stated. Values of different editions are not compared without a mapping.</summary>
    public short Form { get; init; }
    /// <summary>Id of the <see cref="FactBatch"/> it came with.</summary>
    public int Batch { get; internal set; }
    /// <summary>The cell of the batch's file as <see cref="SourceCell"/> packs it; 0 when it came from no file.</summary>
    public long Cell { get; init; }

    public Period Period => new(PeriodKey);

    public FactKey Key => new(Element, Period, Organisation, Stage, Origin, Basis);

    /// <summary>Says the same as the other: a repeated import of it changes nothing.</summary>
    public bool Says(double? value, short form) => !Withdrawn && Nullable.Equals(Value, value) && (form == 0 || form == Form);

    internal static readonly Platform.Data.BulkTable<Fact> Table = new("facts",
        ("district", f => f.District), ("element", f => f.Element), ("period_key", f => f.PeriodKey), ("organisation", f => f.Organisation),
        ("stage", f => (short)f.Stage), ("origin", f => (short)f.Origin), ("basis", f => (short)f.Basis), ("version", f => f.Version),
        ("value", f => f.Value), ("withdrawn", f => f.Withdrawn), ("form", f => f.Form), ("batch", f => f.Batch), ("cell", f => f.Cell));

    private sealed class Mapping : IEntityTypeConfiguration<Fact>
    {
        public void Configure(EntityTypeBuilder<Fact> entity)
        {
            entity.ToTable("facts");
            entity.HasKey(f => new { f.District, f.Element, f.PeriodKey, f.Organisation, f.Stage, f.Basis, f.Origin, f.Version });
            entity.Property(f => f.Stage).HasConversion<short>();
            entity.Property(f => f.Origin).HasConversion<short>();
            entity.Property(f => f.Basis).HasConversion<short>();
            entity.Ignore(f => f.Period);
            entity.Ignore(f => f.Key);
        }
    }
}
