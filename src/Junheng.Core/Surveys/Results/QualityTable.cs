using Junheng.Core.Surveys.Disclosures;

namespace Junheng.Core.Surveys.Results;

internal sealed class QualityTable(Tally tally, Disclosure disclosure)
{
    public IReadOnlyList<QualityLine> Lines()
    {
        var all = LineOf(null, tally.Atoms);
        return
        [
            all with { Received = all.Received + tally.Strangers, Unreadable = all.Unreadable + tally.Strangers },
            .. tally.Questionnaire.Classes.Select(c => (c.Key, Atoms: tally.Atoms.Where(a => a.Class == c.Key).ToList())).Where(c => c.Atoms.Count > 0).Select(c => LineOf(c.Key, c.Atoms)),
        ];
    }

    private QualityLine LineOf(string? respondentClass, IReadOnlyCollection<Atom> atoms)
    {
        var line = new QualityLine(respondentClass, atoms.Sum(a => a.Received), atoms.Sum(a => a.Valid));
        if (disclosure.TooFew(line.Received)) return line with { Suppressed = true };
        return line with
        {
            TooEmpty = atoms.Sum(a => a.TooEmpty),
            TooFast = atoms.Sum(a => a.TooFast),
            StraightExcluded = atoms.Sum(a => a.StraightExcluded),
            Unreadable = atoms.Sum(a => a.Unreadable),
            StraightLines = atoms.Sum(a => a.StraightLines),
            StraightOf = atoms.Sum(a => a.StraightOf),
            Speeders = atoms.Sum(a => a.Speeders),
            PaceKnown = atoms.Sum(a => a.PaceKnown),
        };
    }
}
