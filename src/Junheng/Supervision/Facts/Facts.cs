using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Data;
using Junheng.Platform.Events;
using Junheng.Platform.Rules;
using Junheng.Supervision.Facts.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Facts;

/// <summary>The only writer of the ledger. Nothing overwrites: another value of the same origin is a new version, an equal one changes nothing.</summary>
public sealed class Facts(JunhengDb db, Elements elements, EventLog events, TimeProvider clock)
{
    public const string Read = "facts.read";
    public const string Import = "facts.import";
    public const string VerifyValues = "facts.verify";

    /// <summary>Stores the values that say something new, publishes their blocks and journals the batch, all in one transaction.
    /// Nothing is written when everything was known already.</summary>
    /// <exception cref="RuleException">Two values for one key; a verified value without evidence.</exception>
    /// <exception cref="NotFoundException">An organisation is unknown or out of scope.</exception>
    public async Task<Recorded> Record(BatchDraft draft, IReadOnlyList<FactValue> values, CancellationToken cancellation = default)
    {
        foreach (var value in values)
            if (value.Origin == FactOrigin.Verified && (value.Evidence is null || string.IsNullOrWhiteSpace(value.Note)))
                throw new RuleException(FactsTexts.VerifiedNeedsEvidence);
        return await Store(draft, values, cancellation);
    }

    /// <summary>Adds what a reviewer has found beside what the respondents said; theirs stays as it is.</summary>
    /// <param name="evidence">What proves it.</param>
    public async Task<Recorded> Verify(FactValue value, string note, Evidence evidence, CancellationToken cancellation = default)
    {
        db.Actor.Demand(VerifyValues);
        if (elements.Find(value.Element) is not { } element) throw new RuleException(FactsTexts.ElementUnknown(value.Element), nameof(value.Element));
        var place = (await Places.Load(db, cancellation))[value.Organisation] ?? throw new NotFoundException();
        var title = FactsTexts.VerificationTitle(place.Name, value.Stage, element.Name, value.Period);
        var draft = new BatchDraft(BatchKind.Verification, title) { Reason = note, FileName = evidence.Name, FileHash = evidence.Hash, Organisation = place.Id };
        return await Record(draft, [value with { Origin = FactOrigin.Verified, Note = note, Evidence = evidence }], cancellation);
    }

