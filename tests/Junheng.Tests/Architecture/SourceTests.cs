using System.Text.RegularExpressions;
using Junheng.Tests.Support;

namespace Junheng.Tests.Architecture;

/// <summary>Rules a file keeps by itself: its length, its namespace, and nothing in it that only one machine knows.</summary>
public sealed partial class SourceTests
{
    private const int LongestFile = 300;

    /// <summary>Files that hold one idea in more lines than the rest: each with its reason.</summary>
    private static readonly string[] Long = [];

    [Fact]
    public void No_source_file_is_longer_than_three_hundred_lines() =>
        Rule.Holds(Sources(".cs", ".razor", ".js", ".css").Except(Long)
            .SelectMany(file => TooLong(file, Checkout.Lines(file).Length)));

    [Fact]
    public void A_planted_long_file_is_found() => Assert.Single(TooLong("src/Long.cs", LongestFile + 1));

    [Fact]
    public void The_namespace_is_the_folder() =>
        Rule.Holds(Sources(".cs").Where(f => !f.Contains("/Planted/", StringComparison.Ordinal))
            .SelectMany(file => WrongNamespace(file, Checkout.Text(file))));

    [Theory]
    [InlineData("src/Junheng/Platform/Jobs/Job.cs", "namespace Junheng.Platform;")]
    [InlineData("src/Junheng.Core/Reading/Reader.cs", "namespace Junheng.Core;\n")]
    public void A_planted_wrong_namespace_is_found(string file, string source) => Assert.Single(WrongNamespace(file, source));

    [Fact]
    public void Nothing_names_a_folder_of_one_machine_or_a_package_registry() =>
        Rule.Holds(Checkout.Files().Where(IsText).SelectMany(file => LocalNames(file, Checkout.Text(file))));

    [Fact]
    public void A_planted_folder_or_registry_is_found()
    {
        Assert.Single(LocalNames("a.md", "see /" + "home/li/notes.txt"));
        Assert.Single(LocalNames("b.sh", "cd \"/" + "root/project\""));
        Assert.Single(LocalNames("c.json", "\"resolved\": \"https://registry." + "example.org/x.tgz\""));
        Assert.Empty(LocalNames("d.md", "artifacts/app/junheng, /about/components and ~/documents"));
    }

    private static IEnumerable<string> Sources(params string[] endings) =>
        new[] { "src", "tests", "bench" }.SelectMany(folder => Checkout.Files(folder, endings));

    private static bool IsText(string file) => Path.GetExtension(file) is ".cs" or ".razor" or ".js" or ".css" or ".md" or ".json"
        or ".yaml" or ".yml" or ".xml" or ".props" or ".targets" or ".csproj" or ".slnx" or ".txt" or ".csv" or ".sh" or "" or ".npmrc";

    private static IEnumerable<string> TooLong(string file, int lines)
    {
        if (lines > LongestFile) yield return $"{file} has {lines} lines";
    }

    private static IEnumerable<string> WrongNamespace(string file, string source)
    {
        var folder = file.Split('/')[1..^1];
        var expected = string.Join('.', folder);
        return NamespaceLine().Matches(source).Select(m => m.Groups[1].Value).Where(n => n != expected)
            .Select(n => $"{file} declares {n}, its folder says {expected}");
    }

    private static IEnumerable<string> LocalNames(string file, string text) =>
        LocalName().Matches(text).Select(m => $"{file} names {m.Value}");

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"(?<![\w.~*}-])/(home|root|work|tmp|Users)/[\w.]+|https?://(registry|api|www)\.[\w.-]*(npm|nuget|example)[\w.-]*")]
    private static partial Regex LocalName();
}
