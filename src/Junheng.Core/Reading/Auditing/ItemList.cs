using static Junheng.Core.Reading.Auditing.AuditLexicon;
using static Junheng.Core.Reading.Auditing.EnumerationLexicon;

namespace Junheng.Core.Reading.Auditing;

/// <summary>How many items a stretch of text lists. 和 may join two items or belong to one, so the count is a range.</summary>
/// <param name="Open">The list ends with 等.</param>
/// <param name="Clean">One kind of separator only, so that the range is certain.</param>
internal readonly record struct ItemList(int Least, int Most, bool Open, bool Clean)
{
    /// <summary>Counts the items of <paramref name="text"/>; brackets and quotations are not looked into.</summary>
    public static ItemList In(ReadOnlySpan<char> text)
    {
        int semicolons = 0, pauses = 0, commas = 0, ands = 0, depth = 0, quotations = 0;
        text = text.Trim().TrimEnd(ListEnds);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsOpening(c)) { if (depth++ == 0 && IsQuote(c)) quotations++; }
            else if (IsClosing(c)) depth = Math.Max(0, depth - 1);
            if (depth > 0) continue;
            if (IsSemicolon(c)) semicolons++;
            else if (IsPause(c)) pauses++;
            else if (IsComma(c)) commas++;
            else if (IsAnd(c) && i > 0 && i + 1 < text.Length)
            {
                // A number after 和 begins an item of its own.
                if (IsDigit(text[i + 1])) pauses++;
                else ands++;
            }
        }
        var open = text.EndsWith(OpenList) || text.Contains(OpenThen, StringComparison.Ordinal);
        if (semicolons > 0) return new(semicolons + 1, semicolons + 1, open, true);
        if (pauses > 0) return new(pauses + 1, pauses + 1 + ands, open, commas == 0);
        if (quotations > 1 && commas == 0) return new(Math.Min(quotations, ands + 1), Math.Max(quotations, ands + 1), open, false);
        return commas > 0 ? new(commas + 1, commas + 1 + ands, open, false) : new(1, 1 + ands, open, ands > 0);
    }

    public bool Holds(decimal stated) => stated >= Least && stated <= Most;

    /// <summary>A wrong count is one or two off; a list of quite another length is no list of what was counted.</summary>
    public bool NearlyFits(decimal stated) =>
        Least >= 2 && (stated < Least ? Least - stated : stated - Most) is var off && (off == 1 && Most >= 3 || off == 2 && Least >= 4);
}
