using System.Text.RegularExpressions;
using Junheng.Core.Reading;
using Junheng.Tests.Support;

namespace Junheng.Tests.Architecture;

public sealed partial class GlossaryTests
{
    [Fact]
    public void Every_identifier_in_the_glossary_exists() => Rule.Holds(Missing(Rows().SelectMany(r => Identifiers(r[2]))));

    [Fact]
    public void Planted_identifiers_that_do_not_exist_are_found() =>
        Assert.Equal(["Inspection", "Claim.Mood"], Missing(["Claim", "Inspection", "Claim.Period", "Claim.Mood", "Bound.Ge"]));

    [Fact]
    public void Every_term_has_five_cells_and_stands_once()
    {
        Assert.All(Rows(), row => Assert.Equal(5, row.Length));
        Assert.Empty(Rows().GroupBy(r => r[0]).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    /// <summary>The field's well-known mix-ups; the glossary has to settle each.</summary>
    [Theory]
    [InlineData("督政组", "督导机构")]
    [InlineData("人次", "人")]
    [InlineData("教职工", "专任教师")]
    [InlineData("增长率", "百分点")]
    [InlineData("整改完成", "销号")]
    [InlineData("认领", "签收")]
    [InlineData("工业区", "镇")]
    [InlineData("上级认定", "区内核验")]
    public void The_known_mix_ups_are_settled_in_one_row(string one, string other) =>
        Assert.Contains(Rows(), row => string.Concat(row) is var text && text.Contains(one) && text.Replace(one, "").Contains(other));

    private static IEnumerable<string[]> Rows() =>
        Checkout.Lines("docs/glossary.md").Where(l => l.StartsWith('|')).Skip(2).Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    private static IEnumerable<string> Identifiers(string cell) => Code().Matches(cell).Select(m => m.Groups[1].Value);

    private static IEnumerable<string> Missing(IEnumerable<string> identifiers)
    {
        var types = typeof(Reader).Assembly.GetTypes().Concat(typeof(Program).Assembly.GetTypes()).ToLookup(t => t.Name.Split('`')[0]);
        return identifiers.Where(identifier => identifier.Split('.') is var parts
            && !types[parts[0]].Any(t => parts.Length == 1 || t.GetMember(parts[1]).Length > 0));
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
