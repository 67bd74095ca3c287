using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Structure.PunctuationLexicon;

namespace Junheng.Core.Reading.Structure;

/// <summary>Finds the numbered headings of a document: on their own line, run into the paragraph, or all in one long line.</summary>
internal sealed class Headings
{
    private readonly string _text;
    private readonly List<TextLine> _lines;
    private readonly List<TextSpan> _enclosures;
    private readonly List<NumberingMark> _marks = [];
    private readonly int[] _last = new int[5];
    private int _arabic, _enclosure, _fullStop = -1;
    private bool _attachments;

    private Headings(string text, List<TextLine> lines, List<TextSpan> enclosures) => (_text, _lines, _enclosures) = (text, lines, enclosures);

    public static List<Heading> Scan(string text, List<TextLine> lines, List<TextSpan> enclosures)
    {
        var scan = new Headings(text, lines, enclosures);
        for (var i = 0; i < lines.Count; i++) scan.ReadLine(i);
        return HeadingTitles.Read(text, scan._marks, lines);
    }

    private void ReadLine(int index)
    {
        var line = _lines[index];
        if (line.IsRow) return;
        _attachments = OutlineLexicon.BeginsAttachments(_text, line.Span) || _attachments && IsAttachment(line);
        var at = NumberingMark.SkipResidue(_text, line.Start);
        if (!_attachments && NumberingMark.TryRead(_text, at, out var mark) && IsHeadingLine(index, mark)) at = Accept(mark);
        ScanInside(Math.Max(at, line.Start + 1), line);
    }

    /// <summary>A number at the start of a line is a heading unless the line only continues, stands in a table or in a table of contents.</summary>
    private bool IsHeadingLine(int index, NumberingMark mark)
    {
        var line = _lines[index];
        if (mark.End >= line.End) return false;
        if (index > 0)
        {
            var before = _lines[index - 1];
            if (Is(_text[before.End - 1], Role.Unfinished)) return false;
            if (before.IsRow && index + 1 < _lines.Count && _lines[index + 1].IsRow) return false;
        }
        return !OutlineLexicon.IsContentsEntry(_text, line.Span);
    }

    private bool IsAttachment(TextLine line) =>
        line.Length < 60 && NumberingMark.TryRead(_text, line.Start, out var mark) && mark.Level == 4
        && !_text.AsSpan(line.Start, line.Length).ContainsAny(OutlineLexicon.FullStops);

    private int Accept(NumberingMark mark)
    {
        _marks.Add(mark);
        _last[mark.Level] = mark.Ordinal;
        if (mark.Level == 4) _arabic = mark.Ordinal;
        else Array.Clear(_last, mark.Level + 1, 4 - mark.Level);
        _fullStop = -1;
        return mark.End;
    }

    private void ScanInside(int at, TextLine line)
    {
        for (var i = at; i < line.End; i++)
        {
            var before = RoleOf(_text[i - 1]);
            if (IsFullStop(_text[i - 1])) _fullStop = i - 1;
            if ((before & (Role.Blank | Role.Terminator | Role.Closer)) == 0) continue;
            while (_enclosure < _enclosures.Count && _enclosures[_enclosure].End <= i) _enclosure++;
            if (_enclosure < _enclosures.Count && _enclosures[_enclosure].Start < i) continue;
            if (NumberingMark.TryRead(_text, i, out var mark) && mark.End < line.End && IsHeadingInside(mark, line)) i = Accept(mark) - 1;
        }
    }

    /// <summary>Inside a line a number is a heading only where it carries on the count, or opens one right after a heading or a full stop.</summary>
    private bool IsHeadingInside(NumberingMark mark, TextLine line)
    {
        var blank = Is(_text[mark.Start - 1], Role.Blank);
        var before = mark.Start - 1;
        while (before > line.Start && Is(_text[before], Role.Blank)) before--;
        var closed = IsFullStop(_text[before]) || Is(_text[before], Role.Closer);
        if (!blank && !closed) return false;
        if (mark.Ordinal > 1) return _last[mark.Level] == mark.Ordinal - 1 || mark.Level == 4 && _arabic == mark.Ordinal - 1;
        var opens = _marks.Count == 0 ? mark.Level <= 3 : mark.Level > _marks[^1].Level;
        return blank && opens && (closed || _fullStop < 0 && _marks.Count > 0);
    }
}
