using Junheng.Core.Indicators;
using Junheng.Core.Schooling;
using Junheng.Domains.Finance;
using Junheng.Platform.Access;

namespace Junheng.Tests.Domains.Finance;

public sealed class SpendingYearTests
{
    [Fact]
    public void The_growth_published_for_yantai_comes_out_of_its_two_amounts()
    {
        var years = Series((2021, Basis.FinalAccount, 134.57e8), (2022, Basis.FinalAccount, 143.28e8));
        Assert.Equal("6.47", years[1].Growth!.Value.ToString("0.00"));
        Assert.Equal(Verdict.Meets, years[1].Verdict);
    }

    [Fact]
    public void The_first_year_and_a_year_after_a_gap_cannot_be_told()
    {
        var years = Series((2019, Basis.None, 10), (2021, Basis.None, 12));
        Assert.Equal([Verdict.Unknown, Verdict.Unknown, Verdict.Unknown], years.Select(y => y.Verdict));
        Assert.Equal([10, null, 12], years.Select(y => y.Value));
    }

    [Fact]
    public void A_budget_is_not_compared_with_what_was_spent()
    {
        var year = Series((2022, Basis.FinalAccount, 10), (2023, Basis.Budget, 12))[1];
        Assert.Equal((Verdict.Unknown, true), (year.Verdict, year.BasisDiffers));
        var both = Series((2022, Basis.FinalAccount, 10), (2022, Basis.Budget, 13), (2023, Basis.Budget, 12))[1];
        Assert.Equal((Verdict.Fails, Basis.Budget), (both.Verdict, both.Basis));
    }

    [Fact]
    public void A_fall_by_one_fen_is_a_fall() => Assert.Equal(Verdict.Fails, Series((2022, Basis.None, 12710.81), (2023, Basis.None, 12710.80))[1].Verdict);

    [Fact]
    public void Liandu_grows_in_total_and_falls_in_kindergartens()
    {
        var totals = Series((2021, Basis.FinalAccount, 78060.19e4), (2022, Basis.FinalAccount, 85086.65e4));
        var kindergartens = Series((2021, Basis.FinalAccount, 17049.52), (2022, Basis.FinalAccount, 13248.56));
        var primary = Series((2021, Basis.FinalAccount, 17937.20), (2022, Basis.FinalAccount, 20018.65));
        Assert.Equal("-22.29", kindergartens[1].Growth!.Value.ToString("0.00"));
        Assert.Equal(Verdict.Fails, Both(totals, (Stage.Kindergarten, kindergartens), (Stage.Primary, primary)));
        Assert.Equal(Verdict.Meets, Both(totals, (Stage.Primary, primary)));
    }

    [Fact]
    public void With_the_total_alone_two_rules_are_not_called_kept() => Assert.Equal(Verdict.Unknown, Both(Series((2021, Basis.None, 1), (2022, Basis.None, 2))));

    [Fact]
    public void A_stage_without_this_year_leaves_both_open() =>
        Assert.Equal(Verdict.Unknown, Both(Series((2021, Basis.None, 1), (2022, Basis.None, 2)), (Stage.Primary, Series((2020, Basis.None, 1), (2021, Basis.None, 2)))));

    private static IReadOnlyList<SpendingYear> Series(params (int Year, Basis Basis, double Value)[] values) =>
        SpendingYear.Series(values.ToDictionary(v => (v.Year, v.Basis), v => v.Value));

    private static Verdict Both(IReadOnlyList<SpendingYear> totals, params (Stage, IReadOnlyList<SpendingYear>)[] stages) =>
        new DistrictSpending(new Organisation(1, "D", "云浦区", OrganisationKind.District, null, 1), totals, stages, new Dictionary<int, IReadOnlyList<double?>>(), 0).BothHold;
}
