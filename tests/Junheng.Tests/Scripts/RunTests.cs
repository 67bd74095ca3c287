using System.Runtime.Versioning;

namespace Junheng.Tests.Scripts;

/// <summary>When <c>./run</c> builds, and what it lets through. The stand-in for the SDK notes each build and makes an
/// executable that prints its arguments and the content it was built from.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RunTests : IDisposable
{
    private const string Source = "src/Junheng/Program.cs";

    private readonly ScriptFolder folder = new("run", """
        if [ "$1" = --list-sdks ]; then echo "10.0.100 [here]"; exit; fi
        root=$(dirname "$(readlink -f "$0")")/..
        echo build >>"$root/builds.txt"
        echo "chatter of the build"
        sleep 0.2
        ! grep -q broken "$root/src/Junheng/Program.cs" || { echo "Program.cs(1,1): error CS1002: ; expected"; exit 1; }
        while [ "$1" != -o ]; do shift; done
        mkdir -p "$2"
        printf '#!/usr/bin/env bash\necho "%s $*"; echo "data $JUNHENG_DATA" >&2; exit 3\n' "$(cat "$root/src/Junheng/Program.cs")" >"$2/junheng"
        chmod +x "$2/junheng"
        """);

    public RunTests() => folder.Write(Source, "one");

    [Fact]
    public async Task The_first_call_builds_and_only_the_command_writes_to_stdout()
    {
        var (exit, output, error) = await Run("read", "a b.docx", "--json");
        Assert.Equal("one read a b.docx --json\n", output);
        Assert.Equal(3, exit);
        Assert.DoesNotContain("chatter", error, StringComparison.Ordinal);
        Assert.Contains($"data {folder.Root}/data", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_changed_means_no_build()
    {
        await Run();
        await Run();
        folder.Write("tests/Junheng.Tests/SomeTests.cs", "changed");
        folder.Write("src/Junheng/obj/generated.cs", "changed");
        folder.Write("src/Junheng/Platform/README.md", "changed");
        await Run();
        Assert.Equal(1, Builds);
    }

    [Theory]
    [InlineData(Source)]
    [InlineData("src/Junheng.Core/New.cs")]
    [InlineData("packs/standards.yaml")]
    [InlineData("samples/letter.md")]
    [InlineData("src/Junheng/packages.lock.json")]
    [InlineData("package-lock.json")]
    [InlineData("Directory.Packages.props")]
    public async Task A_changed_or_new_source_means_a_build(string file)
    {
        await Run();
        folder.Write(file, "two");
        await Run();
        Assert.Equal(2, Builds);
    }

    [Fact]
    public async Task A_removed_source_means_a_build()
    {
        folder.Write("src/Junheng/Old.cs", "old");
        await Run();
        File.Delete(Path.Combine(folder.Root, "src/Junheng/Old.cs"));
        await Run();
        Assert.Equal(2, Builds);
    }

    [Fact]
    public async Task A_content_that_was_built_before_is_not_built_again()
    {
        await Run();
        folder.Write(Source, "two");
        await Run();
        folder.Write(Source, "one");
        Assert.StartsWith("one", (await Run()).Out, StringComparison.Ordinal);
        Assert.Equal(2, Builds);
    }

    [Fact]
    public async Task Calls_at_the_same_time_build_once()
    {
        var calls = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Run($"{n}")));
        Assert.Equal(Enumerable.Range(0, 6).Select(n => $"one {n}\n"), calls.Select(c => c.Out));
        Assert.Equal(1, Builds);
    }

    [Fact]
    public async Task A_failed_build_says_why_on_stderr_and_runs_nothing()
    {
        await Run();
        folder.Write(Source, "broken");
        var (exit, output, error) = await Run();
        Assert.Equal(1, exit);
        Assert.Equal("", output);
        Assert.Contains("error CS1002", error, StringComparison.Ordinal);
        Assert.Contains("构建失败", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_SDK_the_message_names_it()
    {
        using var bare = new ScriptFolder("run", null);
        bare.Write(Source, "one");
        var (exit, output, error) = await bare.Run("run", []);
        Assert.Equal((1, ""), (exit, output));
        Assert.Contains(".NET 10 SDK", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Node_the_message_names_it()
    {
        folder.Write("package.json", "{}");
        var (exit, _, error) = await Run();
        Assert.Equal(1, exit);
        Assert.Contains("Node.js", error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private int Builds => folder.Read("builds.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    private Task<(int Exit, string Out, string Error)> Run(params string[] arguments) => folder.Run("run", arguments);
}
