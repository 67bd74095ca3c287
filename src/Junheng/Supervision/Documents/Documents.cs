using Junheng.Core.Quantities;
using Junheng.Core.Reading;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Extraction;
using Junheng.Platform.Files;
using Junheng.Platform.Rules;
using Junheng.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Documents;

/// <summary>The only writer of the library: takes documents in, reads them, and keeps what people decide about each line.</summary>
public sealed class Documents(JunhengDb db, Actors actors, Extractor extractor, ContentStore files, SearchIndex search, TimeProvider clock)
{
    public const string Read = "documents.read";
    public const string Upload = "documents.upload";
    public const string Judge = "documents.judge";
    public const string SearchKind = "document";

    /// <summary>Takes a file in and reads it. A file whose content the actor can already see is not stored again.</summary>
    /// <param name="content">Seekable; read twice: once for its text, and only when that was allowed, into the store.</param>
    /// <exception cref="ExtractionException">Empty, binary, encrypted, classified, too large or malformed; nothing of it is kept.</exception>
    public async Task<TakenIn> TakeIn(Stream content, string fileName, ConfidentialityLevel level, IReadOnlyCollection<Guid> namedUnits, CancellationToken cancellation = default)
    {
        db.Actor.Demand(Upload);
        var name = Path.GetFileName(fileName);
        var extracted = await extractor.Extract(content, name, cancellation);
        var reading = Reader.Read(extracted.Text);
        var notices = extracted.Notices.Select(n => new Notice(new TextSpan(n.Start, n.Length), n.Kind, n.Text)).Concat(reading.Notices);
        reading = reading with { Notices = [.. notices] };
        content.Position = 0;
        var stored = await files.Add(content, name, cancellation: cancellation);
        if (await db.Set<Document>().FirstOrDefaultAsync(d => d.FileHash == stored.Hash, cancellation) is { } known) return new TakenIn(known, Known: true);
        var document = await Draft(new OriginalFile(name, stored.Hash, stored.Size, extracted.Format.ToString().ToLowerInvariant()), reading, cancellation);
        document.Open(level, namedUnits);
        db.Add(document);
        db.Add(new DocumentText(document, extracted.Text, extracted.ExtractorVersion, ReadingJson.Write(name, reading)));
        db.AddRange(Ledger(document, reading));
        await Index(document, extracted.Text, cancellation);
        return new TakenIn(document, Known: false);
    }

    /// <summary>The document, when the actor may read it.</summary>
    /// <exception cref="NotFoundException">It does not exist or may not be read.</exception>
    public async Task<Document> Get(Guid id) => await db.Set<Document>().SingleOrDefaultAsync(d => d.Id == id) ?? throw new NotFoundException();

    /// <summary>The stored text and reading, and the ledger as people have left it.</summary>
    public async Task<(Document Document, DocumentText Text, IReadOnlyList<Extraction> Ledger)> Open(Guid id)
    {
        var document = await Get(id);
        var text = await db.Set<DocumentText>().AsNoTracking().SingleAsync(t => t.DocumentId == id);
        var ledger = await db.Set<Extraction>().AsNoTracking().Where(e => e.DocumentId == id).OrderBy(e => e.Start).ThenBy(e => e.Key).ToListAsync();
        return (document, text, ledger);
    }

    /// <summary>The documents of the library a reading cites, by number, else by title; only those the actor may read.</summary>
    public async Task<IReadOnlyDictionary<Citation, Document>> Cited(DocumentReading reading)
    {
        var numbers = reading.Citations.Select(c => c.Number).OfType<string>().Distinct().ToList();
        var titles = reading.Citations.Select(c => c.Title).Distinct().ToList();
        var known = await db.Set<Document>().AsNoTracking()
            .Where(d => (d.Number != null && numbers.Contains(d.Number)) || titles.Contains(d.Title)).OrderBy(d => d.Id).ToListAsync();
        return reading.Citations.Distinct()
            .Select(c => (Citation: c, Document: known.FirstOrDefault(d => c.Number is not null && d.Number == c.Number) ?? known.FirstOrDefault(d => d.Title == c.Title)))
            .Where(pair => pair.Document is not null).ToDictionary(pair => pair.Citation, pair => pair.Document!);
    }

    /// <summary>The original file, byte for byte.</summary>
    public Stream Original(Document document) => files.Open(document.FileHash);

    public Stream Formal(Document document) => files.Open(document.FormalHash ?? throw new NotFoundException());

    /// <summary>Keeps a scan or another signed and sealed file as the formal copy of the text; a marked secret is refused as anywhere.</summary>
    public async Task AttachFormal(Guid id, Stream content, string fileName, CancellationToken cancellation = default)
    {
        db.Actor.Demand(Upload);
        var document = await Get(id);
        var name = Path.GetFileName(fileName);
        try
        {
            await extractor.Extract(content, name, cancellation);
        }
        catch (ExtractionException scan) when (scan.IsScan)
        {
            // A picture of the pages is just what a formal copy is.
        }
        content.Position = 0;
        document.AttachFormal((await files.Add(content, name, cancellation: cancellation)).Hash, name);
        await db.Save(cancellation: cancellation);
    }

