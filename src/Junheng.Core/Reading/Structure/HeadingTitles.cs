using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Structure.PunctuationLexicon;

namespace Junheng.Core.Reading.Structure;

/// <summary>Tells where each heading's title ends and its text begins, and which heading stands above which.</summary>
internal static class HeadingTitles
{
    /// <summary>A first sentence longer than this is no title but a numbered paragraph.</summary>
    private const int Longest = 80;
    /// <summary>A title before a colon or a blank is short: 1.组织领导：成立…</summary>
    private const int Label = 30;

    public static List<Heading> Read(string text, List<NumberingMark> marks, List<TextLine> lines)
    {
        var headings = new List<Heading>(marks.Count);
        var above = new[] { -1, -1, -1, -1, -1 };
        var line = 0;
        for (var k = 0; k < marks.Count; k++)
        {
            var mark = marks[k];
            while (lines[line].End <= mark.Start) line++;
            var limit = k + 1 < marks.Count ? BodyLimit(text, marks, k, lines, line) : Closing.Start(text, lines, mark.End);
            for (var below = line + 1; below < lines.Count && lines[below].Start < limit; below++)
                if (ClosingLexicon.EndsDocument(text, lines[below])) limit = lines[below].Start;
            var (title, body) = Divide(text, mark, limit, mark.Start > NumberingMark.SkipResidue(text, lines[line].Start));
            var parent = above[mark.Level - 1];
            headings.Add(new Heading { Mark = mark, Number = mark.Number(text), Title = title, Body = body, Parent = parent });
            if (parent >= 0) headings[parent].HasChildren = true;
            for (var level = mark.Level; level < above.Length; level++) above[level] = k;
        }
        return headings;
    }

    /// <summary>Up to the next heading; but where 一、 starts anew without a part heading, the paragraph before it introduces the new part.</summary>
    private static int BodyLimit(string text, List<NumberingMark> marks, int k, List<TextLine> lines, int line)
    {
        var next = marks[k + 1];
        if (next is not { Level: 2, Ordinal: 1 } || marks[k].Level < 3) return next.Start;
        var first = line;
        while (line + 1 < lines.Count && lines[line + 1].Start < next.Start) line++;
        if (lines[line].End > next.Start) line--;
        return line > first + 1 && text[lines[line].End - 1] is var last && IsFullStop(last) ? lines[line].Start : next.Start;
    }

    private static (TextSpan Title, TextSpan Body) Divide(string text, NumberingMark mark, int limit, bool inside)
    {
        var start = mark.End;
        while (start < limit && Is(text[start], Role.Blank | Role.Tab)) start++;
        if (limit <= start) return (new TextSpan(mark.End, 0), new TextSpan(mark.End, 0));
        var end = TitleEnd(text, start, limit);
        var sentence = end - start;
        var body = end < limit && IsFullStop(text[end]) ? end + 1 : end;
        var runsOn = body < limit && IsFullStop(text[end]) || inside;
        if (runsOn && Divider(text, start, end, inside || sentence > Label + 10) is var divider and > 0) (end, body) = (divider, divider + 1);
        else if (sentence > (EndsLine(text, body, limit) ? 2 * Longest : Longest)) (end, body) = (FirstComma(text, start, Math.Min(end, start + Longest)), start);
        var title = Spans.Trim(text, start, end);
        while (title.Length > 1 && (Is(text[title.End - 1], Role.Terminator) || IsColon(text[title.End - 1]))) title = new TextSpan(title.Start, title.Length - 1);
        var content = Spans.Trim(text, Math.Min(body, limit), limit);
        return (title, content.Length > 0 ? content : title);
    }

    /// <summary>The first full stop outside brackets and quotations, the end of the heading's line, or the limit.</summary>
    private static int TitleEnd(string text, int start, int limit)
    {
        int depth = 0, opened = start;
        for (var i = start; i < limit; i++)
        {
            var role = RoleOf(text[i]);
            if ((role & Structural) == 0) continue;
            if ((role & Role.Opener) != 0) (depth, opened) = (depth + 1, i);
            else if ((role & Role.Closer) != 0) depth = Math.Max(0, depth - 1);
            else if ((role & Role.Break) != 0)
            {
                var next = LineBreaks.SkipPageNumber(text, LineBreaks.Skip(text, i));
                var heading = TextSpan.Between(start, i);
                if (i - start > 4 * Longest || !Is(text[Spans.Trim(text, start, i).End - 1], Role.Unfinished)
                    || !LineBreaks.InsideSentence(text, heading, next, finished: false, enclosed: false)) return i;
                i = next - 1;
            }
            else if (IsFullStop(text[i]) && (depth == 0 || i - opened > Longest)) return i;
        }
        return limit;
    }

    private static bool EndsLine(string text, int at, int limit)
    {
        while (at < limit && IsBlank(text[at])) at++;
        return at >= limit || Is(text[at], Role.Break);
    }

    /// <summary>The colon or blank that parts a run-in title from its text; 0 when there is none.</summary>
    private static int Divider(string text, int start, int end, bool blankCounts)
    {
        for (var i = start + 2; i < end && i < start + Longest; i++)
        {
            if (IsColon(text[i]) && i <= start + Label && i + 1 < end) return i;
            if (blankCounts && Is(text[i], Role.Blank) && !IsNumberGap(text, i)) return i;
            if (Is(text[i], Role.Opener)) while (i + 1 < end && i < start + Longest && !Is(text[i], Role.Closer)) i++;
        }
        return 0;
    }

    /// <summary>Blanks around digits and Latin letters are typing habits: 建设 3 所.</summary>
    private static bool IsNumberGap(string text, int at) =>
        char.IsAscii(text[at - 1]) && text[at - 1] > ' ' || at + 1 < text.Length && char.IsAscii(text[at + 1]) && text[at + 1] > ' ' && !Is(text[at + 1], Role.Opener);

    private static int FirstComma(string text, int start, int end)
    {
        for (var i = start + 4; i < end; i++)
            if (Is(text[i], Role.Comma | Role.Terminator)) return i;
        return end;
    }
}
