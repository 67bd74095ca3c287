using System.Collections.Immutable;
using Junheng.Core.Quantities;

namespace Junheng.Core.Reading.Claims;

/// <summary>Gives each claim its period: the nearest one said before it in its sentence, a term said after it, or what an earlier
/// sentence of the paragraph carries on. Parallel figures get one year each.</summary>
internal sealed class Dating
{
    /// <summary>Sentences without a period of their own that an earlier period still reaches.</summary>
    private const int Reach = 3;

    /// <summary>A small Chinese number counts what is listed beside it (四个阶段) and needs no date.</summary>
    private const int MostListed = 12;

    private readonly string _text;
    private readonly Marked _marked;
    private readonly List<PeriodMention> _mentions;
    private readonly Dictionary<int, int> _bases = [];
    private readonly Anchors _anchors;
    private PeriodMention? _carried;
    private int _age, _mention;
    private bool _sawHeading;

    private Dating(string text, Marked marked, ImmutableArray<PeriodMention> periods)
    {
        (_text, _marked) = (text, marked);
        _mentions = new List<PeriodMention>(periods.Length);
        // 较2023年的12350元下降, 由2021年的51%提高到53%: the year left behind dates the figure it stands before, and that one only.
        foreach (var period in periods)
            if (IsLeftBehind(period)) _bases[period.Span.End + 1] = period.First;
        foreach (var period in periods)
            if (period.Form != PeriodForm.Base && !_bases.ContainsKey(period.Span.End + 1) && Marked.Holding(marked.Titles, period.Span.Start) is null) _mentions.Add(period);
        _anchors = Anchors.Of(_mentions);
    }

    private bool IsLeftBehind(PeriodMention period) =>
        period is { Form: PeriodForm.Base or PeriodForm.Year, First: > 0 } && period.Span.End < _text.Length && _text[period.Span.End] == ClaimLexicon.Of
        && (period.Form == PeriodForm.Base || ClaimLexicon.Froms.Before(_text, period.Span.Start) > 0);

    public static void Assign(string text, List<Passage> passages, Marked marked, ImmutableArray<PeriodMention> periods, List<Draft> drafts)
    {
        var dating = new Dating(text, marked, periods);
        var next = 0;
        for (var p = 0; p < passages.Count; p++)
        {
            var end = p + 1 < passages.Count ? passages[p + 1].Span.Start : text.Length;
            var first = next;
            while (next < drafts.Count && drafts[next].Span.Start < end) drafts[next++].Sentence = p;
            dating.Enter(passages[p]);
            dating.Date(passages[p], end, drafts, first, next);
        }
    }

    private void Enter(Passage passage)
    {
        _sawHeading |= passage.IsNumbered;
        var isVisit = _carried is { Form: PeriodForm.Date } visit && visit.Period!.Length > 20 && !_sawHeading;
        if (passage.IsNumbered || passage.BeginsParagraph && !isVisit || ++_age > Reach && !isVisit) _carried = null;
    }

    private void Date(Passage passage, int end, List<Draft> drafts, int first, int next)
    {
        var from = _mention;
        while (_mention < _mentions.Count && _mentions[_mention].Span.Start < end) _mention++;
        var own = from;
        PeriodMention? current = null;
        for (var d = first; d < next; d++)
        {
            var draft = drafts[d];
            for (; own < _mention && _mentions[own].Span.End <= draft.Span.Start; own++)
                if (Reaches(_mentions[own], draft) && !IsOwnTerm(_mentions[own])) current = _mentions[own];
            if (IsTerm(own, draft)) continue;
            if (_bases.TryGetValue(draft.Span.Start, out var year))
            {
                draft.Period = year.ToString("0000");
                continue;
            }
            if (Nearby(own, draft) is { } near) Give(draft, near, inferred: false);
            else if (current is { } said && !IsTimeIn(draft, said)) Give(draft, said, inferred: false);
            else if (Later(own, draft) is { } later) Give(draft, later, inferred: false);
            else if (_anchors.VisitYear is { } asked && Surveys.Tell(_text, passage.Span.Start, draft)) (draft.Period, draft.Inferred) = (asked, true);
            else if (_carried is { } carried && Carries(draft, carried)) Give(draft, carried, inferred: true);
        }
        Rises.Date(_text, drafts, first, next);
        for (var m = from; m < _mention; m++)
            if (Marked.Holding(_marked.Brackets, _mentions[m].Span.Start) is null && !IsOwnTerm(_mentions[m])) (_carried, _age) = (_mentions[m], 0);
    }

