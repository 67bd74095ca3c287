using System.Collections.Immutable;
using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Auditing.AuditLexicon;
using static Junheng.Core.Reading.Auditing.EnumerationLexicon;

namespace Junheng.Core.Reading.Auditing.Relations;

/// <summary>A stated count against the items listed: 三大目标：A、B、C; A、B、C等3个专业; 四项工作：一是…；二是….</summary>
internal static class EnumerationRelation
{
    private const int LongestList = 600, LongestSequence = 3000;

    public static void Find(Passage passage, ImmutableArray<Check>.Builder checks)
    {
        for (var i = 0; i < passage.Count; i++)
        {
            var figure = passage[i];
            if (!figure.IsPlain || figure.Claim.Decimals > 0 || figure.Value is < 1 or > 40 || figure.Dimension is not { Factor: 1, IsRate: false }) continue;
            if (NoItems.Contains(figure.Dimension.Name)) continue;
            var check = Sequence(passage, figure) ?? Following(passage, i) ?? Preceding(passage, i);
            if (check is not null) checks.Add(check);
        }
    }

    /// <summary>四项工作：一是…；二是…</summary>
    private static Check? Sequence(Passage passage, Figure figure)
    {
        var text = passage.Text;
        var head = text.AsSpan(figure.End, Math.Min(24, text.Length - figure.End));
        var first = head.IndexOf(Ordinals[0]);
        if (first < 0 || figure.Value < 2 || !Words.StartsWithAny(figure.Dimension.Name, Abstract)) return null;
        // A heading or another paragraph between the count and 一是 parts them; a colon at the line's end does not.
        if (head[..first].IndexOf('\n') is var line and >= 0 && (line == 0 || !IsColon(head[line - 1]))) return null;
        var rest = text.AsSpan(figure.End, Math.Min(LongestSequence, text.Length - figure.End));
        int at = first + 2, count = 1;
        for (; count < Ordinals.Length; count++)
        {
            var next = rest[at..].IndexOf(Ordinals[count]);
            var again = rest[at..].IndexOf(Ordinals[0]);
            if (next < 0 || again >= 0 && again < next) break;
            at += next + 2;
        }
        if (count == Ordinals.Length || count < 2) return null;
        return Decide(figure, new ItemList(count, count, false, true), certain: true);
    }

    /// <summary>三大目标：A、B、C · 13家单位（包含8所学校和A、B）</summary>
    private static Check? Following(Passage passage, int i)
    {
        var text = passage.Text;
        var figure = passage[i];
        var at = figure.End;
        var nounEnd = Math.Min(text.Length, at + 14);
        while (at < nounEnd && (IsHan(text[at]) || IsQuote(text[at]))) at++;
        var noun = text.AsSpan(figure.End, at - figure.End);
        if (at >= text.Length || at == nounEnd) return null;
        var bracketed = IsOpener(text[at]);
        if (!bracketed && !IsColon(text[at]) && !(IsComma(text[at]) && Words.StartsWithAny(text.AsSpan(at + 1, Math.Min(4, text.Length - at - 1)), ListLeads))) return null;
        var start = at + 1;
        var end = ListEnd(text, start, bracketed);
        if (end < 0) return null;
        var region = text.AsSpan(start, end - start);
        var body = Words.WithoutBeginnings(region, ListLeads);
        if (body.Length == 0 || Words.StartsWithAny(region.TrimStart(), PartialLeads)) return null;
        var numbered = new List<string>();
        var list = Weighted(passage, i, TextSpan.Between(end - body.Length, end), ItemList.In(body), numbered);
        var some = region.TrimStart().StartsWith(Whereof);
        var certain = (!some || figure.Value < list.Least) && list.Clean && !list.Open && !body.ContainsAny(RelationLexicon.OpenEnd) && !noun.ContainsAny(Acts) && noun.Length <= 8
            && (bracketed ? numbered.Count == 0 || region.ContainsAny(RelationLexicon.Includes) : numbered.Count == 0 && Words.StartsWithAny(figure.Dimension.Name, Abstract));
        return Decide(figure, list, certain, list.Clean ? numbered : [], bracketed && numbered.Count > 0);
    }

