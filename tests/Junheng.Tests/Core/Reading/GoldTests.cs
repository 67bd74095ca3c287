using Xunit.Abstractions;

namespace Junheng.Tests.Core.Reading;

/// <summary>What the Reader must reach on the hand-labelled documents.</summary>
public sealed class GoldTests(ITestOutputHelper output)
{
    private static readonly string[] Counts = ["named non-claims taken", "checks wanted", "checks found", "checks right", "false alarms", "contradictions found"];

    private static readonly Dictionary<string, double> Common = new()
    {
        ["claims F1"] = 0.97,
        ["bound"] = 0.97,
        ["unit"] = 0.97,
        ["period"] = 0.90,
        ["outline F1"] = 0.97,
        ["named non-claims taken"] = 2,
        ["false alarms"] = 0,
    };

    private static readonly Dictionary<string, Dictionary<string, double>> Own = new()
    {
        ["songjiang-2021"] = new() { ["findings F1"] = 0.98, ["single measures F1"] = 0.85, ["checks found"] = 12, ["checks right"] = 12 },
        ["minhang"] = new() { ["tasks F1"] = 0.98, ["bodies F1"] = 0.98 },
    };

    private static readonly Dictionary<string, Dictionary<string, double>> Samples = new()
    {
        ["self-evaluation"] = new() { ["checks found"] = 23, ["contradictions found"] = 5 },
        ["implementation-opinion"] = new() { ["tasks F1"] = 0.98, ["bodies F1"] = 0.98, ["checks found"] = 1 },
        ["supervision-letter"] = new() { ["findings F1"] = 0.98, ["single measures F1"] = 0.85, ["checks found"] = 7 },
    };

    [GoldTheory]
    [InlineData("songjiang-2021")]
    [InlineData("minhang")]
    public void The_labelled_documents_are_read_as_well_as_agreed(string name) => Compare(name, Gold.Load(name), Own[name]);

    [Theory]
    [InlineData("self-evaluation")]
    [InlineData("implementation-opinion")]
    [InlineData("supervision-letter")]
    public async Task The_samples_are_read_as_well_as_agreed(string name) => Compare(name, await Gold.LoadSample(name), Samples[name]);

    private void Compare(string name, Gold gold, Dictionary<string, double> own)
    {
        var figures = new GoldScore(gold).Figures;
        Print(name, figures);
        Assert.All(Common.Concat(own), want =>
            Assert.True(IsAtMost(want.Key) ? figures[want.Key] <= want.Value : figures[want.Key] >= want.Value, $"{want.Key}: {figures[want.Key]:0.####}, agreed {want.Value}"));
        Assert.Equal(figures.GetValueOrDefault("checks found"), figures.GetValueOrDefault("checks right"));
    }

    private static bool IsAtMost(string figure) => figure is "named non-claims taken" or "false alarms";

    private void Print(string name, Dictionary<string, double> figures)
    {
        foreach (var (figure, value) in figures)
        {
            var line = $"{name,-24}{figure,-26}{(Counts.Contains(figure) ? $"{value:0}" : $"{value:0.0000}")}";
            output.WriteLine(line);
            Console.WriteLine(line);
        }
    }
}
