using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Platform.Journal;

/// <summary>Seals a stretch of committed journal rows: its root covers their hashes and the block before, so that no row can be altered,
/// removed or put elsewhere without changing every root after it.</summary>
[NotJournalled]
public sealed class JournalBlock
{
    /// <summary>1, 2, 3 … without a gap.</summary>
    public long Number { get; private set; }
    /// <summary>Lowest and highest id of its rows. Blocks may overlap in ids: a row that was committed late goes into the next block.</summary>
    public long First { get; private set; }
    public long Last { get; private set; }
    /// <summary>32 zero bytes in block 1.</summary>
    public byte[] PreviousRoot { get; private set; } = [];
    /// <summary>Root of the Merkle tree over the hashes of its rows in the order of their ids.</summary>
    public byte[] MerkleRoot { get; private set; } = [];
    public int Count { get; private set; }
    public DateTime At { get; private set; }
    /// <summary>SHA-256 of all the above.</summary>
    public byte[] Root { get; private set; } = [];

    private JournalBlock() { }

    public JournalBlock(JournalBlock? previous, long first, long last, byte[] merkleRoot, int count, DateTime at)
    {
        (Number, PreviousRoot) = (previous?.Number + 1 ?? 1, previous?.Root ?? new byte[32]);
        (First, Last, MerkleRoot, Count, At) = (first, last, merkleRoot, count, at);
        Root = ComputeRoot();
    }

    public byte[] ComputeRoot() =>
        JournalHash.Of(Number, First, Last, Convert.ToHexStringLower(PreviousRoot), Convert.ToHexStringLower(MerkleRoot), Count, At);

    /// <summary>Root of a binary tree; an odd node at the end of a level rises as it is. Leaves and inner nodes are hashed apart.</summary>
    public static byte[] Merkle(IEnumerable<byte[]> hashes)
    {
        var level = hashes.Select(h => SHA256.HashData([0, .. h])).ToList();
        if (level.Count == 0) return new byte[32];
        while (level.Count > 1)
            level = [.. level.Chunk(2).Select(pair => pair.Length == 2 ? SHA256.HashData([1, .. pair[0], .. pair[1]]) : pair[0])];
        return level[0];
    }

    private sealed class Mapping : IEntityTypeConfiguration<JournalBlock>
    {
        public void Configure(EntityTypeBuilder<JournalBlock> entity)
        {
            entity.ToTable("journal_blocks");
            entity.HasKey(b => b.Number);
            entity.Property(b => b.Number).ValueGeneratedNever();
        }
    }
}
