using Junheng.Core.Surveys.Disclosures;

namespace Junheng.Core.Surveys.Results;

internal sealed class QualityTable(Tally tally, Disclosure disclosure)
{
    private readonly Dictionary<string, (int Long, int Similar)> same = [];

    public IReadOnlyList<QualityLine> Lines()
    {
        var classes = tally.Questionnaire.Classes.Select(c => (c.Key, Atoms: tally.Atoms.Where(a => a.Class == c.Key).ToList())).Where(c => c.Atoms.Count > 0).ToList();
        var hidden = new Suppression(disclosure, [new([.. Enumerable.Range(0, classes.Count)]), .. Enumerable.Range(0, classes.Count).Select(at => new Sum([at]))])
            .Hide([.. classes.Select(c => c.Atoms.Sum(a => a.Received))]);
        foreach (var (first, (texts, similar)) in tally.Similar.ByLabel()) same[tally.Atoms[first].Class] = (texts, similar);
        var all = LineOf(null, tally.Atoms, hidden[0]);
        return
        [
            all with { Received = all.Received + tally.Strangers, Unreadable = hidden[0] ? 0 : all.Unreadable + tally.Strangers },
            .. classes.Select((c, at) => LineOf(c.Key, c.Atoms, hidden[at + 1])),
        ];
    }

    private QualityLine LineOf(string? respondentClass, IReadOnlyCollection<Atom> atoms, bool hidden)
    {
        var line = new QualityLine(respondentClass, atoms.Sum(a => a.Received), atoms.Sum(a => a.Valid));
        if (hidden) return line with { Suppressed = true };
        return line with
        {
            TooEmpty = atoms.Sum(a => a.TooEmpty),
            TooFast = atoms.Sum(a => a.TooFast),
            StraightExcluded = atoms.Sum(a => a.StraightExcluded),
            Unreadable = atoms.Sum(a => a.Unreadable),
            StraightLines = atoms.Sum(a => a.StraightLines),
            StraightOf = atoms.Sum(a => a.StraightOf),
            Speeders = atoms.Sum(a => a.Speeders),
            LongTexts = same.Where(s => respondentClass is null || s.Key == respondentClass).Sum(s => s.Value.Long),
            SimilarTexts = same.Where(s => respondentClass is null || s.Key == respondentClass).Sum(s => s.Value.Similar),
            PaceKnown = atoms.Sum(a => a.PaceKnown),
        };
    }
}