    private static int ListEnd(string text, int start, bool bracketed)
    {
        var depth = 0;
        for (var at = start; at < text.Length && at < start + LongestList; at++)
        {
            var c = text[at];
            if (IsOpening(c)) depth++;
            else if (IsClosing(c))
            {
                if (depth == 0) return bracketed ? at : -1;
                depth--;
            }
            else if (depth == 0 && !bracketed && (IsFullStop(c) || c is '\n' or '\t' or '\r' || IsGap(text, at))) return at;
            else if (bracketed && c is '\n') return -1;
        }
        return -1;
    }

    /// <summary>A blank between two characters ends a run-in list that has no full stop.</summary>
    private static bool IsGap(string text, int at) => IsSpace(text[at]) && at > 0 && at + 1 < text.Length && IsHan(text[at - 1]) && IsHan(text[at + 1]);

    /// <summary>8所学校和区教育学院、… counts as eight and one: numbered items weigh what they say.</summary>
    private static ItemList Weighted(Passage passage, int i, TextSpan body, ItemList list, List<string> numbered)
    {
        decimal extra = 0;
        for (var k = i + 1; k < passage.Count && passage[k].Start < body.End; k++)
        {
            if (passage[k].Start < body.Start) continue;
            numbered.Add(passage[k].Id);
            var (dimension, whole) = (passage[k].Dimension, passage[i].Dimension);
            if (!passage[k].IsPlain || !dimension.Counts || dimension.IsPersons != whole.IsPersons || NoItems.Contains(dimension.Name) || passage[k].Value > 1000) return list with { Clean = false };
            if (!StartsItem(passage.Text, body, passage[k].Start)) return list with { Clean = false };
            extra += passage[k].Value - 1;
        }
        return list with { Least = list.Least + (int)extra, Most = list.Most + (int)extra };
    }

    private static bool StartsItem(string text, TextSpan body, int at)
    {
        while (at > body.Start && IsSpace(text[at - 1])) at--;
        return at == body.Start || IsPause(text[at - 1]) || IsAnd(text[at - 1]) || IsComma(text[at - 1]) || IsSemicolon(text[at - 1]);
    }

    /// <summary>建筑工程、烹饪、营养等3个专业 · 个体、学校、区域三个层级</summary>
    private static Check? Preceding(Passage passage, int i)
    {
        var figure = passage[i];
        var before = passage.Before(i);
        var open = before.EndsWith(OpenList);
        if (open) before = before[..^1];
        if (!open && before.Length > 2 && IsClosing(before[^1]) && before.LastIndexOf(OpeningQuote) is var quote and >= 0 && ItemList.In(before[(quote + 1)..^1]) is { Least: > 1 } quoted)
            return Decide(figure, quoted, certain: quoted.Clean);
        var start = before.LastIndexOfAny(ListStarts);
        var region = start < 0 ? before : before[(start + 1)..];
        if (start < 0 && i > 0 || region.Length < 3 || !IsHan(region[^1]) && !IsClosing(region[^1])) return null;
        var list = ItemList.In(region);
        if (list.Least < 2 && !(list.Most == 2 && !open)) return null;
        if (list.Holds(figure.Value)) return Decide(figure, list, certain: false);
        var closed = !open && list.Clean && figure.Value > list.Most && figure.Claim.Text.AsSpan().IndexOfAnyInRange('0', '9') < 0
            && Words.StartsWithAny(passage.After(i), AbstractNouns) && region.IndexOf(AuditLexicon.Of) < 0;
        return closed ? Decide(figure, list, certain: true) : null;
    }

    private static Check? Decide(Figure figure, ItemList list, bool certain, List<string>? numbered = null, bool evident = false)
    {
        var verdict = list.Holds(figure.Value) ? CheckVerdict.Holds : CheckVerdict.Contradicts;
        if (verdict is CheckVerdict.Contradicts && (!certain || !evident && !list.NearlyFits(figure.Value))) return null;
        if (list.Most < 2) return null;
        var listed = list.Holds(figure.Value) && list.Least != list.Most ? (int)figure.Value : list.Least;
        var reason = verdict is CheckVerdict.Holds || list.Least == list.Most
            ? AuditTexts.Listed(listed, figure.Claim.Text, verdict)
            : AuditTexts.ListedBetween(list.Least, list.Most, figure.Claim.Text, verdict);
        return new Check(Relation.Enumeration, [figure.Id, .. numbered ?? []], figure.Id, figure.Claim.Value, list.Least, list.Most, verdict, reason);
    }
}
