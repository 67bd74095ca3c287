namespace Junheng.Tests.Architecture;

/// <summary>Fails with every violation on a line of its own: a shortened list sends people round twice.</summary>
public static class Rule
{
    public static void Holds(IEnumerable<string> violations)
    {
        var found = violations.ToList();
        Assert.True(found.Count == 0, $"{found.Count} violations:\n{string.Join('\n', found)}");
    }
}
