using System.Text;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Platform.Search;

/// <summary>Writes and asks the full-text index. Both databases give the same answers in the same order: the tokens are cut here, a
/// database only says which passages hold a phrase.</summary>
public sealed class SearchIndex(JunhengDb db, TimeProvider clock)
{
    /// <summary>Tokens in one passage. PostgreSQL keeps 255 positions of a word in a row and forgets the rest; a passage stays below.</summary>
    private const int PassageLength = 250;

    /// <summary>Indexes an entity whose readers follow from its level, or replaces what was indexed before. Call it inside
    /// <see cref="JunhengDb.Write(Func{Task}, CancellationToken)"/>, before the save that writes the entity.</summary>
    /// <param name="kind">Sort of thing, a stable word of the module: <c>document</c>.</param>
    /// <param name="at">The entity's own date; the newest is found first.</param>
    public Task Put(string kind, Guid entityId, ILevelled readers, string title, string text, DateTime at, CancellationToken cancellation = default) =>
        Put(kind, entityId, title, text, at, entry => entry.ReadBy(readers), cancellation);

    /// <summary>Indexes an entity that is found by those whose scope holds its organisation.</summary>
    public Task Put(string kind, Guid entityId, IScoped readers, string title, string text, DateTime at, CancellationToken cancellation = default) =>
        Put(kind, entityId, title, text, at, entry => entry.ReadBy(readers), cancellation);

    /// <summary>Takes an entity out of the index; call it inside the write that deletes it.</summary>
    public async Task Remove(string kind, Guid entityId, CancellationToken cancellation = default)
    {
        if (await Find(kind, entityId, cancellation) is not { } entry) return;
        await RemovePassages(entry.Id, cancellation);
        db.Remove(entry);
    }

    /// <summary>What the actor may find: every term of the query in title or text. Titles that hold all terms come first, then the newest.</summary>
    /// <param name="query">Terms separated by white space; each is a phrase of its own. A single Chinese character is a term too.</param>
    /// <param name="kinds">Sorts of things to look for; none means all.</param>
    /// <param name="page">Counted from 1.</param>
    public async Task<SearchAnswer> Find(string query, IReadOnlyCollection<string>? kinds = null, int page = 1, int pageSize = 20, CancellationToken cancellation = default)
    {
        var phrases = Phrase.Parse(query);
        if (phrases.Count == 0) return new SearchAnswer(0, []);
        var found = Readable();
        if (kinds is { Count: > 0 }) found = found.Where(e => kinds.Contains(e.Kind));
        var titled = db.Set<SearchEntry>().AsNoTracking();
        foreach (var phrase in phrases)
        {
            var anywhere = Holding(phrase);
            found = found.Where(e => anywhere.Any(p => p.EntryId == e.Id));
            titled = titled.Where(e => anywhere.Any(p => p.EntryId == e.Id && p.InTitle));
        }
        var total = await found.CountAsync(cancellation);
        var entries = await found.OrderByDescending(e => titled.Any(t => t.Id == e.Id)).ThenByDescending(e => e.At).ThenBy(e => e.EntityId)
            .Skip((Math.Max(1, page) - 1) * pageSize).Take(pageSize).ToListAsync(cancellation);
        return new SearchAnswer(total, [.. entries.Select(e => Snippets.Of(e, phrases))]);
    }

    /// <summary>Entities of one kind the actor may find, for a module that joins them with its own filters.</summary>
    public IQueryable<Guid> Matching(string kind, string query)
    {
        var found = Readable().Where(e => e.Kind == kind);
        var phrases = Phrase.Parse(query);
        if (phrases.Count == 0) found = found.Where(e => false);
        foreach (var phrase in phrases)
        {
            var anywhere = Holding(phrase);
            found = found.Where(e => anywhere.Any(p => p.EntryId == e.Id));
        }
        return found.Select(e => e.EntityId);
    }

