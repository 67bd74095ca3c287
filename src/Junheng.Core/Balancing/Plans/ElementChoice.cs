using Junheng.Core.Indicators;

namespace Junheng.Core.Balancing.Plans;

/// <summary>
/// The element to move for an indicator: the indicator must rise with it; what can move goes before what must be built, and of two the one that
/// touches fewer other indicators, in the pack's order.
/// </summary>
internal static class ElementChoice
{
    public static Element Of(RepairQuestion question, EvaluationResult today, string weight)
    {
        var frame = today.Frame;
        int[] schools = [.. today.Schools.Where(school => school.District == question.District && school.Stage == question.Stage).Select(school => school.Organisation)];
        var chosen = today.Pack.Elements
            .Where(element => element.Movability != Movability.Fixed && element.Key != weight && question.Data.TryGet(element.Key, question.Period, out _))
            .Select(element => (Element: element, Touched: Touched(element)))
            .Where(it => it.Touched.Contains(question.Indicator))
            .OrderBy(it => it.Element.Movability == Movability.AddConvertRelieve).ThenBy(it => it.Touched.Count).FirstOrDefault();
        return chosen.Element ?? throw new RepairObstacleException(RepairObstacle.NoElement);

        // Indicators that change when every school gets one step more; the one asked for only if it rises.
        HashSet<string> Touched(Element element)
        {
            var more = question.Evaluate(Cells.Change(question, [element], schools, _ => 1));
            var touched = new HashSet<string>();
            foreach (var (key, values) in today.Values)
            {
                for (var row = 0; row < frame.Count; row++)
                {
                    var rise = more.Values[key][row] - values[row];
                    if (key == question.Indicator ? rise > 0 && frame.Stages[row] == question.Stage : rise != 0 && !double.IsNaN(rise)) touched.Add(key);
                }
            }

            return touched;
        }
    }
}
