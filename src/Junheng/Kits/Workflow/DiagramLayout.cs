namespace Junheng.Kits.Workflow;

/// <summary>Where the boxes and arrows of a state diagram stand. States go down in their order; a verb to the next state is a straight arrow,
/// every other one a lane at the side: forward at the right, back at the left. Arrows carry numbers that the list below explains, so
/// that the picture stays narrow enough for a phone.</summary>
public sealed class DiagramLayout
{
    public const int BoxWidth = 128, BoxHeight = 34, Step = 78, Lane = 30, Margin = 14;

    /// <summary>An arrow in units of the drawing.</summary>
    /// <param name="Path">SVG path data.</param>
    /// <param name="X">Centre of the number.</param>
    public sealed record Arrow(int Number, string Path, int X, int Y);

    public IReadOnlyList<Arrow> Arrows { get; }
    public int Width { get; }
    public int Height { get; }
    public int BoxLeft { get; }

    /// <param name="states">How many states.</param>
    /// <param name="edges">From, to and number of each arrow; an arrow to its own state is not drawn.</param>
    public DiagramLayout(int states, IEnumerable<(int From, int To, int Number)> edges)
    {
        var drawn = edges.Where(e => e.From != e.To).ToList();
        var back = Lanes([.. drawn.Where(e => e.To < e.From)]);
        var forth = Lanes([.. drawn.Where(e => e.To > e.From + 1)]);
        BoxLeft = Margin + (back.Count * Lane) + (back.Count > 0 ? 10 : 0);
        var right = BoxLeft + BoxWidth;
        Width = right + Margin + (forth.Count * Lane) + (forth.Count > 0 ? 10 : 0);
        Height = ((states - 1) * Step) + BoxHeight + (2 * Margin);
        List<Arrow> arrows = [.. Straight([.. drawn.Where(e => e.To == e.From + 1)])];
        for (var lane = 0; lane < back.Count; lane++)
            foreach (var edge in back[lane]) arrows.Add(Side(edge, BoxLeft, BoxLeft - 10 - (lane * Lane) - (Lane / 2), -1, lane));
        for (var lane = 0; lane < forth.Count; lane++)
            foreach (var edge in forth[lane]) arrows.Add(Side(edge, right, right + 10 + (lane * Lane) + (Lane / 2), 1, lane));
        Arrows = arrows;
    }

    public static int Top(int state) => Margin + (state * Step);

    private static int Middle(int state) => Top(state) + (BoxHeight / 2);

    private IEnumerable<Arrow> Straight(List<(int From, int To, int Number)> edges)
    {
        foreach (var pair in edges.GroupBy(e => e.From))
        {
            var count = pair.Count();
            foreach (var (edge, index) in pair.Select((e, i) => (e, i)))
            {
                var x = BoxLeft + (BoxWidth * (index + 1) / (count + 1));
                var (top, bottom) = (Top(edge.From) + BoxHeight, Top(edge.To));
                yield return new(edge.Number, $"M{x} {top}V{bottom - 2}", x, (top + bottom) / 2);
            }
        }
    }

    /// <summary>Leaves and arrives beside the middle, so that two lanes at one box do not meet in a point.</summary>
    private static Arrow Side((int From, int To, int Number) edge, int box, int x, int side, int lane)
    {
        var offset = 4 + (lane * 5 % 12);
        var (from, to) = edge.To > edge.From ? (Middle(edge.From) + offset, Middle(edge.To) - offset) : (Middle(edge.From) - offset, Middle(edge.To) + offset);
        return new(edge.Number, $"M{box} {from}H{x}V{to}H{box + (side * 2)}", x, (from + to) / 2);
    }

    /// <summary>Arrows that do not overlap share a lane; shorter ones lie inside.</summary>
    private static List<List<(int From, int To, int Number)>> Lanes(List<(int From, int To, int Number)> edges)
    {
        var lanes = new List<List<(int From, int To, int Number)>>();
        foreach (var edge in edges.OrderBy(e => Math.Abs(e.To - e.From)).ThenBy(e => Math.Min(e.From, e.To)))
        {
            var free = lanes.Find(lane => lane.All(other => Math.Max(other.From, other.To) < Math.Min(edge.From, edge.To) || Math.Max(edge.From, edge.To) < Math.Min(other.From, other.To)));
            if (free is null) lanes.Add(free = []);
            free.Add(edge);
        }
        return lanes;
    }
}