    public async Task Describe(Guid id, int version, DocumentHead head)
    {
        db.Actor.Demand(Judge);
        var document = await Current(id, version);
        document.Describe(head);
        await Index(document, (await db.Set<DocumentText>().AsNoTracking().SingleAsync(t => t.DocumentId == id)).Text, default);
    }

    /// <summary>Changes who may read the document and its ledger; opening wider asks for a reason.</summary>
    public async Task SetLevel(Guid id, int version, ConfidentialityLevel level, IReadOnlyCollection<Guid> namedUnits, string? reason)
    {
        db.Actor.Demand(Judge);
        var document = await Current(id, version);
        if (level < document.Level && string.IsNullOrWhiteSpace(reason)) throw new RuleException(DocumentTexts.ReasonMissing, "Reason");
        document.Open(level, namedUnits);
        foreach (var line in await db.Set<Extraction>().Where(e => e.DocumentId == id).ToListAsync()) line.Follow(document);
        var text = (await db.Set<DocumentText>().AsNoTracking().SingleAsync(t => t.DocumentId == id)).Text;
        using var _ = reason is null ? null : db.Because(reason);
        await Index(document, text, default);
    }

    public Task<Extraction> Confirm(Guid line, int version) => Decide(line, version, e => e.Confirm());

    public Task<Extraction> Reject(Guid line, int version) => Decide(line, version, e => e.Reject());

    public Task<Extraction> Reopen(Guid line, int version) => Decide(line, version, e => e.Reopen());

    /// <summary>Replaces a claim's reading by a person's; what the document says is not touched.</summary>
    public Task<Extraction> Correct(Guid line, int version, ClaimCorrection correction) => Decide(line, version, e =>
    {
        if (e.Kind != ExtractionKind.Claim) throw new RuleException(DocumentTexts.OnlyClaimsAreCorrected);
        var claim = correction.ApplyTo(StoredReading.ParseClaim(e.Data));
        e.Correct(ReadingJson.Write(claim), LedgerTexts.Summary(claim));
    });

    /// <summary>Confirms every line of the document that nobody has looked at yet.</summary>
    public async Task<int> ConfirmAll(Guid id)
    {
        db.Actor.Demand(Judge);
        await Get(id);
        var lines = await db.Set<Extraction>().Where(e => e.DocumentId == id && e.State == ExtractionState.Read).ToListAsync();
        lines.ForEach(e => e.Confirm());
        await db.Save();
        return lines.Count;
    }

    /// <summary>Takes a document out of the library with everything read from it. The file follows when no row holds it.</summary>
    public async Task Remove(Guid id, string reason)
    {
        db.Actor.Demand(Upload);
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleException(DocumentTexts.ReasonMissing, "Reason");
        var document = await Get(id);
        if (await db.Set<Extraction>().AnyAsync(e => e.DocumentId == id && e.State != ExtractionState.Read)) throw new RuleException(DocumentTexts.JudgedIsKept);
        await db.Write(async () =>
        {
            await search.Remove(SearchKind, id);
            await db.Set<Extraction>().Where(e => e.DocumentId == id).ExecuteDeleteAsync();
            await db.Set<DocumentText>().Where(t => t.DocumentId == id).ExecuteDeleteAsync();
            db.Remove(document);
            await db.Save(reason);
        });
    }

    private async Task<Extraction> Decide(Guid line, int version, Action<Extraction> decision)
    {
        db.Actor.Demand(Judge);
        var extraction = await db.Set<Extraction>().SingleOrDefaultAsync(e => e.Id == line) ?? throw new NotFoundException();
        if (extraction.Version != version) throw new StaleException(extraction);
        decision(extraction);
        await db.Save();
        return extraction;
    }

    private async Task<Document> Current(Guid id, int version)
    {
        var document = await Get(id);
        return document.Version == version ? document : throw new StaleException(document);
    }

    private async Task<Document> Draft(OriginalFile file, DocumentReading reading, CancellationToken cancellation)
    {
        var home = db.Actor.HomeId is { } id
            ? await db.Set<Organisation>().SingleAsync(o => o.Id == id, cancellation)
            : await db.Set<Organisation>().OrderBy(o => o.Path).FirstAsync(cancellation);
        var district = await actors.DistrictOf(home, cancellation);
        return new Document(home.Id, district.Id, file, reading, ConfidentialityLevel.Group, db.Actor.Name, clock.GetUtcNow().UtcDateTime);
    }

    private static IEnumerable<Extraction> Ledger(Document document, DocumentReading reading) =>
        reading.Claims.Select(c => new Extraction(document, ExtractionKind.Claim, c.Id, c.Span, ReadingJson.Write(c), LedgerTexts.Summary(c)))
            .Concat(reading.Tasks.Select(t => new Extraction(document, ExtractionKind.Task, t.Id, t.Span, ReadingJson.Write(t), t.Title)))
            .Concat(reading.Findings.Select(f => new Extraction(document, ExtractionKind.Finding, f.Id, f.Span, ReadingJson.Write(f), f.Title)));

    private Task Index(Document document, string text, CancellationToken cancellation) => db.Write(async () =>
    {
        await search.Put(SearchKind, document.Id, document, document.Title, text, document.UploadedAt, cancellation);
        await db.SaveChangesAsync(cancellation);
    }, cancellation);
}

/// <summary>A document of the library, new or already known.</summary>
public sealed record TakenIn(Document Document, bool Known);
