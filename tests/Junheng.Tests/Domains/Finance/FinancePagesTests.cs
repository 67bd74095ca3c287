using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Domains.Finance;
using Junheng.Platform.Access;
using Junheng.Supervision.Facts;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Support;

namespace Junheng.Tests.Domains.Finance;

public sealed class FinancePagesTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task A_year_that_falls_and_a_year_that_is_going_to_are_both_told()
    {
        var district = await District.In(Database);
        double[] profile = [4, 9, 15, 21, 27, 35, 42, 50, 59, 68, 80, 100];
        await using (var scope = Database.AsSystem())
        {
            var number = district.Units["D"].Number;
            List<FactValue> values = [Year(number, Spending.Total, 2021, Stage.Shared, 30e8), Year(number, Spending.Total, 2022, Stage.Shared, 33e8),
                Year(number, Spending.PerStudent, 2021, Stage.Primary, 28000), Year(number, Spending.PerStudent, 2022, Stage.Primary, 27999.99)];
            foreach (var (year, total, months) in new[] { (2021, 30e8, 12), (2022, 33e8, 12), (2023, 25e8, 6) })
                for (var month = 1; month <= months; month++)
                    values.Add(new(number, Stage.Shared, Spending.Executed, Period.OfMonth(year, month), profile[month - 1] / 100 * total, FactOrigin.Department) { Basis = Basis.Flash });
            await scope.Get<Junheng.Supervision.Facts.Facts>().Record(new(BatchKind.Import, "经费"), values);
        }
        using var finance = await district.Visitor("FINANCE", Roles.Contact);
        var page = await finance.Open("/finance");
        Assert.Contains("2022年一般公共预算教育支出33.00亿元", page.Text.Replace(" ", ""));
        Assert.Contains("+10.00", page.Text);
        Assert.Contains("有下降", page.Text);
        Assert.Contains("预计低于上年", page.Text);
        Assert.Contains("预计全年 25.00 亿元", page.Text);
        using var clerk = await district.Visitor("SCHOOL1", Roles.Clerk);
        Assert.NotEqual(System.Net.HttpStatusCode.OK, (await clerk.Open("/finance")).Status);
        var file = await finance.Client.GetAsync("/finance/export.xlsx");
        Assert.Equal(0x04034b50, BitConverter.ToInt32(await file.Content.ReadAsByteArrayAsync()));
    }

    private static FactValue Year(int number, string element, int year, Stage stage, double value) =>
        new(number, stage, element, Period.OfYear(year), value, FactOrigin.Department) { Basis = Basis.FinalAccount };
}
