namespace Junheng.Core.Indicators;

/// <summary>Three-valued after Kleene. Unknown is never counted as meeting, nor as failing.</summary>
public enum Verdict : byte { Unknown, Meets, Fails }

public static class Verdicts
{
    /// <summary>The word of the command line: <c>meets</c>, <c>fails</c>, <c>unknown</c>.</summary>
    public static string Key(this Verdict verdict) => verdict switch { Verdict.Meets => "meets", Verdict.Fails => "fails", _ => "unknown" };

    /// <summary>Fails when one fails, whatever else is unknown; meets when all meet. Nothing to judge is unknown.</summary>
    public static Verdict All(IEnumerable<Verdict> verdicts)
    {
        var (any, unknown) = (false, false);
        foreach (var verdict in verdicts)
        {
            if (verdict == Verdict.Fails) return Verdict.Fails;
            any = true;
            unknown |= verdict == Verdict.Unknown;
        }
        return any && !unknown ? Verdict.Meets : Verdict.Unknown;
    }

    public static Verdict And(this Verdict one, Verdict other) =>
        one == Verdict.Fails || other == Verdict.Fails ? Verdict.Fails
        : one == Verdict.Meets && other == Verdict.Meets ? Verdict.Meets
        : Verdict.Unknown;
}
