using System.Collections.Immutable;
using static Junheng.Core.Quantities.NumeralLexicon;
using static Junheng.Core.Quantities.YearReader;

namespace Junheng.Core.Quantities;

/// <summary>Finds every period said in a text, in order, none overlapping. Linear; the text is looked at once.</summary>
public static class PeriodScanner
{
    /// <summary>How far after 到2019年 a word of completion is looked for.</summary>
    private const int FinishedWindow = 40;

    public static ImmutableArray<PeriodMention> Scan(string text)
    {
        var found = ImmutableArray.CreateBuilder<PeriodMention>();
        for (var i = 0; i < text.Length;)
        {
            if (TryRead(text, i, out var mention))
            {
                found.Add(mention);
                i = Math.Max(mention.Span.End, i + 1);
            }
            else i++;
        }
        return found.ToImmutable();
    }

    /// <summary>The period whose year, plan or number of years starts at <paramref name="at"/>.</summary>
    public static bool TryRead(string text, int at, out PeriodMention mention)
    {
        mention = default;
        var c = text[at];
        if (IsDigit(c) || Code(c) is >= 0 and <= Ten)
            return TryCalendar(text, at, out mention) || TryPlan(text, at, out mention) || TryRelative(text, at, out mention);
        if (PeriodLexicon.OpensQuote(c)) return TryPlan(text, at, out mention);
        return PeriodLexicon.NowFirsts.Contains(c, StringComparison.Ordinal) && TryNow(text, at, out mention);
    }

    private static bool TryCalendar(string text, int at, out PeriodMention mention)
    {
        mention = default;
        if (!IsYearStart(text, at) || !TryPoint(text, at, out var first)) return false;
        var last = first;
        var isSpan = TrySpanEnd(text, first, out var end);
        if (isSpan) last = end;
        else if (TryYearList(text, first, out end)) (isSpan, last) = (true, end);
        if (!first.Marked && !(isSpan && (last.Marked || InBrackets(text, at, last.End) || Take(text, Blank(text, last.End), PeriodLexicon.During, out _)))) return false;
        mention = Shape(text, at, first, last, isSpan);
        return true;
    }

    /// <summary>至 25日, -2020年, 至2021年3月.</summary>
    private static bool TrySpanEnd(string text, CalendarPoint first, out CalendarPoint last)
    {
        last = default;
        var i = Blank(text, first.End);
        if (i >= text.Length || !(IsDash(text[i]) || IsUntil(text[i]))) return false;
        while (i < text.Length && IsDash(text[i]) || i < text.Length && IsUntil(text[i])) i++;
        i = Blank(text, i);
        if (i >= text.Length) return false;
        if (TryPoint(text, i, out last)) return last.Year > first.Year || last.Year == first.Year && last.Month >= first.Month && last.Marked;
        if (first.Month == 0) return false;
        return TryMonth(text, i, first.Year, out last) || TryDay(text, i, first.Year, first.Month, out last);
    }

    /// <summary>2018、2019、2020年 or 2018年、2019年和2020年 with rising neighbours.</summary>
    private static bool TryYearList(string text, CalendarPoint first, out CalendarPoint last)
    {
        last = first;
        if (first.Month > 0 || first.AtEnd) return false;
        while (true)
        {
            var i = Blank(text, last.End);
            if (i + 1 >= text.Length || !PeriodLexicon.ListSigns.Contains(text[i], StringComparison.Ordinal)) break;
            if (!TryPoint(text, Blank(text, i + 1), out var next) || next.Year != last.Year + 1 || next.Month > 0 || next.AtEnd) break;
            if (text[i] is ',' or '，' && last.Marked) break;
            last = next;
        }
        if (last.Year > first.Year && !last.Marked && CountedYears(text, last.End, last.Year - first.Year + 1, out var end))
            last = last with { Marked = true, End = end };
        return last.Year > first.Year && last.Marked;
    }

    /// <summary>2021、2022两年: the sum of the years closes their list.</summary>
    private static bool CountedYears(string text, int at, int years, out int end)
    {
        end = at;
        if (at >= text.Length || !IsNumeral(text[at]) || !(IsDigit(text[at]) ? ArabicNumerals.TryRead(text, at, out var n) : ChineseNumerals.TryRead(text, at, out n))) return false;
        end = n.End + 1;
        return n.Value == years && n.End < text.Length && text[n.End] == PeriodLexicon.Year;
    }

    private static bool InBrackets(string text, int start, int end) =>
        start > 0 && end < text.Length && text[start - 1] is '(' or '（' && end < text.Length && text[end] is ')' or '）';

