using Junheng.Core.Quantities;
using Junheng.Core.Reading.Structure;
using static Junheng.Core.Reading.Structure.PunctuationLexicon;

namespace Junheng.Core.Reading.Notices;

/// <summary>Days no calendar has, blanks inside dates, a visit after the period of the document it rests on, the past told as future.</summary>
internal static class DateNotices
{
    private const int MostBlanks = 5;

    public static void Add(DocumentStructure structure, DocumentHead head, IReadOnlyList<Citation> citations, List<Notice> notices)
    {
        var blanks = new List<TextSpan>();
        Scan(structure.Text, notices, blanks);
        AddBlanks(structure.Text, blanks, notices);
        if (head.Kind == DocumentKind.SupervisionLetter && citations.Count > 0) AddOutsidePeriod(structure.Text, citations[0], notices);
        if (head.Year is { } year) AddPastAsFuture(structure, year, notices);
    }

    private static void Scan(string text, List<Notice> notices, List<TextSpan> blanks)
    {
        for (var i = 1; i < text.Length; i++)
        {
            var c = text[i];
            if (c is not (DateLexicon.Year or DateLexicon.Month or DateLexicon.Day or '号')) continue;
            if (c == DateLexicon.Day && NoSuchDay(text, i) is { Length: > 0 } date) notices.Add(new Notice(date, "date", NoticeTexts.NoSuchDay(date.In(text))));
            if (BlankBefore(text, i) is { Length: > 0 } blank) blanks.Add(blank);
        }
    }

    /// <summary>The 2月30日 that ends here, when its month or day does not exist.</summary>
    private static TextSpan NoSuchDay(string text, int at)
    {
        if (!TryReadBack(text, at, out var day, out var i) || i < 1 || text[i - 1] != DateLexicon.Month) return default;
        if (!TryReadBack(text, i - 1, out var month, out var start)) return default;
        var exists = month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2024, month);
        return exists ? default : TextSpan.Between(start, at + 1);
    }

    private static bool TryReadBack(string text, int end, out int value, out int start)
    {
        (value, start) = (0, end);
        for (var scale = 1; start > 0 && char.IsAsciiDigit(text[start - 1]) && scale <= 1000; scale *= 10) value += (text[--start] - '0') * scale;
        return start < end;
    }

    /// <summary>2016-2020 年, 23日至 25日, 〔2016〕32 号: digits and a blank on either side of a sign of date.</summary>
    private static TextSpan BlankBefore(string text, int at)
    {
        var i = at;
        while (i > 0 && Is(text[i - 1], Role.Blank)) i--;
        var inside = i < at && i > 0 && char.IsAsciiDigit(text[i - 1]);
        if (i == at) while (i > 0 && char.IsAsciiDigit(text[i - 1])) i--;
        var before = !inside && i < at && i > 1 && Is(text[i - 1], Role.Blank) && text[i - 2] is DateLexicon.Year or DateLexicon.Month or '至' && text[at] is DateLexicon.Month or DateLexicon.Day;
        if (!inside && !before) return default;
        while (i > 0 && i > at - 24 && (char.IsAsciiDigit(text[i - 1]) || Is(text[i - 1], Role.Blank | Role.Dash) || text[i - 1] is DateLexicon.Year or DateLexicon.Month or DateLexicon.Day or '至' or '〔' or '〕')) i--;
        var span = Spans.Trim(text, i, at + 1);
        return text.AsSpan(span.Start, span.Length).Contains(' ') && (text[at] != '号' || span.In(text).Contains('〕')) ? span : default;
    }

    private static void AddBlanks(string text, List<TextSpan> blanks, List<Notice> notices)
    {
        if (blanks.Count > MostBlanks) notices.Add(new Notice(blanks[0], "spacing", NoticeTexts.BlanksInDates(blanks[0].In(text), blanks.Count)));
        else foreach (var blank in blanks) notices.Add(new Notice(blank, "spacing", NoticeTexts.BlankInDate(blank.In(text))));
    }

    /// <summary>The letter's basis says 2016-2020年, the visit took place later.</summary>
    private static void AddOutsidePeriod(string text, Citation basis, List<Notice> notices)
    {
        if (!TryReadPeriod(basis.Title, out var period, out var until)) return;
        var end = Math.Min(text.Length, basis.Span.End + 160);
        for (var i = basis.Span.End; i < end; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || !DocumentDates.TryRead(text, i, out var date, out var after)) continue;
            if (date.Year > until) notices.Add(new Notice(TextSpan.Between(i, after), "date", NoticeTexts.OutsidePeriod(period, text[i..after])));
            return;
        }
    }

    private static bool TryReadPeriod(string title, out string period, out int until)
    {
        (period, until) = (string.Empty, 0);
        for (var i = 4; i + 5 <= title.Length; i++)
        {
            if (!Is(title[i], Role.Dash) && title[i] != '至' || !int.TryParse(title.AsSpan(i - 4, 4), out _) || !int.TryParse(title.AsSpan(i + 1, 4), out until)) continue;
            period = title.Substring(i - 4, 9) + DateLexicon.Year;
            return true;
        }
        return false;
    }

    /// <summary>到2020年底，…将达到… in a document of 2021.</summary>
    private static void AddPastAsFuture(DocumentStructure structure, int documentYear, List<Notice> notices)
    {
        var text = structure.Text;
        foreach (var sentence in structure.Sentences)
        {
            for (var i = sentence.Start + 1; i + 5 < sentence.End; i++)
            {
                if (text[i] != '2' || !NoticeLexicon.Until(text[i - 1]) || text[i + 4] != DateLexicon.Year || !int.TryParse(text.AsSpan(i, 4), out var year)) continue;
                var clause = text.AsSpan(i, Math.Min(40, sentence.End - i));
                if (year < documentYear && NoticeLexicon.SpeaksOfFuture(clause)) notices.Add(new Notice(new TextSpan(i, 5), "tense", NoticeTexts.PastAsFuture(text.Substring(i, 4), documentYear.ToString())));
                break;
            }
        }
    }
}
