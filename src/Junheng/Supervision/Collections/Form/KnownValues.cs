using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Data;
using Junheng.Supervision.Facts;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Collections.Form;

/// <summary>What the platform knows already of the rows a form asks for: the ledger of facts, for the period and the one before.</summary>
public sealed class KnownValues(JunhengDb db, Elements elements)
{
    /// <summary>Which of several origins is offered, first to last.</summary>
    private static readonly FactOrigin[] Order = [FactOrigin.Verified, FactOrigin.Statistics, FactOrigin.School, FactOrigin.Department];

    /// <summary>For each respondent's number what is known by row key; respondents of whom nothing is known may be missing.</summary>
    public async Task<IReadOnlyDictionary<int, IReadOnlyDictionary<string, KnownRow>>> Load(int district, IReadOnlyDictionary<int, IReadOnlyList<FormRow>> forms, Period period,
        CancellationToken cancellation = default)
    {
        var ids = await elements.Ids(cancellation);
        var asked = forms.Values.SelectMany(rows => rows.Select(r => r.Question.Key)).Distinct().Where(ids.ContainsKey).ToDictionary(k => ids[k]);
        if (asked.Count == 0) return new Dictionary<int, IReadOnlyDictionary<string, KnownRow>>();
        var (wanted, numbers, periods) = (asked.Keys.ToArray(), forms.Keys.ToArray(), new[] { period.Key, period.Previous.Key });
        var found = await db.Set<Fact>().AsNoTracking()
            .Where(f => f.District == district && wanted.Contains(f.Element) && periods.Contains(f.PeriodKey) && numbers.Contains(f.Organisation))
            .Select(f => new { f.Element, f.PeriodKey, f.Organisation, f.Stage, f.Origin, f.Version, f.Value, f.Withdrawn }).ToListAsync(cancellation);
        var best = found.GroupBy(f => (f.Organisation, f.Element, f.PeriodKey, f.Stage, f.Origin))
            .Select(versions => versions.MaxBy(f => f.Version)!).Where(f => !f.Withdrawn && f.Value is not null)
            .GroupBy(f => (f.Organisation, Key: asked[f.Element], f.PeriodKey, f.Stage))
            .ToDictionary(g => g.Key, g => g.MinBy(f => Array.IndexOf(Order, f.Origin))!);

        KnownValue? Find(int number, FormRow row, Period at, bool alone)
        {
            var fact = best.GetValueOrDefault((number, row.Question.Key, at.Key, row.Stage));
            // What a school of one stage has for itself was perhaps reported without naming the stage.
            if (fact is null && alone && row.Stage != Stage.Shared) fact = best.GetValueOrDefault((number, row.Question.Key, at.Key, Stage.Shared));
            return fact is null ? null : new((decimal)Math.Round(fact.Value!.Value, 6), CollectionTexts.SourceOf(fact.Origin.Name(), at));
        }

        return forms.ToDictionary(form => form.Key, form =>
        {
            var alone = form.Value.Select(r => r.Stage).Where(s => s != Stage.Shared).Distinct().Count() <= 1;
            return (IReadOnlyDictionary<string, KnownRow>)form.Value
                .Select(row => (row.Key, Known: new KnownRow(Find(form.Key, row, period, alone), Find(form.Key, row, period.Previous, alone))))
                .Where(k => k.Known != KnownRow.Nothing).ToDictionary(k => k.Key, k => k.Known);
        });
    }
}
