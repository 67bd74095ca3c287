using System.Text.RegularExpressions;
using Junheng.Tests.Support;

namespace Junheng.Tests.Architecture;

/// <summary>What the documents point at exists: files they link to, commands they name.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Every_relative_link_leads_to_a_file() =>
        Rule.Holds(Checkout.Files("", ".md").SelectMany(file => Broken(file, Checkout.Text(file))));

    [Theory]
    [InlineData("docs/style.md", "see [nothing](nothing.md)")]
    [InlineData("README.md", "![shot](docs/missing.png)")]
    [InlineData("docs/decisions/0001.md", "[root](../../missing#part)")]
    public void A_planted_broken_link_is_found(string file, string text) => Assert.Single(Broken(file, text));

    [Theory]
    [InlineData("docs/style.md", "[glossary](glossary.md#terms), [site](https://example.org), [here](#rules)")]
    [InlineData("README.md", "[style](docs/style.md \"Style\")\n```\n[not](a-link)\n```")]
    public void Links_to_files_other_sites_and_headings_are_fine(string file, string text) => Assert.Empty(Broken(file, text));

    private static IEnumerable<string> Broken(string file, string text) =>
        from Match link in Link().Matches(Fence().Replace(text, ""))
        let target = Uri.UnescapeDataString(link.Groups[1].Value.Split('#')[0])
        where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
        where !Path.Exists(Path.Combine(Checkout.Root, Path.GetDirectoryName(file)!, target))
        select $"{file} links to {target}";

    [GeneratedRegex(@"\]\(([^)\s]+)(?:\s+""[^""]*"")?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
