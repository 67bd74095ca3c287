using Junheng.Core.Periods;

namespace Junheng.Core.Indicators;

/// <summary>How a shortage of an element can be made good.</summary>
public enum Movability : byte
{
    /// <summary>It is what it is (students, expenditure).</summary>
    Fixed,
    /// <summary>People who may teach elsewhere in the same stage.</summary>
    Transfer,
    /// <summary>Things that move or are bought.</summary>
    TransferOrBuy,
    /// <summary>Rooms and areas: added, converted, or relieved by enrolment; never moved.</summary>
    AddConvertRelieve,
}

/// <summary>What a value must never break (a formula that has to be true), with the sentence shown when it does.</summary>
public sealed record HardCheck(string Formula, string Message);

/// <summary>One datum that is asked for: what it is called, its unit, on which level it is held, how it may change.</summary>
/// <param name="Key">As in files and formulas: <c>students</c>.</param>
/// <param name="Name">As people read it: 在校学生数.</param>
/// <param name="Unit">As written in the pack: 人, ㎡, 元 …</param>
/// <param name="Decimals">Places it is entered and shown with.</param>
public sealed record Element(string Key, string Name, string Unit, int Decimals, Level Level)
{
    /// <summary>Whether what a through-school's stages share is split among them; otherwise it must be given by stage.</summary>
    public bool Split { get; init; }

    /// <summary>Whether what is given for a whole school holds for each of its stages alike (a certificate, the size of a room); yes-or-no facts always do.</summary>
    public bool Same { get; init; }

    /// <summary>Whether the figure carries a basis (预算/调整预算/执行快报/决算).</summary>
    public bool HasBasis { get; init; }

    public Movability Movability { get; init; }

    /// <summary>The smallest amount that moves, is bought or is added, in the element's unit: 1 teacher, a lot of 10,000 yuan.</summary>
    public double Step { get; init; } = 1;

    /// <summary>Keys of elements in which the same thing is counted too, so that they move with it: a backbone teacher is a teacher.</summary>
    public IReadOnlyList<string> Companions { get; init; } = [];

    /// <summary>The kind of period it is counted in: a school year (1 September) or a calendar year.</summary>
    public PeriodKind Calendar { get; init; } = PeriodKind.SchoolYear;

    /// <summary>Smallest and largest value that raise no question; null = open. A soft check: outside it a reason is asked for.</summary>
    public double? PlausibleLow { get; init; }

    public double? PlausibleHigh { get; init; }

    /// <summary>Broken ones refuse the value.</summary>
    public IReadOnlyList<HardCheck> Checks { get; init; } = [];

    public string? Definition { get; init; }
    public Source? Source { get; init; }
}
