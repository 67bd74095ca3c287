using Junheng.Core.Quantities;
using static Junheng.Core.Reading.CoverageLedger.CoverageLexicon;

namespace Junheng.Core.Reading.CoverageLedger;

/// <summary>What a number in a sentence is when it is no quantity.</summary>
internal enum NumeralUse { Numbering, Plan, Title, Edition, DocumentNumber, Name, Date, Unread }

/// <summary>Finds the numbers of a sentence, in Arabic digits or in Chinese numerals before a classifier, and what each is used for.</summary>
internal static class Numerals
{
    /// <summary>The most telling use among the numbers of the sentence; null when it holds none.</summary>
    public static NumeralUse? In(string text, TextSpan sentence)
    {
        NumeralUse? most = null;
        int titles = 0, quotes = 0;
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            var c = text[i];
            if (IsTitleOpen(c)) titles++;
            else if (IsTitleClose(c)) titles = Math.Max(0, titles - 1);
            else if (IsQuoteOpen(c)) quotes++;
            else if (IsQuoteClose(c)) quotes = Math.Max(0, quotes - 1);
            var use = IsDigit(c) ? Arabic(text, sentence, i, titles > 0, quotes > 0, out var end) : Chinese(text, sentence, i, titles > 0, quotes > 0, out end);
            if (use is not { } found) continue;
            if (most is null || found > most) most = found;
            i = end - 1;
        }
        return most;
    }

    private static NumeralUse Arabic(string text, TextSpan sentence, int at, bool titled, bool quoted, out int end)
    {
        end = at;
        while (end < sentence.End && (IsDigit(text[end]) || IsRange(text[end]) && end + 1 < sentence.End && IsDigit(text[end + 1]))) end++;
        if (titled) return NumeralUse.Title;
        var before = at > sentence.Start ? text[at - 1] : ' ';
        var next = end;
        while (next < sentence.End && IsSpace(text[next])) next++;
        var after = next < sentence.End ? text[next] : ' ';
        if (at == sentence.Start && IsListMark(after)) return NumeralUse.Numbering;
        if (IsNumberBracket(before) || IsDocumentNumber(after)) return NumeralUse.DocumentNumber;
        if (IsOrdinal(before)) return NumeralUse.Edition;
        if (IsLatin(before) || IsLatin(after)) return NumeralUse.Name;
        if (end - at >= 4 && IsYear(after) || IsMonthOrDay(after)) return NumeralUse.Date;
        return quoted ? NumeralUse.Name : NumeralUse.Unread;
    }

    private static NumeralUse? Chinese(string text, TextSpan sentence, int at, bool titled, bool quoted, out int end)
    {
        end = at;
        while (end < sentence.End && IsNumeral(text[end])) end++;
        if (end == at) return null;
        // 十三五, 十四五 name planning periods.
        if (end - at == 3 && text[at] == Ten && text[end - 1] == Five) return titled ? NumeralUse.Title : NumeralUse.Plan;
        if (end >= sentence.End || !IsUnit(text[end])) return null;
        if (titled) return NumeralUse.Title;
        if (at > sentence.Start && IsOrdinal(text[at - 1])) return NumeralUse.Edition;
        return NumeralUse.Name;
    }
}
