using System.Collections.Immutable;
using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Structure.PunctuationLexicon;

namespace Junheng.Core.Reading.Structure;

/// <summary>Cuts a text into sentences: at 。！？； outside brackets and quotes, around headings, at table cells, and at line ends that
/// finish a line. A page break in the middle of a sentence does not end it.</summary>
public sealed class Sentences
{
    private readonly string _text;
    private readonly List<TextSpan> _enclosures;
    private readonly List<Heading> _headings;
    private readonly ImmutableArray<TextSpan>.Builder _found;
    private int _start, _paragraph, _enclosure, _heading;
    private bool _finished, _row;

    private Sentences(DocumentStructure structure)
    {
        (_text, _enclosures, _headings) = (structure.Text, structure.Enclosures, structure.Headings);
        _found = ImmutableArray.CreateBuilder<TextSpan>(_text.Length / 40 + 1);
    }

    /// <summary>Ascending, disjoint, trimmed spans; stretches without a letter or digit are left out.</summary>
    public static ImmutableArray<TextSpan> Split(string text) => Split(DocumentStructure.Of(text));

    /// <inheritdoc cref="Split(string)"/>
    public static ImmutableArray<TextSpan> Split(DocumentStructure structure)
    {
        var sentences = new Sentences(structure);
        for (var i = 0; i < structure.Text.Length;) i = sentences.Step(i);
        sentences.End(structure.Text.Length, structure.Text.Length);
        return sentences._found.DrainToImmutable();
    }

    private int Step(int at)
    {
        if (_heading < _headings.Count && at >= _headings[_heading].Mark.Start) return PassHeading(_headings[_heading++], at);
        var role = RoleOf(_text[at]);
        if ((role & Structural) == 0) return at + 1;
        if ((role & Role.Break) != 0) return PassBreak(at);
        if ((role & Role.Tab) != 0)
        {
            _row = true;
            return End(at, at + 1);
        }
        if ((role & Role.Terminator) == 0 || IsEnclosed(at)) return at + 1;
        var after = at + 1;
        while (after < _text.Length && Is(_text[after], Role.Terminator | Role.Closer)) after++;
        _finished = true;
        return End(after, after);
    }

    private int PassHeading(Heading heading, int at)
    {
        End(heading.Mark.Start, heading.Mark.Start);
        if (heading.Body.Start < heading.Title.End) return Math.Max(at, heading.Mark.End);
        var end = heading.Title.End;
        while (end < _text.Length && (Is(_text[end], Role.Terminator | Role.Closer) || IsColon(_text[end]))) end++;
        _finished = false;
        return _paragraph = End(end, end);
    }

    private int PassBreak(int at)
    {
        var next = LineBreaks.Skip(_text, at);
        var resumed = LineBreaks.SkipPageNumber(_text, next);
        if (!_row && LineBreaks.InsideSentence(_text, TextSpan.Between(_paragraph, at), resumed, _finished, IsEnclosed(at))) return resumed;
        _finished = _row = false;
        End(at, next);
        return _paragraph = next;
    }

    private bool IsEnclosed(int at)
    {
        while (_enclosure < _enclosures.Count && _enclosures[_enclosure].End <= at) _enclosure++;
        return _enclosure < _enclosures.Count && _enclosures[_enclosure].Start < at;
    }

    private int End(int end, int next)
    {
        var span = Spans.Trim(_text, _start, end);
        if (Spans.HasWord(_text, span)) _found.Add(span);
        return _start = next;
    }
}
