using System.Globalization;

namespace Junheng.Platform.Sheets;

/// <summary>Numbers as spreadsheets store them: binary floating point in decimal digits, 15 of which mean something.</summary>
internal static class CellNumber
{
    private const int MeaningfulDigits = 15;

    /// <summary>Number, or what stands in its place; one pass without conversion, because most cells of a wide sheet are never asked for their value.</summary>
    public static SheetCellKind Classify(ReadOnlySpan<char> text)
    {
        int at = 0, whole = 0, digits = 0, exponent = 0;
        if (at < text.Length && text[at] is '-' or '+') at++;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++, digits++)
            if (whole > 0 || text[at] != '0') whole++;
        if (at < text.Length && text[at] == '.')
            for (at++; at < text.Length && char.IsAsciiDigit(text[at]); at++) digits++;
        if (digits == 0) return SheetCellKind.Error;
        if (at < text.Length && text[at] is 'E' or 'e')
        {
            if (!int.TryParse(text[(at + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) || Math.Abs(exponent) > 400) return SheetCellKind.Error;
            at = text.Length;
        }
        if (at != text.Length) return SheetCellKind.Error;
        return whole > 0 && whole + exponent > MeaningfulDigits ? SheetCellKind.LostDigits : SheetCellKind.Number;
    }

    /// <summary>The digits a person would see: <c>16.829999999999998</c> is 16.83, <c>1.2E-3</c> is 0.0012.</summary>
    public static string Digits(string stored)
    {
        var plain = stored.AsSpan().IndexOfAny('E', 'e') < 0;
        if (plain && stored.Length <= MeaningfulDigits + 1) return stored;
        var value = double.Parse(stored, NumberStyles.Float, CultureInfo.InvariantCulture);
        var shown = value.ToString("G15", CultureInfo.InvariantCulture);
        return shown.Contains('E') && decimal.TryParse(shown, NumberStyles.Float, CultureInfo.InvariantCulture, out var small)
            ? small.ToString(CultureInfo.InvariantCulture)
            : shown;
    }

    /// <summary>A number typed as text.</summary>
    public static bool TryParse(string text, out decimal value)
    {
        var folded = SheetText.Fold(text);
        if (folded.Contains(',') && !GroupedByThree(folded))
        {
            value = 0;
            return false;
        }
        return decimal.TryParse(folded, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>
    /// A long number that a spreadsheet saved as CSV in its short form, <c>3.10101E+17</c>: the digits shown are fewer than the number has.
    /// Spreadsheets switch to this form at 12 digits.
    /// </summary>
    public static bool IsShortened(ReadOnlySpan<char> text)
    {
        var mark = text.IndexOfAny('E', 'e');
        if (mark < 1 || mark > 18 || text.Length - mark is < 3 or > 5 || !char.IsAsciiDigit(text[0])) return false;
        var mantissa = text[..mark];
        if (mantissa.Length > 1 && (mantissa[1] != '.' || mantissa[2..].ContainsAnyExceptInRange('0', '9'))) return false;
        return text[mark + 1] == '+' && int.TryParse(text[(mark + 2)..], NumberStyles.None, CultureInfo.InvariantCulture, out var exponent) && exponent >= 11;
    }

    private static bool GroupedByThree(string text)
    {
        var whole = text.AsSpan().TrimStart("+-");
        if (whole.IndexOf('.') is var point and >= 0) whole = whole[..point];
        for (var fromEnd = 1; fromEnd <= whole.Length; fromEnd++)
            if ((whole[^fromEnd] == ',') != (fromEnd % 4 == 0)) return false;
        return whole.Length > 0 && whole[0] != ',';
    }
}