    /// <summary>A period in brackets belongs to the words before them: 三年行动计划（2018-2020年）.</summary>
    private bool Reaches(PeriodMention mention, Draft draft) =>
        Marked.Holding(_marked.Brackets, mention.Span.Start) is not { } bracket || bracket.Contains(draft.Span);

    /// <summary>A claim that is a term itself (30个工作日内报送) has no other period.</summary>
    private bool IsTerm(int own, Draft draft) =>
        draft.Dimension == Dimension.Time && own < _mention && _mentions[own].Form == PeriodForm.Within && _mentions[own].Span.Overlaps(draft.Span);

    /// <summary>“其余5所在两年内办结”: a term in the claim's own clause outweighs an earlier one.</summary>
    private PeriodMention? Nearby(int own, Draft draft)
    {
        if (own >= _mention || _mentions[own] is not { Form: PeriodForm.Within or PeriodForm.Deadline } mention || mention.Span.Start < draft.Span.End) return null;
        if (IsTimeIn(draft, mention) || mention.Span.Start - draft.Span.End > 20) return null;
        foreach (var c in _text.AsSpan(draft.Span.End, mention.Span.Start - draft.Span.End))
            if (ClaimLexicon.EndsClause(c)) return null;
        return mention;
    }

    /// <summary>A term that is the figure of its clause dates what stands before it, never what follows.</summary>
    private bool IsOwnTerm(PeriodMention mention) => mention.Form == PeriodForm.Within && Terms.IsClaim(_text, mention);

    /// <summary>A length of time is not itself due within another.</summary>
    private static bool IsTimeIn(Draft draft, PeriodMention mention) => mention.Form == PeriodForm.Within && draft.Dimension is Dimension.Time or Dimension.Age;

    /// <summary>“按15%的比例配置托额，3年内全面完成”: a term said after what it limits.</summary>
    private PeriodMention? Later(int own, Draft draft)
    {
        for (var m = own; m < _mention; m++)
        {
            var mention = _mentions[m];
            if (mention.Form is not (PeriodForm.Within or PeriodForm.Deadline)) return null;
            if (mention.Span.Start < draft.Span.End) continue;
            if (draft.Dimension is Dimension.Age or Dimension.Time || Marked.Holding(_marked.Brackets, mention.Span.Start) is not null) return null;
            if (!Terms.IsClaim(_text, mention)) return null;
            return _text.AsSpan(draft.Span.End, mention.Span.Start - draft.Span.End).IndexOfAny(PhraseLexicon.Semicolons) < 0 ? mention : null;
        }
        return null;
    }

    private static bool Carries(Draft draft, PeriodMention carried) =>
        draft.List >= 0 || draft.Script == NumeralScript.Arabic || draft.Value > MostListed || carried.Form is PeriodForm.Past;

    private void Give(Draft draft, PeriodMention mention, bool inferred)
    {
        if (draft.List >= 0 && mention.Years == draft.Places)
            (draft.Period, draft.Inferred) = ((mention.First + draft.Place).ToString("0000"), inferred);
        else if (mention is { Form: PeriodForm.Date } && _anchors.VisitYear is { } year && mention.Period!.StartsWith(year, StringComparison.Ordinal) && Surveys.Count(_text, draft))
            (draft.Period, draft.Inferred) = (year, true);
        else
        {
            var (period, resolved) = _anchors.Resolve(mention);
            (draft.Period, draft.Inferred) = (period, period is not null && (inferred || resolved));
        }
    }
}
