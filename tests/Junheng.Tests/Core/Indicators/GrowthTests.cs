using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Quantities;
using Junheng.Core.Schooling;

namespace Junheng.Tests.Core.Indicators;

/// <summary>两个只增不减 on the announcements of 2022 and 2023.</summary>
public sealed class GrowthTests
{
    private static readonly Period Now = Period.OfYear(2022), Before = Period.OfYear(2021);
    private static readonly Stage[] Order = [Stage.Kindergarten, Stage.Primary, Stage.Junior, Stage.Senior, Stage.Vocational];

    [Theory]
    [InlineData("143.28/134.57=6.47", "5624.45/4980.47=12.93 14577.98/14425.29=1.06 23298.13/22585.11=3.16 27100.44/24586.43=10.23 31504.20/30355.33=3.78", "", Verdict.Meets)]
    [InlineData("85086.65/78060.19=9.00", "13248.56/17049.52=-22.29 20018.65/17937.20=11.60 23726.49/22603.30=4.97", "kindergarten", Verdict.Fails)]
    [InlineData("284597/282255=0.83", "2431.76/2277.64=6.77 9014.32/9164.90=-1.64 15062.15/15190.39=-0.84 14402.18/14342.67=0.41 8403.18/8268.47=1.63", "primary junior", Verdict.Fails)]
    [InlineData("141039.34/140774.19=0.19", "3364.22/2961.34=13.60 12710.81/12445.99=2.13 14794.32/14476.84=2.19 12767.56/12388.91=3.06 14609.52/12530.03=16.60", "", Verdict.Meets)]
    public void Announcements_are_judged_for_the_total_and_stage_by_stage(string total, string stages, string failing, Verdict verdict)
    {
        var district = new District();
        var all = Read(total);
        district.Own("expenditure_total", all.Now, period: Now).Own("expenditure_total", all.Before, period: Before);
        var each = stages.Split(' ').Select(Read).ToArray();
        for (var i = 0; i < each.Length; i++)
            district.Own("expenditure_per_student", each[i].Now, Order[i], Now).Own("expenditure_per_student", each[i].Before, Order[i], Before);
        var result = district.Evaluate("growth", Now);
        Assert.Equal(all.Growth, Math.Round(result.Criteria.Single(c => c.Key == "total").Value, 2));
        Assert.Equal(Verdict.Meets, result.Criteria.Single(c => c.Key == "total").Verdict);
        var staged = result.Criteria.Where(c => c.Criterion.Key == "per_student").ToArray();
        Assert.Equal(each.Select(e => e.Growth), staged.Select(c => Math.Round(c.Value, 2)));
        Assert.Equal(failing, string.Join(' ', staged.Where(c => c.Verdict == Verdict.Fails).Select(c => c.Stage.Key())));
        Assert.Equal(verdict, result.Verdict);
    }

    [Fact]
    public void Without_a_base_year_or_with_one_measure_only_nothing_is_decided()
    {
        var first = new District().Own("expenditure_total", 24.43, period: Now).Evaluate("growth", Now);
        Assert.Equal(Verdict.Unknown, first.Criteria.Single(c => c.Key == "total").Verdict);
        var one = new District().Own("expenditure_total", 24.43, period: Now).Own("expenditure_total", 21.61, period: Before).Evaluate("growth", Now);
        Assert.Equal((Verdict.Meets, Verdict.Unknown), (one.Criteria.Single(c => c.Key == "total").Verdict, one.Verdict));
    }

    [Fact]
    public void A_budget_is_never_compared_with_a_final_account()
    {
        var district = new District().Own("expenditure_total", 110, period: Now, basis: Basis.Budget).Own("expenditure_total", 100, period: Before, basis: Basis.FinalAccount);
        Assert.Equal(Verdict.Unknown, Total(district).Verdict);
        district.Own("expenditure_total", 120, period: Before, basis: Basis.Budget);
        Assert.Equal((Verdict.Fails, Basis.Budget), (Total(district).Verdict, Total(district).Basis));
        district.Own("expenditure_total", 101, period: Now, basis: Basis.FinalAccount);
        Assert.Equal((1.0, Basis.FinalAccount), (Math.Round(Total(district).Value, 9), Total(district).Basis));

        static CriterionResult Total(District district) => district.Evaluate("growth", Now).Criteria.Single(c => c.Key == "total");
    }

    [Theory]
    [InlineData("5.21", "4.71", "1.06", Verdict.Fails)]
    [InlineData("5.21", "4.71", "10.62", Verdict.Meets)]
    [InlineData("33844.74", "34583.04", "-1.73", Verdict.Fails)]
    [InlineData("33844.74", "34583.04", "-2.13", Verdict.Meets)]
    [InlineData("41.71", "39.70", "5.07", Verdict.Meets)]
    [InlineData("41.71", "0", "5.07", Verdict.Unknown)]
    public void A_published_growth_has_to_fit_its_own_figures(string now, string before, string growth, Verdict verdict) =>
        Assert.Equal(verdict, StatedGrowth.Agrees(Rounded(growth), Rounded(now), Rounded(before)));

    private static Interval Rounded(string text) =>
        Interval.Rounded(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture), text.Contains('.') ? text.Length - text.IndexOf('.') - 1 : 0);

    private static (double Now, double Before, double Growth) Read(string text)
    {
        var parts = text.Split('/', '=').Select(p => double.Parse(p, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return (parts[0], parts[1], parts[2]);
    }
}
