using Junheng.Platform.Sheets;

namespace Junheng.Supervision.Collections.Form;

/// <summary>The rules of values. A hard one refuses; a soft one asks for a reason that is kept with the value.</summary>
public static class ValueRules
{
    /// <summary>Beyond this factor a unit has probably been taken for another (元 for 万元).</summary>
    private const decimal UnitFactor = 5000;

    /// <summary>Reads what was typed into a page or stands in a cell as text.</summary>
    /// <returns>The value, or what is wrong with it and how to mend it.</returns>
    public static (ReplyValue Value, string? Refusal) Parse(FormRow row, string? typed, string? reason)
    {
        var empty = new ReplyValue(row.Key, Reason: Bare(reason));
        var text = SheetText.Trim(typed ?? "");
        if (text.Length == 0) return (empty, null);
        if (!row.Question.IsNumber)
        {
            var word = row.Question.Options.FirstOrDefault(o => o == text);
            return word is null ? (empty, CollectionTexts.NotAnOption(text, row.Question.Options)) : (empty with { Word = word }, null);
        }
        var cell = new SheetCell(1, SheetCellKind.Text, text);
        if (!cell.TryDecimal(out var number)) return (empty, CollectionTexts.NotANumber(text, row.Question.Unit));
        return Refusal(row, number) is { } refusal ? (empty, refusal) : (empty with { Number = number }, null);
    }

    /// <summary>What the value alone breaks; null when it may stand.</summary>
    public static string? Refusal(FormRow row, decimal number) => row.Question switch
    {
        { Least: { } least } when number < least => least == 0 ? CollectionTexts.Negative : CollectionTexts.TooSmall(least),
        { Most: { } most } when number > most => CollectionTexts.TooLarge(most),
        { Decimals: 0 } when number != decimal.Truncate(number) => CollectionTexts.NotWhole,
        { Decimals: var places } when decimal.Round(number, places) != number => CollectionTexts.TooManyDecimals(places),
        _ when Math.Abs(number) >= 1e13m => CollectionTexts.TooLarge(1e13m),
        _ => null,
    };

    /// <summary>What the value breaks together with other answers of the form.</summary>
    public static string? Against(FormRow row, ReplyValue value, IReadOnlyDictionary<string, ReplyValue> all, IReadOnlyList<FormRow> rows)
    {
        if (row.Question.AtMost is not { } other || value.Number is not { } number) return null;
        var whole = rows.FirstOrDefault(r => r.Question.Key == other && r.Stage == row.Stage);
        return whole is not null && all.GetValueOrDefault(whole.Key)?.Number is { } most && number > most ? CollectionTexts.MoreThan(whole.Label, most) : null;
    }

    /// <summary>What looks doubtful by itself or beside the year before; null when nothing does.</summary>
    public static string? Doubt(FormRow row, ReplyValue value, decimal? yearBefore)
    {
        if (value.Number is not { } number) return null;
        if (number < row.Question.UsuallyFrom || number > row.Question.UsuallyTo) return CollectionTexts.Unusual(number, row.Question.UsuallyFrom, row.Question.UsuallyTo);
        if (yearBefore is not { } before || row.Question.Deviation is not { } percent) return null;
        if (before == 0) return number == 0 ? null : CollectionTexts.WasZero(number);
        if (number != 0 && (Math.Abs(number / before) >= UnitFactor || Math.Abs(before / number) >= UnitFactor)) return CollectionTexts.OtherUnit(before, number);
        // Small counts jump by a large share with a single person.
        var difference = Math.Abs(number - before);
        return difference * 100 > Math.Abs(before) * percent && (row.Question.Decimals > 0 || difference > 2) ? CollectionTexts.Deviates(before, number, percent) : null;
    }

    private static string? Bare(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim() is { Length: > 500 } longer ? longer[..500] : text.Trim();
}