    private static PeriodMention Shape(string text, int at, CalendarPoint first, CalendarPoint last, bool isSpan)
    {
        var end = last.End;
        var start = at;
        var years = (first.Year, last.Year);
        if (Preceded(text, at, PeriodLexicon.AsOf, out var asOf))
            return new(TextSpan.Between(asOf, end), PeriodForm.AsOf, "@" + last.LastDay, years.Item1, years.Item2);
        if (!isSpan && IsBase(text, at, end))
            return new(TextSpan.Between(start, end), PeriodForm.Base, null, first.Year, first.Year);
        if (!isSpan && Take(text, Blank(text, end), PeriodLexicon.Since, out var since))
            return new(TextSpan.Between(start, since), PeriodForm.Since, first.Text + "/", first.Year, 0);
        if (!isSpan && !first.AtEnd && PeriodLexicon.FirstHalf.At(text, end) > 0)
            return new(TextSpan.Between(start, end + 3), PeriodForm.Date, $"{first.Year}-01/{first.Year}-06", first.Year, first.Year);
        if (!isSpan && !first.AtEnd && PeriodLexicon.SecondHalf.At(text, end) > 0)
            return new(TextSpan.Between(start, end + 3), PeriodForm.Date, $"{first.Year}-07/{first.Year}-12", first.Year, first.Year);
        if (!isSpan && Take(text, end, PeriodLexicon.Before, out var before) && !PrecedesNoun(text, before))
            return Deadline(text, start, before, first);
        if (!isSpan && Preceded(text, at, PeriodLexicon.To, out var to) && (to == 0 || !PeriodLexicon.NotTo.Contains(text[to - 1], StringComparison.Ordinal)))
            return end < text.Length && text[end] == PeriodLexicon.Of
                ? new(TextSpan.Between(start, end), PeriodForm.Year, first.Text, first.Year, first.Year)
                : Finished(text, end)
                ? new(TextSpan.Between(to, end), PeriodForm.AsOf, "@" + first.LastDay, first.Year, first.Year)
                : Deadline(text, to, end, first);
        if (isSpan)
            return new(TextSpan.Between(start, end), first.Month > 0 ? PeriodForm.Date : PeriodForm.Span, first.Text + "/" + last.Text, first.Year, last.Year);
        if (first.AtEnd)
            return new(TextSpan.Between(start, end), PeriodForm.AsOf, "@" + first.LastDay, first.Year, first.Year);
        return new(TextSpan.Between(start, end), first.Month > 0 ? PeriodForm.Date : PeriodForm.Year, first.Text, first.Year, first.Year);
    }

    /// <summary>比2021年提高, 始建于1956年, 是2015年的1.8倍: a year that dates no figure.</summary>
    private static bool IsBase(string text, int at, int end) =>
        PeriodLexicon.Issued.At(text, end) > 0 || at > 0 && (PeriodLexicon.Comparing.Contains(text[at - 1], StringComparison.Ordinal) || PeriodLexicon.Beginnings.Before(text, at) > 0
            || PeriodLexicon.SameAs.Contains(text[at - 1], StringComparison.Ordinal) && end < text.Length && text[end] == PeriodLexicon.Of);

    private static PeriodMention Deadline(string text, int start, int end, CalendarPoint point)
    {
        if (Take(text, end, PeriodLexicon.Before, out var before)) end = before;
        return new(TextSpan.Between(start, end), PeriodForm.Deadline, "by:" + point.Text, point.Year, point.Year);
    }

    /// <summary>2015年前建成的: the 前 belongs to what was built then, and is a deadline all the same; 前三名 is none.</summary>
    private static bool PrecedesNoun(string text, int at) => at < text.Length && (IsNumeral(text[at]) || PeriodLexicon.Turns(text[at]));

    private static bool Finished(string text, int at)
    {
        var end = Math.Min(text.Length, at + FinishedWindow);
        for (var i = at; i < end && !PeriodLexicon.EndsSentence(text[i]); i++)
            if (Take(text, i, PeriodLexicon.Finished, out _)) return true;
        return false;
    }

