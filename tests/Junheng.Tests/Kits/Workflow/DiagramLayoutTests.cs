using FsCheck;
using FsCheck.Fluent;
using Junheng.Kits.Workflow;

namespace Junheng.Tests.Kits.Workflow;

public sealed class DiagramLayoutTests
{
    [Fact]
    public void Every_arrow_lies_in_the_picture_and_no_two_numbers_cover_each_other()
    {
        var tables = from states in Gen.Choose(2, 8)
                     from edges in Gen.ListOf(from f in Gen.Choose(0, states - 1) from t in Gen.Choose(0, states - 1) select (f, t), 9)
                     select (states, edges: edges.Distinct().Select((e, i) => (e.f, e.t, i + 1)).ToList());
        Prop.ForAll(tables.ToArbitrary(), drawn =>
        {
            var layout = new DiagramLayout(drawn.states, drawn.edges);
            return layout.Arrows.Count == drawn.edges.Count(e => e.f != e.t)
                && layout.Arrows.All(a => a.X > 0 && a.X < layout.Width && a.Y > 0 && a.Y < layout.Height)
                && layout.Arrows.SelectMany(a => layout.Arrows.Where(b => b.Number > a.Number).Select(b => Math.Abs(a.X - b.X) + Math.Abs(a.Y - b.Y))).All(distance => distance >= 18);
        }).QuickCheckThrowOnFailure();
    }
}
