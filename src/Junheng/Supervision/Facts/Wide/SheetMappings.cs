using Junheng.Core.Periods;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Files;
using Junheng.Platform.Rules;
using Junheng.Platform.Sheets;
using Junheng.Supervision.Facts.Imports;
using Junheng.Supervision.Schools;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Facts.Wide;

/// <summary>The only writer of mappings and uploads: sheets as districts have them, kept, read and stored.</summary>
public sealed class SheetMappings(JunhengDb db, ContentStore files, WideSheets sheets, LastYear lastYear, SchoolRegister register, Facts facts, TimeProvider clock)
{
    public IQueryable<SheetMapping> All => db.Set<SheetMapping>().OrderBy(m => m.Name);

    public async Task<SheetMapping> Get(Guid id) => await db.Set<SheetMapping>().SingleOrDefaultAsync(m => m.Id == id) ?? throw new NotFoundException();

    public async Task<SheetUpload> Upload(Guid id) => await db.Set<SheetUpload>().SingleOrDefaultAsync(u => u.Id == id) ?? throw new NotFoundException();

    /// <summary>Keeps a file until it is decided how to read it.</summary>
    /// <exception cref="SheetException">It is no readable table; nothing is kept.</exception>
    public async Task<SheetUpload> Keep(Stream content, string fileName, CancellationToken cancellation = default)
    {
        db.Actor.Demand(Facts.Import);
        using (await SheetReader.Open(content, fileName, cancellation)) content.Position = 0;
        var stored = await files.Add(content, fileName, cancellation: cancellation);
        await Forget(cancellation);
        var upload = new SheetUpload(await Home(), Path.GetFileName(fileName), stored.Hash, db.Actor.Name, clock.GetUtcNow().UtcDateTime);
        db.Add(upload);
        await db.Save(cancellation: cancellation);
        return upload;
    }

    /// <summary>Lets go of what nobody has imported for a month; imported files are held by their batches.</summary>
    private Task Forget(CancellationToken cancellation) => db.Write(() =>
    {
        var limit = clock.GetUtcNow().UtcDateTime.AddDays(-30);
        return db.Set<SheetUpload>().Where(u => u.At < limit).ExecuteDeleteAsync(cancellation);
    }, cancellation);

    /// <summary>Opens an upload for as long as the work takes.</summary>
    public async Task<T> With<T>(SheetUpload upload, Func<SheetReader, Task<T>> work, CancellationToken cancellation = default)
    {
        await using var content = files.Open(upload.FileHash);
        using var reader = await SheetReader.Open(content, upload.FileName, cancellation);
        return await work(reader);
    }

    public async Task<SheetMapping> Create(MappingDetails details)
    {
        db.Actor.Demand(Facts.Import);
        var mapping = new SheetMapping(await Home(), details);
        db.Add(mapping);
        await db.Save();
        return mapping;
    }

    public async Task Change(Guid id, int version, MappingDetails details)
    {
        db.Actor.Demand(Facts.Import);
        var mapping = await Get(id);
        db.Expect(mapping, version);
        mapping.Describe(details);
        await db.Save();
    }

    /// <summary>Remembers which schools a person has named for texts of a sheet; an empty code leaves the text out.</summary>
    public async Task Confirm(Guid id, IReadOnlyDictionary<string, string> choices)
    {
        db.Actor.Demand(Facts.Import);
        if (choices.Count == 0) return;
        (await Get(id)).Confirm(choices);
        await db.Save();
    }

    /// <summary>Reads an upload by a mapping and doubts what is ten thousand times the year before; stores nothing.</summary>
    public async Task<WideReading> Check(SheetUpload upload, SheetMapping mapping, Period period, CancellationToken cancellation = default)
    {
        var reading = await With(upload, reader => sheets.Read(reader, mapping, period, new Dictionary<string, string>(), cancellation), cancellation);
        if (reading.Values.Count == 0) return reading;
        var respondents = await Respondents.Load(db, register, cancellation);
        foreach (var (value, then) in await lastYear.Doubtful(reading.Values, respondents, cancellation))
            reading.Warnings.Add(new(reading.Sheets[value.Cell!.Value.Sheet], value.Cell.Value.Row, value.Cell.Value.ToString(), FactsTexts.UnitsMixed(then, value.Value!.Value)));
        return reading;
    }

    /// <summary>Stores what the mapping makes of the upload: everything or nothing.</summary>
    /// <exception cref="RuleException">Something is refused or not settled yet.</exception>
    public async Task<Recorded> Store(SheetUpload upload, SheetMapping mapping, Period period, Action<int, string>? report = null, CancellationToken cancellation = default)
    {
        db.Actor.Demand(Facts.Import);
        report?.Invoke(5, FactsTexts.Reading);
        var reading = await Check(upload, mapping, period, cancellation);
        if (!reading.Ready) throw new RuleException(FactsTexts.NotReady(reading));
        report?.Invoke(60, FactsTexts.Storing(reading.Values.Count));
        var values = mapping.Origin != FactOrigin.Verified ? reading.Values
            : reading.Values.ConvertAll(v => v with { Note = FactsTexts.VerifiedByFile(upload.FileName), Evidence = new Evidence(upload.FileHash, upload.FileName) });
        if (mapping.Origin == FactOrigin.Verified) db.Actor.Demand(Facts.VerifyValues);
        var draft = new BatchDraft(BatchKind.Import, FactsTexts.ImportOf(upload.FileName)) { FileName = upload.FileName, FileHash = upload.FileHash, Sheets = reading.Sheets, Mapping = mapping.Title };
        return await facts.Record(draft, values, cancellation);
    }

    /// <summary>Mappings and uploads belong to the district's subtree the actor works in.</summary>
    private async Task<Guid> Home() => db.Actor.HomeId ?? (await db.Set<Organisation>().OrderBy(o => o.Path).FirstAsync()).Id;
}
