namespace Junheng.Supervision.Facts.Columns;

/// <summary>The named rule by which one of several origins counts. An evaluation states it.</summary>
public sealed record Precedence(string Key, string Title, IReadOnlyList<FactOrigin> Order)
{
    /// <summary>核定 before statistics before the school before the department.</summary>
    public static readonly Precedence Default = new("verified-first", FactsTexts.VerifiedFirst,
        [FactOrigin.Verified, FactOrigin.Statistics, FactOrigin.School, FactOrigin.Department]);

    /// <summary>The value that counts among the origins of one cell; null when none states anything. “Unknown” gives way to a later origin that
    /// knows, unless a reviewer has said it.</summary>
    public Fact? Choose(ReadOnlySpan<Fact> cell)
    {
        Fact? unknown = null;
        foreach (var origin in Order)
            foreach (var fact in cell)
            {
                if (fact.Origin != origin || fact.Withdrawn) continue;
                if (fact.Value is not null || origin == FactOrigin.Verified) return fact;
                unknown ??= fact;
            }
        return unknown;
    }

    /// <summary>Two origins state values that are not equal.</summary>
    public static bool Differs(ReadOnlySpan<Fact> cell)
    {
        double? first = null;
        foreach (var fact in cell)
        {
            if (fact.Withdrawn || fact.Value is not { } value) continue;
            if (first is { } other && other != value) return true;
            first = value;
        }
        return false;
    }
}
