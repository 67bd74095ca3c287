using static Junheng.Core.Quantities.NumeralLexicon;

namespace Junheng.Core.Quantities;

/// <summary>Reads numbers written in half- or full-width digits: 43,582, 33.30, 3.5万, 1000多万, the misprint 9,95%.</summary>
public static class ArabicNumerals
{
    private const int MostDigits = 15;

    public static bool TryRead(string text, int at, out Number number)
    {
        number = default;
        var i = at;
        decimal value = 0;
        for (; i < text.Length && IsDigit(text[i]); i++)
        {
            if (i - at == MostDigits) return false;
            value = value * 10 + Digit(text[i]);
        }
        var whole = i - at;
        if (whole == 0) return false;
        var decimals = 0;
        var misprint = false;
        if (whole <= 3) Thousands(text, ref i, ref value);
        if (PointAt(text, i, i - at == whole, out misprint))
            for (i++; i < text.Length && IsDigit(text[i]) && decimals < 10; i++, decimals++)
                value = value * 10 + Digit(text[i]);
        for (var d = 0; d < decimals; d++) value /= 10;
        if (i < text.Length && IsDigit(text[i])) return false;
        number = Tail(text, at, i, value, decimals, misprint);
        return true;
    }

    /// <summary>Groups of exactly three after a comma: 1,234,567. A list of years or of short numbers is none.</summary>
    private static void Thousands(string text, ref int i, ref decimal value)
    {
        while (i + 3 < text.Length && text[i] is ',' or '，' && IsDigit(text[i + 1]) && IsDigit(text[i + 2]) && IsDigit(text[i + 3])
            && (i + 4 >= text.Length || !IsDigit(text[i + 4])) && value < 1_000_000_000)
        {
            value = value * 1000 + Digit(text[i + 1]) * 100 + Digit(text[i + 2]) * 10 + Digit(text[i + 3]);
            i += 4;
        }
    }

    private static bool PointAt(string text, int i, bool plain, out bool misprint)
    {
        misprint = false;
        if (i + 1 >= text.Length || !IsDigit(text[i + 1])) return false;
        if (IsPoint(text[i])) return true;
        if (!plain || !IsComma(text[i])) return false;
        var j = i + 1;
        while (j < text.Length && j - i <= 2 && IsDigit(text[j])) j++;
        while (j < text.Length && IsBlank(text[j])) j++;
        misprint = j < text.Length && IsPercent(text[j]);
        return misprint;
    }

    /// <summary>余, 千, 万 and 亿 after the digits, blanks allowed as in 200 多处.</summary>
    private static Number Tail(string text, int at, int end, decimal value, int decimals, bool misprint)
    {
        var bound = Bound.Eq;
        var i = end;
        Excess(text, ref i, ref bound);
        var j = Skip(text, i);
        while (j < text.Length && j - end < 6 && Code(text[j]) is Hundred or Thousand
            && (j + 1 >= text.Length || !BreaksMultiplier(text[j + 1]) && !ChineseNumerals.Follows(text, j + 1, PartsOf)))
        {
            value *= ChineseNumerals.Power(Code(text[j++]));
            i = j;
            Excess(text, ref i, ref bound);
            j = i;
        }
        var multiplier = ChineseNumerals.Multiplier(text, ref j);
        if (multiplier.Length > 0) i = j;
        if (bound == Bound.Eq) Excess(text, ref i, ref bound);
        return new Number(at, i, value, null, decimals, NumeralScript.Arabic, bound, multiplier, misprint);
    }

    private static void Excess(string text, ref int i, ref Bound bound)
    {
        var j = Skip(text, i);
        if (j >= text.Length || NumeralLexicon.Excess(text[j]) != Bound.Gt) return;
        bound = Bound.Gt;
        i = j + 1;
    }

    /// <summary>At most two blanks, never a line end.</summary>
    internal static int Skip(string text, int i)
    {
        for (var n = 0; n < 2 && i < text.Length && IsBlank(text[i]); n++) i++;
        return i;
    }
}
