using Junheng.Core.Reading;

namespace Junheng.Tests.Core.Reading.Auditing;

/// <summary>Reads a text and looks at its checks.</summary>
internal static class Audited
{
    public static List<Check> Checks(string text, Relation relation) => [.. Reader.Read(text).Checks.Where(c => c.Relation == relation)];

    /// <summary>The verdict of the only check of a relation.</summary>
    public static CheckVerdict Verdict(string text, Relation relation) => Assert.Single(Checks(text, relation)).Verdict;

    public static List<CheckVerdict> Verdicts(string text, Relation relation) => [.. Checks(text, relation).Select(c => c.Verdict)];

    public static void Holds(string text, Relation relation) => Assert.Equal(CheckVerdict.Holds, Verdict(text, relation));

    public static void Contradicts(string text, Relation relation) => Assert.Equal(CheckVerdict.Contradicts, Verdict(text, relation));

    /// <summary>No relation of any kind is said not to hold.</summary>
    public static void RaisesNoAlarm(string text) =>
        Assert.DoesNotContain(Reader.Read(text).Checks, c => c.Verdict is CheckVerdict.Contradicts);
}
