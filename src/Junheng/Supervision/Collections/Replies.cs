using Junheng.Kits.Workflow;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Files;
using Junheng.Platform.Rules;
using Junheng.Supervision.Collections.Flow;
using Junheng.Supervision.Collections.Form;
using Junheng.Supervision.Collections.Templates;
using Junheng.Supervision.Facts;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Collections;

/// <summary>The answering side and what the asking unit does with an answer.</summary>
public sealed class Replies(JunhengDb db, CurrentActor current, Collections collections, KnownValues known, Workflows workflows, Facts.Facts facts, Elements elements, ContentStore files, TimeProvider clock)
{
    /// <summary>Largest signed scan.</summary>
    public const long ScanLimit = 20L << 20;

    /// <summary>Opens a reply for its own unit or, with a scope of its own, for the unit that asked.</summary>
    /// <exception cref="NotFoundException">There is none, or the actor has no part in it.</exception>
    public async Task<(Reply Reply, Collection Collection)> Open(Guid id)
    {
        Guid? place;
        using (current.Become(Actor.System(CollectionTexts.FindingReply))) place = (await db.Set<Reply>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id))?.CollectionId;
        var collection = await collections.Get(place ?? throw new NotFoundException());
        if (collections.Asks(collection)) await collections.Oversee(collection);
        var reply = await db.Set<Reply>().SingleOrDefaultAsync(r => r.Id == id) ?? throw new NotFoundException();
        return (reply, collection);
    }

    /// <summary>The rows, what was stated and what is known beside it.</summary>
    public async Task<FilledForm> Lay(Reply reply, Collection collection) => (await LayAll([reply], collection))[reply.Number];

    /// <summary>The forms of several replies to one collection, by respondent number, with one look into the ledger.</summary>
    public async Task<IReadOnlyDictionary<int, FilledForm>> LayAll(IReadOnlyList<Reply> replies, Collection collection, CancellationToken cancellation = default)
    {
        var rows = replies.ToDictionary(r => r.Number, r => FormRow.Of(collection.Questions, r.Stages));
        var beside = await known.Load(await collections.DistrictNumber(collection), rows, collection.Period, cancellation);
        return replies.ToDictionary(r => r.Number, r => new FilledForm(rows[r.Number], r.Values, beside.GetValueOrDefault(r.Number) ?? new Dictionary<string, KnownRow>()));
    }

    /// <summary>Replaces what was stated by what an uploaded workbook says, and keeps the workbook: an accepted fact leads back to its cell.</summary>
    /// <exception cref="RuleException">As <see cref="Fill(Guid, int, IReadOnlyList{ReplyValue})"/>.</exception>
    public async Task Upload(Guid id, int version, IReadOnlyList<ReplyValue> stated, Stream content, string fileName, CancellationToken cancellation = default)
    {
        var stored = await files.Add(content, Path.GetFileName(fileName), cancellation: cancellation);
        await Fill(id, version, stated, reply => reply.Uploaded(stored.Hash, Path.GetFileName(fileName)));
    }

    /// <summary>Replaces what was stated, all or nothing.</summary>
    /// <exception cref="RuleException">A value breaks a hard rule, the collection is closed, or the values are being checked.</exception>
    public Task Fill(Guid id, int version, IReadOnlyList<ReplyValue> stated) => Fill(id, version, stated, _ => { });

    private async Task Fill(Guid id, int version, IReadOnlyList<ReplyValue> stated, Action<Reply> besides)
    {
        db.Actor.Demand(Collections.FillPermission);
        var (reply, collection) = await Open(id);
        if (!db.Actor.Units.Contains(reply.OrganisationId)) throw new RuleException(WorkflowTexts.NotYours(CollectionTexts.FillVerb));
        if (reply.Version != version) throw new StaleException(reply);
        DemandOpen(collection);
        var rows = FormRow.Of(collection.Questions, reply.Stages);
        var byKey = stated.ToDictionary(v => v.Row);
        foreach (var row in rows)
            if (byKey.GetValueOrDefault(row.Key) is { } value && ((value.Number is { } number ? ValueRules.Refusal(row, number) : null) ?? ValueRules.Against(row, value, byKey, rows)) is { } refusal)
                throw new RuleException(CollectionTexts.InRow(row.Label, refusal), row.Key);
        reply.Fill(rows.Select(r => byKey.GetValueOrDefault(r.Key)).OfType<ReplyValue>().Select(v => KeepSource(v, reply)));
        besides(reply);
        await db.Save();
    }

    /// <summary>Keeps the signed and stamped sheet. Its code is the one of the values as they stand.</summary>
    public async Task AttachScan(Guid id, Stream content, string fileName, CancellationToken cancellation = default)
    {
        db.Actor.Demand(Collections.FillPermission);
        var (reply, _) = await Open(id);
        if (!db.Actor.Units.Contains(reply.OrganisationId)) throw new RuleException(WorkflowTexts.NotYours(CollectionTexts.ScanVerb));
        var head = new byte[8];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        if (!ScanForms.Any(form => head.AsSpan(0, read).StartsWith(form))) throw new RuleException(CollectionTexts.ScanForm, "File");
        content.Position = 0;
        var stored = await files.Add(content, Path.GetFileName(fileName), ScanLimit, cancellation);
        reply.AttachScan(stored.Hash, Path.GetFileName(fileName));
        await db.Save(cancellation: cancellation);
    }

    public Stream Scan(Reply reply) => files.Open(reply.ScanHash ?? throw new NotFoundException());

    /// <summary>The workbook uploaded last, byte for byte.</summary>
    public Stream Workbook(Reply reply) => files.Open(reply.UploadHash ?? throw new NotFoundException());

    /// <summary>Does a verb of the flow with everything that belongs to it.</summary>
    public async Task Do(Guid id, string verb, int? version, string? reason)
    {
        var (reply, collection) = await Open(id);
        if (verb is "finish" or "check" or "approve") DemandOpen(collection);
        if (verb == "finish") reply.Lay(await Lay(reply, collection));
        if (verb == "accept")
        {
            await Accept(reply, collection, version);
            return;
        }
        await workflows.Perform(Flows.Reply, reply, verb, version, reason, before: () =>
        {
            if (verb == "finish") db.Add(new IssuedCode(reply, reply.ContentCode!, clock.GetUtcNow().UtcDateTime));
            return Task.CompletedTask;
        });
    }

    /// <summary>Accepts every handed-in reply of a collection that raises no doubt.</summary>
    /// <returns>How many were accepted, and how many are left because of a stated doubt.</returns>
    public async Task<(int Accepted, int Left)> AcceptAll(Guid collectionId)
    {
        var collection = await collections.Get(collectionId);
        using var _ = await collections.Oversee(collection);
        var handedIn = await db.Set<Reply>().Where(r => r.CollectionId == collectionId && r.State == ReplyState.Submitted).OrderBy(r => r.Order).ToListAsync();
        var plain = handedIn.Where(r => r.Values.Values.All(v => v.Reason is null)).ToList();
        foreach (var reply in plain) await Accept(reply, collection, reply.Version);
        return (plain.Count, handedIn.Count - plain.Count);
    }

    /// <summary>What a code printed on paper says today, for anybody signed in who holds the paper.</summary>
    public async Task<CodeAnswer?> Check(string typed)
    {
        if (ContentCode.Read(typed) is not { } code) return null;
        // Whoever holds the paper may learn whether it still holds, and no value.
        using var _ = current.Become(Actor.System(CollectionTexts.CheckingCode));
        var found = await (from issued in db.Set<IssuedCode>().AsNoTracking()
                           where issued.Code == code
                           join reply in db.Set<Reply>() on issued.ReplyId equals reply.Id
                           orderby issued.At descending
                           select new { issued.At, reply.Name, reply.Title, reply.ContentCode, reply.State }).FirstOrDefaultAsync();
        return found is null ? null : new CodeAnswer(code, found.Name, found.Title, found.At, found.ContentCode == code, found.State);
    }

    private async Task Accept(Reply reply, Collection collection, int? version)
    {
        var values = FactsOf(reply, collection);
        await db.Write(async () =>
        {
            await workflows.Perform(Flows.Reply, reply, "accept", version, before: async () =>
            {
                var first = await db.Set<Approval>().AsNoTracking().Where(a => a.ReplyId == reply.Id).OrderBy(a => a.At).FirstOrDefaultAsync();
                if (first is not null) reply.Compare(first);
                db.Add(new Approval(reply, db.Actor.Name, clock.GetUtcNow().UtcDateTime));
            });
            if (values.Count > 0)
                await facts.Record(new BatchDraft(BatchKind.Collection, CollectionTexts.BatchTitle(collection.Title, reply.Name))
                {
                    Organisation = reply.OrganisationId,
                    FileName = reply.UploadName,
                    FileHash = reply.UploadHash,
                    Sheets = reply.UploadHash is null ? [] : [TemplateTexts.FormSheet],
                }, values);
        });
    }

    /// <summary>Numbers that the packs know become facts of the school's own origin; a stated reason stays with its value.</summary>
    private List<FactValue> FactsOf(Reply reply, Collection collection) =>
        [.. from row in FormRow.Of(collection.Questions, reply.Stages)
            where row.Question.IsNumber && elements.Find(row.Question.Key) is not null
            let value = reply.Values.GetValueOrDefault(row.Key)
            where value is not null && (value.Number is not null || value.Reason is not null)
            select new FactValue(reply.Number, row.Stage, row.Question.Key, collection.Period, (double?)value.Number)
            {
                Note = value.Reason,
                Cell = value.Line is { } line && reply.UploadHash is not null ? new SourceCell(0, line, TemplateWriter.Value) : null,
            }];

    /// <summary>A value that was offered or uploaded and left as it is keeps where it came from.</summary>
    private static ReplyValue KeepSource(ReplyValue value, Reply reply) =>
        reply.Values.GetValueOrDefault(value.Row) is { } before && value.Says(before) ? value with { Source = before.Source, Line = value.Line ?? before.Line } : value;

    private static void DemandOpen(Collection collection)
    {
        if (collection.State != CollectionState.Open) throw new RuleException(CollectionTexts.ClosedAlready);
    }

    private static readonly byte[][] ScanForms = ["%PDF"u8.ToArray(), [0xFF, 0xD8, 0xFF], [0x89, (byte)'P', (byte)'N', (byte)'G']];
}

/// <summary>Whether what a sheet of paper says still holds.</summary>
/// <param name="IssuedAt">When the values were handed to checking.</param>
public sealed record CodeAnswer(string Code, string Respondent, string Collection, DateTime IssuedAt, bool Holds, ReplyState State)
{
    /// <summary>Sent back: nobody can tell yet whether the values will be the same again.</summary>
    public bool Changing => !Holds && State is (ReplyState.Filling or ReplyState.Returned);
}
