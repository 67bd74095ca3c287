using Junheng.Core.Indicators.Evaluating;
using Junheng.Core.Schooling;

namespace Junheng.Core.Indicators.Formulas.Running;

/// <summary>
/// Gives what a school's stages share to its stages. A school of one stage keeps all of it; a through-school's is split by students × weight
/// (九年一贯制 1:1.1, 完全中学 1:1.2, 十二年一贯制 1:1.1:1.32) where the element allows it, and is otherwise not known by stage; what is the same for all stages is copied. A stage with a
/// value of its own keeps that.
/// </summary>
internal static class Sharing
{
    public static double[] Spread(Session session, Element element, double[] values, int offset, Periods.PeriodBridge bridge)
    {
        var layout = session.Frame.Layout;
        var pack = session.Pack;
        double[]? spread = null;
        var (split, kept, lost) = (new HashSet<(int, int)>(), new HashSet<(int, int)>(), new HashSet<(int, int)>());
        for (var row = 0; row < values.Length; row++)
        {
            if (layout.SchoolOf[row] < 0 || session.Frame.Stages[row] == Stage.Shared) continue;
            var shared = layout.SharedRows[layout.SchoolOf[row]];
            if (shared < 0 || double.IsNaN(values[shared])) continue;
            if (!double.IsNaN(values[row]))
            {
                kept.Add(School(row));
                continue;
            }
            spread ??= [.. values];
            spread[row] = values[shared] * Part(row);
            if (!element.Same && layout.Masks[layout.SchoolOf[row]] != Layout.Bit(session.Frame.Stages[row])) (element.Split ? split : lost).Add(School(row));
        }
        if (offset == 0) Report();
        return spread ?? values;

        void Report()
        {
            Each(split, n => EvaluationTexts.Split(n, element.Source));
            Each(lost, EvaluationTexts.NotSplit);
            Each(kept, EvaluationTexts.OwnKept);
        }

        void Each(HashSet<(int District, int School)> schools, Func<int, string> text)
        {
            foreach (var district in schools.GroupBy(s => s.District)) session.Remark(district.Key, element, text(district.Count()));
        }

        (int District, int School) School(int row) => (session.Frame[row].District, layout.SchoolOf[row]);

        double Part(int row)
        {
            var mask = layout.Masks[layout.SchoolOf[row]];
            if (element.Same || mask == Layout.Bit(session.Frame.Stages[row])) return 1;
            if (!element.Split || pack.Students is not { } counting || counting.Key == element.Key) return double.NaN;
            return Weights(row, mask, session.Element(counting, offset, Basis.None, bridge));
        }

        double Weights(int row, int mask, double[] students)
        {
            var (own, all) = (0.0, 0.0);
            foreach (var (stage, weight) in pack.Pack.SplitWeights)
            {
                if ((mask & Layout.Bit(stage)) == 0) continue;
                var part = session.Frame.Find(session.Frame.Organisations[row], stage);
                var weighed = students[part] * (double)weight;
                all += weighed;
                if (part == row) own = weighed;
            }
            return all > 0 ? own / all : double.NaN;
        }
    }
}
