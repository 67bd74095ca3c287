using Junheng.Supervision.Surveys.Frames;

namespace Junheng.Tests.Supervision.Surveys.Frames;

public sealed class CoarseningTests
{
    private static readonly CellPlace District = new(Guid.CreateVersion7(), CellLevel.District, "云浦区");
    private static readonly CellPlace[] Towns = [.. Enumerable.Range(1, 3).Select(n => Guid.CreateVersion7()).Select((id, at) => new CellPlace(id, CellLevel.Town, $"街镇{at + 1}", id, $"街镇{at + 1}"))];
    private readonly List<SurveyCell> cells = [];

    private SurveyCell School(string respondents, int? size, CellPlace? town)
    {
        var cell = new SurveyCell(1, cells.Count + 1, new(Guid.CreateVersion7(), CellLevel.School, $"学校{cells.Count + 1}", town?.Id, town?.Name), respondents);
        cell.Count(size, SizeOrigin.Typed);
        cells.Add(cell);
        return cell;
    }

    private void Heads(int count, CellPlace? town)
    {
        for (var at = 0; at < count; at++) School("head", 1, town);
    }

    [Fact]
    public void Heads_of_a_town_with_enough_of_them_are_kept_by_town_the_others_by_district()
    {
        Heads(12, Towns[0]);
        Heads(6, Towns[1]);
        Heads(5, Towns[2]);
        var coarsening = Coarsening.Of(cells, District, 10);
        Assert.Equal([("街镇1", 12), ("云浦区", 11)], coarsening.Groups.Select(g => (g.Place, g.Size!.Value)));
        Assert.All(cells, c => Assert.NotEqual(c.Number, coarsening.StoredAs[c.Number]));
    }

    [Fact]
    public void A_rest_too_small_for_the_district_takes_the_smallest_town_with_it()
    {
        Heads(12, Towns[0]);
        Heads(10, Towns[1]);
        Heads(3, Towns[2]);
        Assert.Equal([("街镇1", 12), ("云浦区", 13)], Coarsening.Of(cells, District, 10).Groups.Select(g => (g.Place, g.Size!.Value)));
    }

    [Fact]
    public void Large_cells_keep_themselves_and_a_cell_of_unknown_size_counts_as_nobody()
    {
        var large = School("teacher", 10, Towns[0]);
        var small = Enumerable.Range(0, 2).Select(_ => School("teacher", 9, Towns[0])).ToList();
        var unknown = School("teacher", null, Towns[1]);
        var coarsening = Coarsening.Of(cells, District, 10);
        Assert.Equal(large.Number, coarsening.StoredAs[large.Number]);
        Assert.Single(small.Append(unknown).Select(c => coarsening.StoredAs[c.Number]).Distinct());
        Assert.Equal([("云浦区", (int?)null)], coarsening.Groups.Select(g => (g.Place, g.Size)));
    }

    [Fact]
    public void A_small_cell_that_finds_no_other_is_kept_with_the_smallest_large_one()
    {
        var larger = School("teacher", 40, Towns[0]);
        var smallest = School("teacher", 12, Towns[1]);
        var small = School("teacher", 9, Towns[2]);
        var coarsening = Coarsening.Of(cells, District, 10);
        Assert.Equal(21, Assert.Single(coarsening.Groups).Size);
        Assert.Equal(coarsening.StoredAs[small.Number], coarsening.StoredAs[smallest.Number]);
        Assert.Equal(larger.Number, coarsening.StoredAs[larger.Number]);
    }

    [Fact]
    public void Classes_never_share_a_group_and_no_small_cell_stays_by_itself()
    {
        Heads(15, Towns[0]);
        for (var at = 0; at < 4; at++) School("teacher", 6, Towns[0]);
        var coarsening = Coarsening.Of(cells, District, 10);
        Assert.Equal(["head", "teacher"], coarsening.Groups.Select(g => g.Class));
        foreach (var group in coarsening.Groups) Assert.All(cells.Where(c => coarsening.StoredAs[c.Number] == group.Number), c => Assert.Equal(group.Class, c.Class));
        Assert.DoesNotContain(cells, c => c.Size < 10 && coarsening.StoredAs[c.Number] == c.Number);
    }

    [Fact]
    public void What_is_asked_of_the_whole_district_is_kept_as_it_is()
    {
        var delegates = new SurveyCell(1, 1, District, "congress");
        Assert.Equal(1, Coarsening.Of([delegates], District, 10).StoredAs[1]);
        Assert.Empty(Coarsening.Of([delegates], District, 10).Groups);
    }
}
