using Junheng.Domains.Finance;

namespace Junheng.Tests.Domains.Finance;

public sealed class SpendingForecastTests
{
    private static readonly double?[] Late = [4, 9, 15, 21, 27, 35, 42, 50, 59, 68, 80, 100];
    private static readonly double?[] Later = [3, 8, 14, 20, 26, 33, 40, 48, 57, 66, 78, 104];

    [Fact]
    public void The_estimate_follows_the_districts_own_months_and_not_a_twelfth_each()
    {
        var forecast = SpendingForecast.Of(2023, Years((2021, Late), (2022, Later), (2023, [4, 9, 15, 21, 27, 36])));
        Assert.Equal(6, forecast.Month);
        Assert.Equal(36 / ((0.35 + (33 / 104.0)) / 2), forecast.Estimate!.Value, 9);
        Assert.Equal(36 / 0.35, forecast.Low!.Value, 9);
        Assert.Equal(36 / (33 / 104.0), forecast.High!.Value, 9);
        Assert.NotEqual(72, forecast.Estimate.Value, 0);
        Assert.Null(forecast.Path[4]);
        Assert.Equal(36, forecast.Path[5]!.Value.High, 9);
        Assert.Equal(forecast.Low.Value, forecast.Path[11]!.Value.Low, 9);
        Assert.Equal(forecast.High.Value, forecast.Path[11]!.Value.High, 9);
        Assert.Equal(Outlook.AtRisk, forecast.Outlook);
    }

    [Theory]
    [InlineData(37, Outlook.Holds)]
    [InlineData(30, Outlook.Falls)]
    public void A_band_wholly_above_or_below_the_year_before_is_told_plainly(double spent, Outlook outlook) =>
        Assert.Equal(outlook, SpendingForecast.Of(2023, Years((2021, Late), (2022, Later), (2023, [4, 9, 15, 21, 27, spent]))).Outlook);

    [Fact]
    public void One_earlier_year_is_no_profile()
    {
        var forecast = SpendingForecast.Of(2023, Years((2022, Later), (2023, [4, 9])));
        Assert.Null(forecast.Estimate);
        Assert.Equal(Outlook.Unknown, forecast.Outlook);
    }

    [Fact]
    public void A_year_with_a_missing_or_shrinking_month_is_left_out()
    {
        double?[] missing = [.. Late];
        missing[4] = null;
        double?[] shrinking = [.. Late];
        shrinking[4] = 20;
        var forecast = SpendingForecast.Of(2023, Years((2019, missing), (2020, shrinking), (2021, Late), (2022, Later), (2023, [5, 10])));
        Assert.Equal([2021, 2022], forecast.Shares.Select(share => share.Year));
    }

    [Fact]
    public void A_finished_year_is_no_forecast_any_more()
    {
        var forecast = SpendingForecast.Of(2022, Years((2021, Late), (2022, Later)));
        Assert.Equal((104.0, 104.0, Outlook.Holds), (forecast.Low!.Value, forecast.High!.Value, forecast.Outlook));
    }

    [Fact]
    public void Nothing_reported_tells_nothing() => Assert.Equal(Outlook.Unknown, SpendingForecast.Of(2023, Years((2021, Late), (2022, Later))).Outlook);

    private static Dictionary<int, IReadOnlyList<double?>> Years(params (int Year, double?[] Months)[] years) =>
        years.ToDictionary(year => year.Year, year => (IReadOnlyList<double?>)year.Months);
}