    /// <summary>“十三五”期间 is 2016/2020; the plan's bare name is none.</summary>
    private static bool TryPlan(string text, int at, out PeriodMention mention)
    {
        mention = default;
        var i = at;
        if (PeriodLexicon.OpensQuote(text[i])) i++;
        if (i + 2 >= text.Length || text[i] != PeriodLexicon.Ten || Code(text[i + 1]) is not (>= 1 and <= 9) || text[i + 2] != PeriodLexicon.Five) return false;
        if (i > 0 && IsChinese(text[i - 1])) return false;
        var first = 1981 + 5 * (10 + Code(text[i + 1]) - 6);
        i += 3;
        if (i < text.Length && PeriodLexicon.ClosesQuote(text[i])) i++;
        i = ArabicNumerals.Skip(text, i);
        if (Take(text, i, PeriodLexicon.PlanEnd, out var end) || Take(text, i, PeriodLexicon.During, out var during) && Take(text, during, PeriodLexicon.PlanEnd, out end))
            mention = Preceded(text, at, PeriodLexicon.To, out var to) && to < at && !Finished(text, end)
                ? new(TextSpan.Between(to, end), PeriodForm.Deadline, $"by:{first + 4}", first + 4, first + 4, IsPlan: true)
                : new(TextSpan.Between(at, end), PeriodForm.AsOf, $"@{first + 4}-12-31", first + 4, first + 4, IsPlan: true);
        else if (Take(text, i, PeriodLexicon.During, out end))
            mention = new(TextSpan.Between(at, end), PeriodForm.Span, $"{first}/{first + 4}", first, first + 4, IsPlan: true);
        else if (Take(text, i, PeriodLexicon.Since, out end))
            mention = new(TextSpan.Between(at, end), PeriodForm.Since, first + "/", first, 0, IsPlan: true);
        else return false;
        if (at > 0 && PeriodLexicon.Comparing.Contains(text[at - 1], StringComparison.Ordinal)) mention = mention with { Form = PeriodForm.Base, Period = null };
        return true;
    }

    /// <summary>近三年, 三年来, 三年内, 3年内共投入, 6个月内.</summary>
    private static bool TryRelative(string text, int at, out PeriodMention mention)
    {
        mention = default;
        if (at > 0 && (IsNumeral(text[at - 1]) || IsPoint(text[at - 1]))) return false;
        Number number;
        if (IsDigit(text[at]) ? !ArabicNumerals.TryRead(text, at, out number) : !ChineseNumerals.TryRead(text, at, out number)) return false;
        if (number.Value is < 1 or > 90 || number.Decimals > 0 || number.Multiplier.Length > 0) return false;
        var unit = UnitLexicon.Match(text, ArabicNumerals.Skip(text, number.End));
        if (unit is not { Dimension: Dimension.Time }) return false;
        var end = ArabicNumerals.Skip(text, number.End) + unit.Text.Length;
        var code = PeriodUnits.Code(unit.Name);
        var recent = Preceded(text, at, PeriodLexicon.Recent, out var start) && !(start > 0 && text[start - 1] == PeriodLexicon.SchoolBefore);
        if (code == 'y' && Preceded(text, at, PeriodLexicon.Coming, out var coming))
        {
            if (Take(text, end, PeriodLexicon.Within, out var term)) end = term;
            mention = new(TextSpan.Between(coming, end), PeriodForm.Within, $"within:{(int)number.Value}y", 0, 0);
            return true;
        }
        if (code == 'y' && !recent && Opens(text, at) && Take(text, end, PeriodLexicon.Done, out var done) && PeriodLexicon.Norms.At(text, done) == 0)
        {
            mention = new(TextSpan.Between(at, end), PeriodForm.Past, null, 0, 0, (int)number.Value);
            return true;
        }
        if (code == 'y' && (recent || Take(text, end, PeriodLexicon.Ago, out _)))
        {
            if (Take(text, end, PeriodLexicon.Ago, out var ago) || Take(text, end, PeriodLexicon.Within, out ago)) end = ago;
            mention = new(TextSpan.Between(start, end), PeriodForm.Past, null, 0, 0, (int)number.Value);
            return true;
        }
        if (code == ' ' || !Take(text, end, PeriodLexicon.Within, out var within)) return false;
        mention = code == 'y' && Take(text, within, PeriodLexicon.Done, out _)
            ? new(TextSpan.Between(at, within), PeriodForm.Past, null, 0, 0, (int)number.Value)
            : new(TextSpan.Between(at, within), PeriodForm.Within, $"within:{(int)number.Value}{code}", 0, 0);
        return true;
    }

    /// <summary>“三年累计流动教师412人”: the years open their clause.</summary>
    private static bool Opens(string text, int at) => at == 0 || !char.IsLetterOrDigit(text[at - 1]);

    private static bool TryNow(string text, int at, out PeriodMention mention)
    {
        mention = default;
        if (!Take(text, at, PeriodLexicon.Now, out var end)) return false;
        if (end - at == 1 && !PeriodLexicon.IsNowAlone(text, at)) return false;
        mention = new(TextSpan.Between(at, end), PeriodForm.Current, null, 0, 0);
        return true;
    }

    private static bool Preceded(string text, int at, Words words, out int start)
    {
        var i = at;
        while (i > 0 && IsBlank(text[i - 1])) i--;
        var length = words.Before(text, i);
        start = length > 0 ? i - length : at;
        return length > 0;
    }
}
