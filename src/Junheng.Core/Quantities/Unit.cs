namespace Junheng.Core.Quantities;

/// <summary>What a unit measures. Percent and percentage point are different dimensions, and so are persons and person-times.</summary>
public enum Dimension { None, Money, Count, Persons, PersonTimes, Percent, PercentPoint, PerMille, Time, Age, Area, Length, Mass, Volume, Data, Score, Multiple, Ratio, Rank }

/// <summary>How far a unit may be trusted to count something.</summary>
[Flags]
public enum UnitTraits
{
    None = 0,
    /// <summary>轮, 届, 期: an edition unless the text says how many there were.</summary>
    Edition = 1,
    /// <summary>类, 级, 大: names a division; counts only where its members are listed or the digits are Arabic.</summary>
    Division = 2,
    /// <summary>Never a count with Chinese digits: 分 in 十分, 度.</summary>
    ArabicOnly = 4,
    /// <summary>名, 所, 门, 家: a plain classifier, trusted after a round 百 or 千.</summary>
    Classifier = 8,
    /// <summary>金, 银, 铜 as medals: only in a list of medals.</summary>
    Medal = 16,
}

/// <summary>A unit as written, the name it is reported under, and what it measures.</summary>
public sealed record Unit(string Text, string Name, Dimension Dimension, UnitTraits Traits);
