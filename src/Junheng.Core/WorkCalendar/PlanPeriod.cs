namespace Junheng.Core.WorkCalendar;

/// <summary>A five-year plan: the 13th (十三五) is 2016–2020, the 14th 2021–2025. Numbered since the third, from which on they follow without a gap.</summary>
/// <param name="Number">3 or more.</param>
public readonly record struct PlanPeriod(int Number)
{
    private const int FirstNumber = 3, FirstYear = 1966, Length = 5;

    public int FromYear => FirstYear + ((Number - FirstNumber) * Length);
    public int ToYear => FromYear + Length - 1;
    public DateOnly FirstDay => new(FromYear, 1, 1);
    public DateOnly LastDay => new(ToYear, 12, 31);

    public PlanPeriod Previous => new(Number - 1);
    public PlanPeriod Next => new(Number + 1);

    /// <exception cref="ArgumentOutOfRangeException">Before 1966.</exception>
    public static PlanPeriod Of(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        return new(FirstNumber + ((year - FirstYear) / Length));
    }

    /// <summary>As it is written: 十四五.</summary>
    public string Name => PlanLexicon.Name(Number);

    /// <summary>Reads 十三五, with or without quotation marks and 期间, 规划, 时期 behind it.</summary>
    public static bool TryParse(string text, out PlanPeriod plan)
    {
        var name = PlanLexicon.Bare(text);
        for (var number = FirstNumber; number <= 30; number++)
            if (PlanLexicon.Name(number) == name)
            {
                plan = new(number);
                return true;
            }
        plan = default;
        return false;
    }

    public override string ToString() => Name;
}
