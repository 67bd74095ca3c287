using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Tests.Support;

namespace Junheng.Tests.Core.Indicators;

public sealed class PackFilesTests
{
    public static TheoryData<string> Keys => [.. Directory.EnumerateFiles(Path.Combine(Checkout.Root, "packs"), "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)!).Order()];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_pack_can_be_read_and_evaluated_without_any_fact(string key)
    {
        var pack = District.Pack(key);
        Assert.Equal(key, pack.Key);
        var result = new District().Evaluate(pack);
        Assert.DoesNotContain(result.Criteria, c => c.Verdict == Verdict.Meets);
        Assert.DoesNotContain(Evaluation.For(pack).Reads(Period.OfYear(2023)), r => pack.Element(r.Element) is null);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_criterion_names_a_document_and_nothing_unfound_has_a_value_of_law(string key)
    {
        var pack = District.Pack(key);
        Assert.All(pack.Criteria, c => Assert.NotEmpty(c.Source.Document));
        Assert.All(pack.Criteria, c => Assert.True(pack.Sections.Any(s => s.Key == c.Section), $"{key} {c.Key}: section {c.Section}"));
        Assert.All(pack.Criteria.Where(c => c.Source.Certainty <= Certainty.Memory), c => Assert.NotNull(c.Source.Note ?? c.Note));
    }
}
