using System.Runtime.Versioning;

namespace Junheng.Tests.Scripts;

/// <summary>What <c>./test</c> makes of the result files. The stand-in for the SDK writes those the test prepared.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class TestTests : IDisposable
{
    private const string All = "poppler,libreoffice,cbc,postgres,chromium,fonts";

    private readonly ScriptFolder folder = new("test", """
        root=$(dirname "$(readlink -f "$0")")/..
        echo "$*" >>"$root/calls.txt"
        [ "$1" = test ] || exit 0
        while [ $# -gt 0 ]; do
          case $1 in --results-directory) results=$2 ;; *LogFileName=*) name=${1#*LogFileName=} ;; esac
          shift
        done
        [ ! -e "$root/$name" ] || cp "$root/$name" "$results/$name"
        ! grep -q 'outcome="Failed"' "$root/$name" || exit 1
        """);

    [Fact]
    public async Task The_last_line_adds_up_the_suites_and_skipped_tests_stand_before_it()
    {
        folder.Write("fast.trx", Results(passed: 3, failed: 0, skipped: 1));
        var (exit, lines) = await Run(("JUNHENG_WITHOUT", All));
        Assert.Equal(["1 skipped", "3 passed, 0 failed"], lines[^2..]);
        Assert.Contains("left out as JUNHENG_WITHOUT asks: postgres browser", lines);
        Assert.Equal(0, exit);
    }

    [Fact]
    public async Task A_failed_test_fails_the_run()
    {
        folder.Write("fast.trx", Results(passed: 3, failed: 2, skipped: 0));
        var (exit, lines) = await Run(("JUNHENG_WITHOUT", All));
        Assert.Equal("3 passed, 2 failed", lines[^1]);
        Assert.Equal(1, exit);
    }

    [Fact]
    public async Task A_suite_that_dies_or_is_empty_counts_as_a_failure()
    {
        var (exit, lines) = await Run(("JUNHENG_WITHOUT", All));
        Assert.Equal("0 passed, 1 failed", lines[^1]);
        Assert.Equal(1, exit);
    }

    [Fact]
    public async Task The_slowest_tests_are_named_with_their_time()
    {
        folder.Write("fast.trx", Results(passed: 12, failed: 0, skipped: 0));
        var (_, lines) = await Run(("JUNHENG_WITHOUT", All));
        var slowest = lines.SkipWhile(l => l != "== ten slowest tests").Skip(1).TakeWhile(l => l.StartsWith(' ')).ToList();
        Assert.Equal(10, slowest.Count);
        Assert.Equal("   71.50 s  fast      Passed.Test11", slowest[0]);
    }

    [Fact]
    public async Task A_word_is_looked_for_in_the_full_names_and_an_expression_is_passed_on()
    {
        folder.Write("fast.trx", Results(passed: 1, failed: 0, skipped: 0));
        await Run(("JUNHENG_WITHOUT", All), "--suite", "fast", "Journal");
        await Run(("JUNHENG_WITHOUT", All), "--suite", "fast", "Suite=Data&FullyQualifiedName~Journal");
        var calls = folder.Read("calls.txt");
        Assert.Contains("--filter (FullyQualifiedName~Journal)", calls, StringComparison.Ordinal);
        Assert.Contains("--filter (Suite=Data&FullyQualifiedName~Journal)", calls, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suite_that_does_not_exist_is_wrong_usage()
    {
        var (exit, _) = await Run(("JUNHENG_WITHOUT", All), "--suite", "slow");
        Assert.Equal(2, exit);
    }

    public void Dispose() => folder.Dispose();

    private async Task<(int Exit, string[] Lines)> Run((string, string) environment, params string[] arguments)
    {
        var (exit, output, _) = await folder.Run("test", arguments, environment);
        return (exit, output.TrimEnd().Split('\n'));
    }

    private static string Results(int passed, int failed, int skipped)
    {
        var tests = Enumerable.Range(0, passed).Select(n => Test("Passed", n)).Concat(Enumerable.Range(0, failed).Select(n => Test("Failed", n)));
        var total = passed + failed + skipped;
        return $"""
            <TestRun>
            {string.Join('\n', tests)}
            <Counters total="{total}" executed="{total - skipped}" passed="{passed}" failed="{failed}" />
            </TestRun>
            """;

        static string Test(string outcome, int n) =>
            $"""<UnitTestResult executionId="x" testName="{outcome}.Test{n}" duration="00:01:{n:00}.5000000" outcome="{outcome}">""";
    }
}
