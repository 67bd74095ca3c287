using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;

namespace Junheng.Bench;

/// <summary>A district of 167 schools in 17 towns with a value of every element of every pack, this year and last.</summary>
internal static class MeasuresDistrict
{
    public const int Schools = 167;

    private const int District = 1, Towns = 17, FirstSchool = 1000;

    public static (Dataset Data, Period Period) Make(IReadOnlyList<Pack> packs)
    {
        var period = Period.OfYear(2023);
        var rows = new List<FrameRow>();
        for (var town = 0; town < Towns; town++) rows.Add(new(100 + town, Stage.Shared, District) { Level = Level.Town, Town = 100 + town });
        for (var school = 0; school < Schools; school++)
            foreach (var stage in StagesOf(school))
                rows.Add(new(FirstSchool + school, stage, District) { Town = 100 + (school % Towns), Nature = school % 9 == 0 ? SchoolNature.Private : SchoolNature.Public });
        var data = new Dataset(Frame.Of(rows));
        var random = new Random(5);
        foreach (var element in packs.SelectMany(p => p.Elements).DistinctBy(e => e.Key))
            foreach (var at in new[] { period, period.Previous })
                data.Set(element.Key, at, [.. Enumerable.Range(0, data.Frame.Count).Select(row => Value(element, data.Frame[row], random))]);
        return (data, period);
    }

    private static Stage[] StagesOf(int school) => (school % 10) switch
    {
        0 => [Stage.Primary, Stage.Junior, Stage.Shared],
        1 => [Stage.Junior, Stage.Senior, Stage.Shared],
        < 5 => [Stage.Primary],
        < 7 => [Stage.Junior],
        7 => [Stage.Senior],
        _ => [Stage.Kindergarten],
    };

    private static double Value(Element element, FrameRow row, Random random)
    {
        if (element.Level != row.Level) return double.NaN;
        var shared = row.Level == Level.School && row.Stage == Stage.Shared;
        var through = row.Level == Level.School && (row.Organisation - FirstSchool) % 10 < 2;
        if (shared || (through && element.Split)) return shared && element.Split ? random.Next(1000, 20000) : double.NaN;
        return element.Key == "students" ? random.Next(200, 1800) : random.Next(1, 90);
    }
}
