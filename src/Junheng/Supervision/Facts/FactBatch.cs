using Junheng.Core.Periods;
using Junheng.Platform.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Facts;

public enum BatchKind { Import, Collection, Verification, Withdrawal, Demonstration }

/// <summary>The values that came in together: from which file, by which mapping, who, when, why and how many. Its journal row stands for all of them.</summary>
public sealed class FactBatch : IScoped
{
    /// <summary>Rises; also the data version of the blocks it published.</summary>
    public int Id { get; private set; }
    /// <summary>The organisation the values belong to: the district, or a single school.</summary>
    public Guid OrganisationId { get; private set; }
    public int District { get; private set; }
    public BatchKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public DateTime At { get; private set; }
    public string By { get; private set; } = "";
    public string? Reason { get; private set; }
    public string? FileName { get; private set; }
    public string? FileHash { get; private set; }
    /// <summary>The sheets that <see cref="SourceCell.Sheet"/> counts.</summary>
    public List<string> Sheets { get; private set; } = [];
    /// <summary>Name and version of the mapping a wide sheet was read by.</summary>
    public string? Mapping { get; private set; }
    /// <summary>Values offered; equal ones are among them.</summary>
    public int Offered { get; private set; }
    /// <summary>Values that had none before.</summary>
    public int Added { get; private set; }
    /// <summary>New versions of values.</summary>
    public int Changed { get; private set; }
    /// <summary>Ids of the elements touched.</summary>
    public List<int> Elements { get; private set; } = [];
    /// <summary>Keys of the periods touched.</summary>
    public List<int> Periods { get; private set; } = [];
    /// <summary>The batch that this one takes back.</summary>
    public int? Withdraws { get; private set; }

    private FactBatch() { }

    internal FactBatch(BatchDraft draft, Guid organisation, int district, string by, DateTime at)
    {
        (OrganisationId, District, By, At) = (organisation, district, by, at);
        (Kind, Title, Reason, FileName, FileHash, Mapping) = (draft.Kind, draft.Title, draft.Reason, draft.FileName, draft.FileHash, draft.Mapping);
        Sheets = [.. draft.Sheets];
        Withdraws = draft.Withdraws;
    }

    public int Stored => Added + Changed;

    internal void Count(int offered, int added, int changed, IEnumerable<int> elements, IEnumerable<Period> periods)
    {
        (Offered, Added, Changed) = (offered, added, changed);
        Elements = [.. elements];
        Periods = [.. periods.Select(p => p.Key)];
    }

    private sealed class EntityMapping : IEntityTypeConfiguration<FactBatch>
    {
        public void Configure(EntityTypeBuilder<FactBatch> entity)
        {
            entity.ToTable("fact_batches");
            entity.Property(b => b.Title).HasMaxLength(200);
            entity.Property(b => b.By).HasMaxLength(200);
            entity.Property(b => b.Reason).HasMaxLength(500);
            entity.Property(b => b.FileName).HasMaxLength(260);
            entity.Property(b => b.FileHash).HasMaxLength(64);
            entity.Property(b => b.Mapping).HasMaxLength(200);
            entity.Ignore(b => b.Stored);
            entity.HasIndex(b => new { b.District, b.Id });
        }
    }
}

/// <summary>What is known of a batch before it is stored.</summary>
public sealed record BatchDraft(BatchKind Kind, string Title)
{
    public string? Reason { get; init; }
    public string? FileName { get; init; }
    /// <summary>SHA-256 of the file in the content store.</summary>
    public string? FileHash { get; init; }
    public IReadOnlyList<string> Sheets { get; init; } = [];
    public string? Mapping { get; init; }
    public int? Withdraws { get; init; }
    /// <summary>The organisation the batch belongs to when it is narrower than the district, such as a school that reports.</summary>
    public Guid? Organisation { get; init; }
}
