using System.Runtime.InteropServices;
using Junheng.Core.Indicators;
using Junheng.Platform.Data;
using Junheng.Platform.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Facts.Columns;

/// <summary>The values that count for one element in one period, as a column over the district's <see cref="FactFrame"/>. Evaluation reads nothing else.</summary>
[NotJournalled]
public sealed class FactBlock
{
    private const byte DiffersMark = 0x80;

    public int District { get; init; }
    public int Element { get; init; }
    public int PeriodKey { get; init; }
    public Basis Basis { get; init; }
    /// <summary>The batch that wrote it last: the data version.</summary>
    public int Batch { get; init; }
    /// <summary>Values that are known.</summary>
    public int Known { get; init; }
    /// <summary>Cells whose origins state different values.</summary>
    public int Differing { get; init; }
    /// <summary>The forms its values were reported on differ.</summary>
    public bool MixedForms { get; init; }
    /// <summary>Little-endian doubles; NaN where nothing is known.</summary>
    public byte[] Data { get; init; } = [];
    /// <summary>The origin that counted, 0 where nothing is stated; the highest bit is set where origins differ.</summary>
    public byte[] Origins { get; init; } = [];

    /// <summary>One for each row of the frame at the time of writing.</summary>
    public ReadOnlySpan<double> Numbers() => MemoryMarshal.Cast<byte, double>(Data);

    public FactOrigin? OriginOf(int row) => row < Origins.Length && (Origins[row] & ~DiffersMark) is var origin and > 0 ? (FactOrigin)origin : null;

    public bool DiffersIn(int row) => row < Origins.Length && (Origins[row] & DiffersMark) != 0;

    /// <summary>The block of one basis from the values in force of one element and period.</summary>
    /// <param name="cells">Sorted by key: the origins of a school and stage stand together.</param>
    internal static FactBlock Of(Fact first, IReadOnlyList<Fact[]> cells, FactFrame frame, int batch)
    {
        var places = cells.Select(c => frame.Take(c[0].Organisation, c[0].Stage)).ToArray();
        var length = places.Max() + 1;
        var (values, origins) = (new double[length], new byte[length]);
        values.AsSpan().Fill(double.NaN);
        var (known, differing, form, mixed) = (0, 0, (short)0, false);
        for (var at = 0; at < places.Length; at++)
        {
            if (Precedence.Default.Choose(cells[at]) is not { } chosen) continue;
            var differs = Precedence.Differs(cells[at]);
            values[places[at]] = chosen.Value ?? double.NaN;
            origins[places[at]] = (byte)((byte)chosen.Origin | (differs ? DiffersMark : 0));
            if (chosen.Value is not null) known++;
            if (differs) differing++;
            mixed |= form != 0 && chosen.Form != 0 && chosen.Form != form;
            if (chosen.Form != 0) form = chosen.Form;
        }
        return new()
        {
            District = first.District,
            Element = first.Element,
            PeriodKey = first.PeriodKey,
            Basis = first.Basis,
            Batch = batch,
            Known = known,
            Differing = differing,
            MixedForms = mixed,
            Data = MemoryMarshal.AsBytes(values.AsSpan()).ToArray(),
            Origins = origins,
        };
    }

    internal static readonly string[] KeyColumns = ["district", "element", "period_key", "basis"];

    internal static readonly BulkTable<FactBlock> Table = new("fact_blocks",
        ("district", b => b.District), ("element", b => b.Element), ("period_key", b => b.PeriodKey), ("basis", b => (short)b.Basis),
        ("batch", b => b.Batch), ("known", b => b.Known), ("differing", b => b.Differing), ("mixed_forms", b => b.MixedForms),
        ("data", b => b.Data), ("origins", b => b.Origins));

    private sealed class Mapping : IEntityTypeConfiguration<FactBlock>
    {
        public void Configure(EntityTypeBuilder<FactBlock> entity)
        {
            entity.ToTable("fact_blocks");
            entity.HasKey(b => new { b.District, b.Element, b.PeriodKey, b.Basis });
            entity.Property(b => b.Basis).HasConversion<short>();
        }
    }
}