    /// <summary>Takes a batch back by a new one that restores what stood before it. A value that has changed since stays.</summary>
    /// <exception cref="RuleException">It was taken back already, or no reason is given.</exception>
    public async Task<Recorded> Withdraw(int id, string reason, CancellationToken cancellation = default)
    {
        db.Actor.Demand(Import);
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleException(FactsTexts.ReasonMissing, "Reason");
        var batch = await db.Set<FactBatch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellation) ?? throw new NotFoundException();
        if (await db.Set<FactBatch>().AnyAsync(b => b.Withdraws == id, cancellation)) throw new RuleException(FactsTexts.AlreadyWithdrawn);
        var (wanted, periods) = (batch.Elements.ToArray(), batch.Periods.ToArray());
        var versions = await db.Set<Fact>().AsNoTracking()
            .Where(f => f.District == batch.District && wanted.Contains(f.Element) && periods.Contains(f.PeriodKey))
            .OrderBy(f => f.Version).ToListAsync(cancellation);
        var restored = new List<FactValue>();
        foreach (var chain in versions.GroupBy(f => f.Key).Select(g => g.ToList()).Where(chain => chain[^1].Batch == id))
            restored.Add(await Restore(chain.Count > 1 ? chain[^2] : null, chain[^1].Key, cancellation));
        if (restored.Count == 0) throw new RuleException(FactsTexts.NothingToWithdraw);
        var draft = new BatchDraft(BatchKind.Withdrawal, FactsTexts.WithdrawalTitle(batch)) { Reason = reason.Trim(), Withdraws = id, Organisation = batch.OrganisationId };
        return await Store(draft, restored, cancellation);
    }

    private async Task<FactValue> Restore(Fact? before, FactKey key, CancellationToken cancellation) =>
        new(key.Organisation, key.Stage, await elements.KeyOf(key.Element, cancellation), key.Period, before?.Value, key.Origin)
        {
            Basis = key.Basis,
            Form = before?.Form ?? 0,
            Withdrawn = before is null or { Withdrawn: true },
        };

    /// <summary>All that was ever stated of one figure of a school or district, the newest batch first: every value with its origin, version, batch, file and cell.</summary>
    /// <exception cref="NotFoundException">The organisation is unknown or out of scope.</exception>
    public async Task<IReadOnlyList<FactVersion>> History(string element, int organisation, Stage stage, Period period, CancellationToken cancellation = default)
    {
        var place = (await Places.Load(db, cancellation))[organisation];
        if (place is null || !db.Actor.Scope.Holds(place.Id)) throw new NotFoundException();
        if (!(await elements.Ids(cancellation)).TryGetValue(element, out var id)) return [];
        var facts = await db.Set<Fact>().AsNoTracking()
            .Where(f => f.District == place.District && f.Element == id && f.PeriodKey == period.Key && f.Organisation == organisation && f.Stage == stage)
            .ToListAsync(cancellation);
        var notes = await db.Set<FactNote>().AsNoTracking()
            .Where(n => n.District == place.District && n.Element == id && n.PeriodKey == period.Key && n.Organisation == organisation && n.Stage == stage)
            .ToListAsync(cancellation);
        var numbers = facts.Select(f => f.Batch).Distinct().ToArray();
        // The batch may belong to the district while the reader sees one school of it: what concerns the school's own value is shown.
        var batches = await db.Set<FactBatch>().IgnoreQueryFilters([Conventions.ScopeFilter]).AsNoTracking().Where(b => numbers.Contains(b.Id)).ToDictionaryAsync(b => b.Id, cancellation);
        var newest = facts.GroupBy(f => f.Key).ToDictionary(g => g.Key, g => g.Max(f => f.Version));
        return [.. facts.OrderByDescending(f => f.Batch).ThenBy(f => f.Origin).Select(f => new FactVersion(f, element, batches[f.Batch],
            notes.Find(n => n.Origin == f.Origin && n.Basis == f.Basis && n.Version == f.Version), newest[f.Key] == f.Version))];
    }

    private async Task<Recorded> Store(BatchDraft draft, IReadOnlyList<FactValue> values, CancellationToken cancellation)
    {
        var places = await Places.Load(db, cancellation);
        var byDistrict = Sort(values, places);
        return await db.Write(async () =>
        {
            var ids = await elements.Take([.. values.Select(v => v.Element).Distinct()], cancellation);
            var (batches, added, changed) = (new List<FactBatch>(), 0, 0);
            foreach (var (district, offered) in byDistrict)
            {
                if (await Take(draft, places, district, Offers(offered, ids), cancellation) is not { } batch) continue;
                batches.Add(batch);
                (added, changed) = (added + batch.Added, changed + batch.Changed);
            }
            return new Recorded(values.Count, added, changed, batches);
        }, cancellation);
    }

    private SortedDictionary<int, List<FactValue>> Sort(IReadOnlyList<FactValue> values, Places places)
    {
        var byDistrict = new SortedDictionary<int, List<FactValue>>();
        var seen = new HashSet<int>();
        foreach (var value in values)
        {
            var place = places[value.Organisation] ?? throw new NotFoundException();
            if (seen.Add(place.Number) && !db.Actor.Scope.Holds(place.Id)) throw new NotFoundException();
            if (!byDistrict.TryGetValue(place.District, out var list)) byDistrict.Add(place.District, list = []);
            list.Add(value);
        }
        return byDistrict;
    }

    /// <summary>By key, equal repetitions dropped.</summary>
    private static List<Offer> Offers(List<FactValue> values, IReadOnlyDictionary<string, int> ids)
    {
        var offers = values.ConvertAll(v => new Offer(new(ids[v.Element], v.Period, v.Organisation, v.Stage, v.Origin, v.Basis), v));
        offers.Sort((a, b) => a.Key.CompareTo(b.Key));
        for (var at = offers.Count - 1; at > 0; at--)
        {
            if (offers[at].Key != offers[at - 1].Key) continue;
            if (!Nullable.Equals(offers[at].Value.Value, offers[at - 1].Value.Value)) throw new RuleException(FactsTexts.TwoValues(offers[at].Value.Element));
        }
        return offers.Count < 2 ? offers : [offers[0], .. offers.Skip(1).Where((o, at) => o.Key != offers[at].Key)];
    }

    private async Task<FactBatch?> Take(BatchDraft draft, Places places, int district, List<Offer> offers, CancellationToken cancellation)
    {
        // Two batches that meet the same cells would both count up from the same version.
        if (db.IsPostgres) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(20261122, {district})", cancellation);
        var groups = offers.Select(o => new Group(o.Key.Element, o.Key.Period)).ToHashSet();
        var merge = Merge.Of(district, await InForce(district, groups, cancellation), offers);
        if (merge.Rows.Count == 0) return null;
        var batch = new FactBatch(draft, draft.Organisation ?? places[district]!.Id, district, db.Actor.Name, clock.GetUtcNow().UtcDateTime);
        batch.Count(offers.Count, merge.Added, merge.Rows.Count - merge.Added, groups.Select(g => g.Element).Distinct().Order(), groups.Select(g => g.Period).Distinct().Order());
        db.Add(batch);
        await db.Save(draft.Reason, cancellation);
        foreach (var row in merge.Rows) row.Batch = batch.Id;
        await db.InsertAll(Fact.Table, merge.Rows, cancellation);
        await db.InsertAll(FactNote.Table, Notes(merge.Rows, offers), cancellation);
        await Publication.Write(db, district, batch.Id, merge.InForce, cancellation);
        var keys = new List<string>();
        foreach (var element in batch.Elements) keys.Add(await elements.KeyOf(element, cancellation));
        await events.Publish(new FactsPublished(district, batch.Id, keys, [.. batch.Periods.Select(p => new Period(p).ToString())]), cancellation);
        await db.Save(cancellation: cancellation);
        return batch;
    }

    /// <summary>The highest version of every value of the groups, sorted by key.</summary>
    private async Task<List<Fact>> InForce(int district, HashSet<Group> groups, CancellationToken cancellation)
    {
        var (wanted, periods) = (groups.Select(g => g.Element).Distinct().ToArray(), groups.Select(g => g.Period.Key).Distinct().ToArray());
        var force = new List<Fact>();
        var stored = db.Set<Fact>().AsNoTracking().Where(f => f.District == district && wanted.Contains(f.Element) && periods.Contains(f.PeriodKey))
            .OrderBy(f => f.Element).ThenBy(f => f.PeriodKey).ThenBy(f => f.Organisation).ThenBy(f => f.Stage).ThenBy(f => f.Basis).ThenBy(f => f.Origin).ThenBy(f => f.Version);
        await foreach (var fact in stored.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (!groups.Contains(new(fact.Element, fact.Period))) continue;
            if (force.Count > 0 && force[^1].Key == fact.Key) force[^1] = fact;
            else force.Add(fact);
        }
        return force;
    }

    private static List<FactNote> Notes(IReadOnlyList<Fact> rows, List<Offer> offers)
    {
        var said = offers.Where(o => !string.IsNullOrWhiteSpace(o.Value.Note) || o.Value.Evidence is not null).ToDictionary(o => o.Key, o => o.Value);
        return said.Count == 0 ? [] : [.. rows.Where(r => said.ContainsKey(r.Key)).Select(r => FactNote.Of(r, said[r.Key].Note ?? "", said[r.Key].Evidence))];
    }
}