    /// <summary>The rules of <see cref="Conventions"/> for scoped and for levelled rows, for an entry is either.</summary>
    private IQueryable<SearchEntry> Readable() => db.Set<SearchEntry>().AsNoTracking().Where(e => db.SeesAll
        || (e.Level == null && db.Visible.Contains(e.OrganisationId))
        || (e.Level == ConfidentialityLevel.Open && db.SignedIn)
        || (e.Level == ConfidentialityLevel.District && db.Districts.Contains(e.DistrictId!.Value))
        || (e.Level == ConfidentialityLevel.NamedUnits && (db.Visible.Contains(e.OrganisationId) || e.NamedUnits.Any(unit => db.Units.Contains(unit))))
        || (e.Level == ConfidentialityLevel.Group && db.Units.Contains(e.OrganisationId)));

    private IQueryable<SearchPassage> Holding(Phrase phrase)
    {
        var words = db.IsPostgres
            ? db.Database.SqlQuery<long>($"SELECT id AS \"Value\" FROM search_words WHERE words @@ CAST({phrase.ForPostgres} AS tsquery)")
            : db.Database.SqlQuery<long>($"SELECT rowid AS \"Value\" FROM search_words WHERE search_words MATCH {phrase.ForSqlite}");
        return db.Set<SearchPassage>().AsNoTracking().Where(p => words.Contains(p.Id));
    }

    private Task<SearchEntry?> Find(string kind, Guid entityId, CancellationToken cancellation) =>
        db.Set<SearchEntry>().SingleOrDefaultAsync(e => e.Kind == kind && e.EntityId == entityId, cancellation);

    private async Task Put(string kind, Guid entityId, string title, string text, DateTime at, Action<SearchEntry> readers, CancellationToken cancellation)
    {
        var entry = await Find(kind, entityId, cancellation);
        if (entry is null) db.Add(entry = new SearchEntry(NextId(), kind, entityId));
        else await RemovePassages(entry.Id, cancellation);
        entry.Say(title, text, at);
        readers(entry);
        await AddPassages(entry.Id, title, inTitle: true, cancellation);
        await AddPassages(entry.Id, text, inTitle: false, cancellation);
    }

    private async Task AddPassages(long entryId, string text, bool inTitle, CancellationToken cancellation)
    {
        var tokens = Tokens.Of(text);
        for (var from = 0; from < tokens.Count; from += PassageLength - Phrase.Longest)
        {
            var passage = new SearchPassage(NextId(), entryId, inTitle);
            db.Add(passage);
            var words = Words(tokens, from, Math.Min(tokens.Count, from + PassageLength));
            if (db.IsPostgres) await db.Database.ExecuteSqlAsync($"INSERT INTO search_words (id, words) VALUES ({passage.Id}, CAST({words} AS tsvector))", cancellation);
            else await db.Database.ExecuteSqlAsync($"INSERT INTO search_words (rowid, words) VALUES ({passage.Id}, {words})", cancellation);
            if (from + PassageLength >= tokens.Count) break;
        }
    }

    private async Task RemovePassages(long entryId, CancellationToken cancellation)
    {
        if (db.IsPostgres) await db.Database.ExecuteSqlAsync($"DELETE FROM search_words WHERE id IN (SELECT id FROM search_passages WHERE entry_id = {entryId})", cancellation);
        else await db.Database.ExecuteSqlAsync($"DELETE FROM search_words WHERE rowid IN (SELECT id FROM search_passages WHERE entry_id = {entryId})", cancellation);
        await db.Set<SearchPassage>().Where(p => p.EntryId == entryId).ExecuteDeleteAsync(cancellation);
    }

    private string Words(List<Token> tokens, int from, int to)
    {
        var words = new StringBuilder();
        for (var i = from; i < to; i++)
            if (db.IsPostgres) words.Append('\'').Append(tokens[i].Text).Append("':").Append(i - from + 1).Append(' ');
            else words.Append(tokens[i].Text).Append(' ');
        return words.ToString();
    }

    private long NextId() => RisingId.Next(clock.GetUtcNow().UtcDateTime);
}
