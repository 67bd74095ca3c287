using Junheng.Core.Indicators;
using Junheng.Core.Schooling;

namespace Junheng.Core.Balancing.Plans;

/// <summary>Where a school's amount of an element stands: with the stage, or with what its stages share.</summary>
internal static class Cells
{
    /// <summary>The row that holds the value, or −1.</summary>
    public static int Find(Frame frame, ReadOnlySpan<double> column, int organisation, Stage stage)
    {
        if (column.IsEmpty) return -1;
        var own = frame.Find(organisation, stage);
        if (own >= 0 && !double.IsNaN(column[own])) return own;
        var shared = frame.Find(organisation, Stage.Shared);
        return shared >= 0 && !double.IsNaN(column[shared]) ? shared : -1;
    }

    /// <summary>The data with whole steps of an element and its companions added per organisation.</summary>
    public static Dataset Change(RepairQuestion question, IReadOnlyList<Element> elements, IReadOnlyList<int> organisations, Func<int, double> units)
    {
        var data = question.Data;
        foreach (var element in elements)
        {
            if (!question.Data.TryGet(element.Key, question.Period, out var column)) continue;
            data = data.With(element.Key, question.Period, out var values);
            for (var i = 0; i < organisations.Count; i++)
            {
                var cell = Find(data.Frame, column, organisations[i], question.Stage);
                if (cell >= 0) values[cell] += units(i) * elements[0].Step;
            }
        }

        return data;
    }
}
