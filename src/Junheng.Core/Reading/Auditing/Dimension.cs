using static Junheng.Core.Reading.Auditing.AuditLexicon;

namespace Junheng.Core.Reading.Auditing;

/// <summary>What may be added to and compared with what: a unit without its 万 or 亿. Percent and percentage point never meet.</summary>
/// <param name="Name">The bare unit; 人, 名 and 位 are one.</param>
/// <param name="Factor">How many bare units the written unit holds: 1e8 for 亿元.</param>
/// <param name="Counts">True for units that count whole things.</param>
internal readonly record struct Dimension(string Name, decimal Factor, bool Counts)
{
    public bool IsPercent => Name == Percent;
    public bool IsPoint => Name == PercentagePoint;
    public bool IsTimes => Name == Times;
    public bool IsRate => IsPercent || IsPoint || IsTimes;
    public bool IsPersons => Name == Persons;

    public static Dimension Of(string? unit)
    {
        var rest = (unit ?? "").AsSpan().Trim();
        var factor = 1m;
        if (rest.EndsWith(PercentagePoint)) rest = PercentagePoint;
        else if (rest.LastIndexOfAny(Wan, Yi) is var last and >= 0)
        {
            foreach (var c in rest[..(last + 1)]) factor *= Multiplier(c);
            rest = rest[(last + 1)..];
            if (factor > 1e16m) factor = 1;
        }
        if (rest.IndexOf('/') is var slash and > 0) rest = rest[..slash];
        var name = Normal(rest);
        return new(name, factor, factor == 1 && name.Length > 0 && !IsMeasured(name));
    }

    /// <summary>个 stands for any classifier that begins with it (个班), never for another one.</summary>
    public bool Matches(Dimension other) => Name.Length > 0 && other.Name.Length > 0 &&
        (Name == other.Name || !IsRate && !other.IsRate && (Name.StartsWith(other.Name, StringComparison.Ordinal) || other.Name.StartsWith(Name, StringComparison.Ordinal)) && Name[0] == Generic && other.Name[0] == Generic);

    private static decimal Multiplier(char c) => c switch { Wan => 10_000m, Yi => 100_000_000m, Qian => 1_000m, Bai => 100m, _ => 1m };

    private static string Normal(ReadOnlySpan<char> unit)
    {
        if (unit.SequenceEqual(FullWidthPercent)) return Percent;
        if (IsPersonUnit(unit)) return Persons;
        if (IsSquareMetres(unit)) return SquareMetres;
        return unit.ToString();
    }
}
