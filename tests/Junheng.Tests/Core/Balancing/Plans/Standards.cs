using Junheng.Core.Balancing.Plans;
using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;

namespace Junheng.Tests.Core.Balancing.Plans;

/// <summary>A small standard in the manner of 优质均衡 and a district to hold it against.</summary>
internal sealed class Standards
{
    public const int District = 9000;
    private static readonly Source Source = new("测试标准", Certainty.Memory);
    private readonly List<FrameRow> _rows = [];
    private readonly List<(string Element, int School, Stage Stage, double Value)> _values = [];

    public static Period Period { get; } = Period.OfSchoolYear(2023);

    public static Pack Pack { get; } = new()
    {
        Key = "test",
        Name = "测试",
        Source = Source,
        Stages = [Stage.Primary, Stage.Junior],
        Sections = [],
        Exclusions = [],
        Elements =
        [
            Element("students", "人", Movability.Fixed),
            Element("teachers", "人", Movability.Transfer),
            Element("teachers_backbone", "人", Movability.Transfer) with { Companions = ["teachers"] },
            Element("area_teaching", "㎡", Movability.AddConvertRelieve) with { Split = true, Step = 10 },
            Element("equipment_value", "元", Movability.TransferOrBuy) with { Split = true, Step = 10_000 },
        ],
        Indicators =
        [
            Indicator("L0", "teachers / students", "人/百人", 5),
            Indicator("L2", "teachers_backbone / students", "人/百人", 1),
            Indicator("L4", "area_teaching / students", "㎡/人", 4.5m),
            Indicator("L6", "equipment_value / students", "元/人", 2000),
        ],
        Criteria = [],
        SplitWeights = new Dictionary<Stage, decimal> { [Stage.Primary] = 1, [Stage.Junior] = 1.1m, [Stage.Senior] = 1.32m },
        SchoolRule = new(["L0", "L2", "L4", "L6"], 3, Source),
        DispersionRule = new(["L0", "L2", "L4", "L6"], "students", new Dictionary<Stage, Threshold> { [Stage.Primary] = new(Comparison.AtMost, 0.5m), [Stage.Junior] = new(Comparison.AtMost, 0.45m) }, false, Source),
    };

    /// <summary>A school of one stage or, with several, a through-school whose area and equipment are shared.</summary>
    public Standards School(int number, (Stage Stage, double Students, double Teachers, double Backbone)[] stages, double area, double equipment, int group = 0)
    {
        foreach (var stage in stages)
        {
            _rows.Add(new(number, stage.Stage, District) { Group = group });
            _values.AddRange([("students", number, stage.Stage, stage.Students), ("teachers", number, stage.Stage, stage.Teachers), ("teachers_backbone", number, stage.Stage, stage.Backbone)]);
        }

        _rows.Add(new(number, Stage.Shared, District) { Group = group });
        _values.AddRange([("area_teaching", number, Stage.Shared, area), ("equipment_value", number, Stage.Shared, equipment)]);
        return this;
    }

    public Standards Primary(int number, double students, double teachers, double backbone, double area, double equipment, int group = 0) =>
        School(number, [(Stage.Primary, students, teachers, backbone)], area, equipment, group);

    public RepairQuestion Ask(string indicator, Stage stage = Stage.Primary)
    {
        var data = new Dataset(Frame.Of(_rows));
        foreach (var (element, school, at, value) in _values) data.Edit(element, Period)[data.Frame.Find(school, at)] = value;
        return new(changed => Evaluation.Of(Pack, changed, Period), data, Period, District, indicator, stage);
    }

    private static Element Element(string key, string unit, Movability movability) => new(key, key, unit, 0, Level.School) { Movability = movability };

    private static Indicator Indicator(string key, string formula, string unit, decimal threshold) => new(key, key, formula, unit, 2, Level.School)
    {
        Stages = [Stage.Primary, Stage.Junior],
        Source = Source,
        Thresholds = new Dictionary<Stage, Threshold> { [Stage.Primary] = new(Comparison.AtLeast, threshold), [Stage.Junior] = new(Comparison.AtLeast, threshold) },
        Floors = new Dictionary<Stage, Threshold> { [Stage.Primary] = new(Comparison.AtLeast, threshold * 0.85m), [Stage.Junior] = new(Comparison.AtLeast, threshold * 0.85m) },
    };
}
