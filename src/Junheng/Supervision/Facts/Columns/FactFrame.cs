using System.Runtime.InteropServices;
using Junheng.Core.Schooling;
using Junheng.Platform.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Facts.Columns;

/// <summary>The rows that all blocks of a district share: school × stage in the order in which they first had a value. It only grows, so a block
/// written earlier stays aligned and is merely shorter.</summary>
[NotJournalled]
public sealed class FactFrame
{
    private const int Bits = 8;

    private long[]? rows;
    private Dictionary<long, int>? places;

    public int District { get; private set; }
    /// <summary>Little-endian 64-bit integers: number × 256 + stage.</summary>
    public byte[] Rows { get; private set; } = [];

    private FactFrame() { }

    public FactFrame(int district) => District = district;

    public int Count => Rows.Length / sizeof(long);

    public (int Organisation, Stage Stage) this[int row] => ((int)(Read()[row] >> Bits), (Stage)(byte)Read()[row]);

    /// <summary>The row of a school and stage; -1 when it has never had a value.</summary>
    public int Find(int organisation, Stage stage) => Places().GetValueOrDefault(Pack(organisation, stage), -1);

    /// <summary>As <see cref="Find"/>, appending the row when it is new.</summary>
    internal int Take(int organisation, Stage stage)
    {
        var packed = Pack(organisation, stage);
        var known = Places();
        if (known.TryGetValue(packed, out var row)) return row;
        known.Add(packed, row = known.Count);
        return row;
    }

    /// <summary>Writes appended rows into the stored form. True when there are any.</summary>
    internal bool Settle()
    {
        if (places is null || places.Count == Count) return false;
        rows = [.. places.OrderBy(p => p.Value).Select(p => p.Key)];
        Rows = MemoryMarshal.AsBytes(rows.AsSpan()).ToArray();
        return true;
    }

    private static long Pack(int organisation, Stage stage) => ((long)organisation << Bits) | (byte)stage;

    private long[] Read() => rows ??= MemoryMarshal.Cast<byte, long>(Rows).ToArray();

    private Dictionary<long, int> Places() => places ??= Read().Select((packed, row) => (packed, row)).ToDictionary(p => p.packed, p => p.row);

    private sealed class Mapping : IEntityTypeConfiguration<FactFrame>
    {
        public void Configure(EntityTypeBuilder<FactFrame> entity)
        {
            entity.ToTable("fact_frames");
            entity.HasKey(f => f.District);
            entity.Property(f => f.District).ValueGeneratedNever();
            entity.Ignore(f => f.Count);
        }
    }
}
