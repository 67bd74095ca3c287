using Junheng.Core.Schooling;
using Junheng.Supervision.Schools;
using Junheng.Supervision.Schools.Lists;

namespace Junheng.Tests.Supervision.Schools.Lists;

public sealed class ListRulesTests
{
    private static readonly SchoolRow Primary = new(1, Guid.CreateVersion7(), 1, "A", "甲小学", Stage.Primary, SchoolNature.Public, SchoolUnit.School, null, null, null, 1, null, null, null, null);

    [Theory]
    [InlineData(49L, ListState.Excluded)]
    [InlineData(50L, ListState.Included)]
    [InlineData(null, ListState.Undetermined)]
    public void A_teaching_point_counts_from_fifty_pupils_and_cannot_be_told_without_a_number(long? pupils, ListState state)
    {
        var known = new Dictionary<int, long>();
        if (pupils is { } count) known[1] = count;
        var row = Assert.Single(ListRules.Choose(ListPurpose.QualityBalance, [Primary with { Unit = SchoolUnit.TeachingPoint }], known));
        Assert.Equal(state, row.State);
        Assert.Equal(state == ListState.Included, row.Reason is null);
    }

    [Theory]
    [InlineData(Stage.Special)]
    [InlineData(Stage.Vocational)]
    public void Special_and_vocational_schools_are_left_out_of_the_evaluation_with_all_their_stages(Stage stage)
    {
        var rows = ListRules.Choose(ListPurpose.QualityBalance, [Primary, Primary with { Stage = stage }], new Dictionary<int, long>());
        Assert.All(rows, r => Assert.Equal(ListState.Excluded, r.State));
    }

    [Fact]
    public void Of_a_complete_secondary_school_only_the_compulsory_stage_is_evaluated()
    {
        var rows = ListRules.Choose(ListPurpose.QualityBalance, [Primary with { Stage = Stage.Junior }, Primary with { Stage = Stage.Senior }], new Dictionary<int, long>());
        Assert.Equal([ListState.Included, ListState.Excluded], rows.Select(r => r.State));
    }

    [Fact]
    public void The_census_counts_schools_and_the_certificates_count_sites()
    {
        SchoolRow[] schools = [Primary, Primary with { Stage = Stage.Junior }, Primary with { Id = Guid.CreateVersion7(), Number = 2, Unit = SchoolUnit.Campus },
            Primary with { Id = Guid.CreateVersion7(), Number = 3, Unit = SchoolUnit.TeachingPoint }];
        Assert.Equal(1, Included(ListPurpose.Census));
        Assert.Equal(3, Included(ListPurpose.Certificates));

        int Included(ListPurpose purpose) =>
            ListRules.Choose(purpose, schools, new Dictionary<int, long>()).Where(r => r.State == ListState.Included).DistinctBy(r => r.Id).Count();
    }
}
