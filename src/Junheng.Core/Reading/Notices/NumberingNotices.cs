using Junheng.Core.Quantities;
using Junheng.Core.Reading.Structure;

namespace Junheng.Core.Reading.Notices;

/// <summary>Gaps, repetitions and restarts in the numbers of headings. Items and sections may count on through all chapters.</summary>
internal static class NumberingNotices
{
    private const int Part = 1, Chapter = 2, Section = 3, Item = 4;

    public static void Add(DocumentStructure structure, List<Notice> notices)
    {
        var before = new Heading?[5];
        var latest = new Heading?[5];
        foreach (var heading in structure.Headings)
        {
            if (heading.Number.EndsWith(NumberingLexicon.SubDivision, StringComparison.Ordinal))
            {
                Array.Clear(before, Chapter, before.Length - Chapter);
                continue;
            }
            if (Remark(structure, heading, before, latest[heading.Level]) is { } remark) notices.Add(new Notice(Of(heading), "numbering", remark));
            before[heading.Level] = heading;
            Array.Clear(before, heading.Level + 1, before.Length - heading.Level - 1);
            latest[heading.Level] = heading;
        }
        AddAlone(structure, notices);
    }

    private static string? Remark(DocumentStructure structure, Heading heading, Heading?[] before, Heading? latest)
    {
        var title = Spans.Flat(structure.Text, heading.Title);
        var (ordinal, previous) = (heading.Mark.Ordinal, before[heading.Level]);
        if (heading.Level >= Section && latest is not null && ordinal == latest.Mark.Ordinal + 1) return null;
        if (previous is null) return ordinal == 1 ? null : NoticeTexts.StartsLate(heading.Number, title);
        if (ordinal == previous.Mark.Ordinal + 1) return null;
        if (ordinal == 1 && heading.Level == Chapter) return NoticeTexts.Restarts(before[Part]?.Number);
        return ordinal == previous.Mark.Ordinal ? NoticeTexts.Repeated(heading.Number, title) : NoticeTexts.Missing(heading.Number, previous.Number, title);
    }

    /// <summary>A single 1. under a heading whose text goes on for several paragraphs may have lost its 2.</summary>
    private static void AddAlone(DocumentStructure structure, List<Notice> notices)
    {
        var headings = structure.Headings;
        for (var k = 0; k < headings.Count; k++)
        {
            if (headings[k] is not { Level: Item, Mark.Ordinal: 1, Parent: >= 0 } alone || k + 1 < headings.Count && headings[k + 1].Level == Item) continue;
            notices.Add(new Notice(Of(alone), "numbering", NoticeTexts.Alone(alone.Number, Spans.Flat(structure.Text, headings[alone.Parent].Title))));
        }
    }

    private static TextSpan Of(Heading heading) => TextSpan.Between(heading.Mark.Start, heading.Title.End);
}
