using System.Text.RegularExpressions;
using Junheng.Core.Indicators;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Jobs;
using Junheng.Platform.Rules;
using Junheng.Supervision.Measures.Runs;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Measures.Editor;

/// <summary>The only writer of districts' own packs. An edition is added, never changed; its results are computed at once.</summary>
public sealed partial class OwnPacks(JunhengDb db, MeasurePacks packs, JobQueue queue, TimeProvider clock)
{
    /// <summary>A new own pack with the text of a shipped one under its own key and name.</summary>
    /// <exception cref="RuleException">The key is badly formed or taken; the terms make no sense.</exception>
    public async Task<OwnPack> Copy(Organisation district, string from, string key, string name, EditionTerms terms)
    {
        db.Actor.Demand(Results.Edit);
        var source = await packs.Find(from, terms.From) ?? throw new NotFoundException();
        var own = key.Trim();
        if (!KeyForm().IsMatch(own)) throw new RuleException(EditorTexts.KeyForm, "Key");
        if (packs.IsShipped(own) || await db.Set<OwnPack>().IgnoreQueryFilters([Conventions.ScopeFilter]).AnyAsync(p => p.Key == own)) throw new RuleException(EditorTexts.KeyTaken(own), "Key");
        var text = NameLine().Replace(KeyLine().Replace(source.Text, "key: " + own, 1), "name: " + Quoted(name.Trim()), 1);
        var pack = new OwnPack(district.Id, own, source.Key);
        await Publish(district, pack, text, terms);
        db.Add(pack);
        await db.Save(terms.Reason);
        return pack;
    }

    /// <exception cref="RuleException">The text cannot be read, bears another key or says the same as before.</exception>
    public async Task Edit(Organisation district, string key, int version, string text, EditionTerms terms)
    {
        db.Actor.Demand(Results.Edit);
        var pack = await db.Set<OwnPack>().SingleOrDefaultAsync(p => p.Key == key && p.OrganisationId == district.Id) ?? throw new NotFoundException();
        db.Expect(pack, version);
        var newest = (await Editions(key))[0];
        if (newest.Hash == MeasurePacks.Hash(text) && newest.ValidFrom == terms.From && newest.ValidTo == terms.To) throw new RuleException(EditorTexts.NothingChanged, "Text");
        await Publish(district, pack, text, terms);
        await db.Save(terms.Reason);
    }

    public Task<OwnPack?> Find(string key, CancellationToken cancellation = default) => db.Set<OwnPack>().AsNoTracking().SingleOrDefaultAsync(p => p.Key == key, cancellation);

    public Task<List<OwnPack>> All(CancellationToken cancellation = default) => db.Set<OwnPack>().AsNoTracking().OrderBy(p => p.Key).ToListAsync(cancellation);

    /// <summary>The newest first.</summary>
    public async Task<List<OwnPackEdition>> Editions(string key, CancellationToken cancellation = default) => await (
        from edition in db.Set<OwnPackEdition>().AsNoTracking()
        join pack in db.Set<OwnPack>() on edition.PackId equals pack.Id
        where pack.Key == key
        orderby edition.Number descending
        select edition).ToListAsync(cancellation);

    private async Task Publish(Organisation district, OwnPack pack, string text, EditionTerms terms)
    {
        var read = Read(pack.Key, text);
        var edition = pack.Publish(read.Name, text, MeasurePacks.Hash(text), terms, db.Actor.Name, clock.GetUtcNow().UtcDateTime);
        db.Add(edition);
        await queue.Enqueue<EvaluateDistrict>(district.Number, $"measures {district.Number} pack {edition.Id}");
    }

    /// <exception cref="RuleException">With the line and the reason.</exception>
    private Pack Read(string key, string text)
    {
        try
        {
            var pack = packs.Parse(key, text);
            return pack.Key == key ? pack : throw new RuleException(EditorTexts.KeyDiffers(key), "Text");
        }
        catch (PackException wrong)
        {
            throw new RuleException(wrong.Message, "Text");
        }
    }

    private static string Quoted(string name) => '"' + name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';

    [GeneratedRegex("^[a-z][a-z0-9-]{1,39}$")]
    private static partial Regex KeyForm();

    [GeneratedRegex(@"^key:[^\r\n]*", RegexOptions.Multiline)]
    private static partial Regex KeyLine();

    [GeneratedRegex(@"^name:[^\r\n]*", RegexOptions.Multiline)]
    private static partial Regex NameLine();
}
