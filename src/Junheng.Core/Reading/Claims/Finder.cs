using System.Collections.Immutable;
using Junheng.Core.Quantities;
using static Junheng.Core.Quantities.NumeralLexicon;
using static Junheng.Core.Reading.Claims.ClaimLexicon;

namespace Junheng.Core.Reading.Claims;

/// <summary>Walks the text once and keeps every number that is meant as a quantity.</summary>
internal sealed class Finder(string text, Marked marked, ImmutableArray<PeriodMention> periods)
{
    private readonly List<Draft> _found = [];
    private readonly QuotedNames _names = QuotedNames.In(text, marked.Quotes);
    private int _period, _title;

    public List<Draft> Find()
    {
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (IsDigit(c) || Code(c) != None) i = AtNumber(i);
            else if (c == Ordinal) i = AtOrdinal(i);
            else if (IsLetter(c)) i = AfterWord(i);
            else if (c == Sole[0] && ChineseNumerals.Follows(text, i, Sole)) i = AtSole(i);
            else i++;
        }
        return _found;
    }

    private int AtNumber(int i)
    {
        if (SkipCovered(ref i)) return i;
        if (!QuantityReader.TryRead(text, i, out var quantity, out var next)) return next;
        if (Top(i, quantity)) return next;
        quantity = BareFigures.Signed(text, quantity);
        var shared = quantity.Unit is null || quantity.Unit == quantity.Multiplier ? BareFigures.Complete(text, quantity, _found.Count > 0 ? _found[^1] : null) : quantity;
        if (shared is { } whole)
        {
            var site = new Site(text, whole, Marked.Holding(marked.Quotes, i));
            if (!_names.Covers(i, site.Quote) && !NonClaims.Takes(site) && !DayOfMonth(whole))
                _found.Add(Draft.Of(whole, Frequencies.Tells(site) ? ClaimKind.Frequency : null));
        }
        return next;
    }

    /// <summary>Skips titles and the numbers that periods are made of.</summary>
    private bool SkipCovered(ref int i)
    {
        while (_title < marked.Titles.Count && marked.Titles[_title].End <= i) _title++;
        if (_title < marked.Titles.Count && marked.Titles[_title].Start <= i) { i = marked.Titles[_title].End; return true; }
        while (_period < periods.Length && periods[_period].Span.End <= i) _period++;
        if (_period >= periods.Length || periods[_period].Span.Start > i) return false;
        var mention = periods[_period];
        if (mention.Form == PeriodForm.Within && Terms.IsClaim(text, mention)) return false;
        i = mention.Span.End;
        return true;
    }

    /// <summary>第 heads ordinals (第44、45、46届); only a place in a ranking is a claim.</summary>
    private int AtOrdinal(int i)
    {
        var at = i + 1;
        if (at >= text.Length || !IsNumeral(text[at]) || Marked.Holding(marked.Titles, i) is not null) return i + 1;
        if (!QuantityReader.TryRead(text, at, out var number, out var next)) return next;
        if (Ranks.TryOrdinal(text, i, number) is { } rank) { _found.Add(rank); return rank.Span.End; }
        var end = number.NumberEnd;
        while (end + 1 < text.Length && (Lists(text[end]) || IsDash(text[end]) || IsUntil(text[end])) && IsNumeral(text[end + 1])
            && QuantityReader.TryRead(text, end + 1, out var more, out _)) end = more.NumberEnd;
        return Math.Max(end, i + 1);
    }

    private int AtSole(int i)
    {
        var end = i + Sole.Length;
        if (Marked.Holding(marked.Titles, i) is not null) return end;
        if (end < text.Length && Code(text[end]) == 1 && UnitLexicon.Match(text, end + 1) is { Dimension: Dimension.Count or Dimension.Persons } unit)
        {
            _found.Add(Ranks.SoleOne(i, end + 1 + unit.Text.Length, unit));
            return end + 1 + unit.Text.Length;
        }
        if (Ranks.IsSole(text, i, end)) _found.Add(Ranks.SoleOne(i, end, UnitLexicon.CountUnit));
        return end;
    }

    private bool Top(int i, Quantity quantity)
    {
        if (Ranks.TryTop(text, i, quantity) is not { } top) return false;
        _found.Add(top);
        return true;
    }

    /// <summary>3月15日: the month is bare and the day's 日 is no term.</summary>
    private bool DayOfMonth(Quantity quantity) =>
        quantity.Unit is null && quantity.NumberEnd < text.Length && text[quantity.NumberEnd] == Month;

    /// <summary>G60, IPv6, A4: digits after letters belong to the word.</summary>
    private int AfterWord(int i)
    {
        while (i < text.Length && (IsLetter(text[i]) || IsDigit(text[i]))) i++;
        return i;
    }
}
