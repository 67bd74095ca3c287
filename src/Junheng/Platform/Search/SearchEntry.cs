using Junheng.Platform.Access;
using Junheng.Platform.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Platform.Search;

/// <summary>What can be found: one per entity, written and removed with it.</summary>
[NotJournalled]
public sealed class SearchEntry
{
    public long Id { get; private set; }
    /// <summary>Sort of thing, as the module names it: <c>document</c>.</summary>
    public string Kind { get; private set; } = "";
    public Guid EntityId { get; private set; }
    /// <summary>Owner of the entity; who may find it follows from its scope, or from the level where there is one.</summary>
    public Guid OrganisationId { get; private set; }
    public Guid? DistrictId { get; private set; }
    public ConfidentialityLevel? Level { get; private set; }
    public List<Guid> NamedUnits { get; private set; } = [];
    public string Title { get; private set; } = "";
    public string Text { get; private set; } = "";
    /// <summary>The entity's own date, by which the newest comes first.</summary>
    public DateTime At { get; private set; }

    private SearchEntry() { }

    public SearchEntry(long id, string kind, Guid entityId) => (Id, Kind, EntityId) = (id, kind, entityId);

    public void Say(string title, string text, DateTime at) => (Title, Text, At) = (title, text, at);

    public void ReadBy(IScoped row) => (OrganisationId, DistrictId, Level, NamedUnits) = (row.OrganisationId, null, null, []);

    public void ReadBy(ILevelled row) =>
        (OrganisationId, DistrictId, Level, NamedUnits) = (row.OrganisationId, row.DistrictId, row.Level, [.. row.NamedUnits]);

    private sealed class Mapping : IEntityTypeConfiguration<SearchEntry>
    {
        public void Configure(EntityTypeBuilder<SearchEntry> entity)
        {
            entity.ToTable("search_entries");
            entity.Property(e => e.Id).ValueGeneratedNever();
            entity.Property(e => e.Kind).HasMaxLength(40);
            entity.Property(e => e.Title).HasMaxLength(500);
            entity.HasIndex(e => new { e.Kind, e.EntityId }).IsUnique();
        }
    }
}

/// <summary>A stretch of an entry's title or text short enough that both databases keep every position in it. Its words stand in
/// <c>search_words</c>: a virtual table of FTS5 on SQLite, a tsvector on PostgreSQL, both unknown to the model.</summary>
[NotJournalled]
public sealed class SearchPassage
{
    public long Id { get; private set; }
    public long EntryId { get; private set; }
    public bool InTitle { get; private set; }

    private SearchPassage() { }

    public SearchPassage(long id, long entryId, bool inTitle) => (Id, EntryId, InTitle) = (id, entryId, inTitle);

    private sealed class Mapping : IEntityTypeConfiguration<SearchPassage>
    {
        public void Configure(EntityTypeBuilder<SearchPassage> entity)
        {
            entity.ToTable("search_passages");
            entity.Property(p => p.Id).ValueGeneratedNever();
            entity.HasIndex(p => p.EntryId);
        }
    }
}
