using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Structure.PunctuationLexicon;

namespace Junheng.Core.Reading.Structure;

/// <summary>Parts the text of a task or suggestion into single actionable clauses. What only says on which ground, by which means or
/// to what end something is done stays with the clause it serves.</summary>
internal sealed class Clauses
{
    private const int LongGround = 40;
    private readonly string _text;
    private readonly List<Measure> _found = [];
    private readonly List<TextSpan> _clauses = [];
    private List<string> _addressed = [], _bodies = [];
    private int _pending, _first;
    private bool _leading;

    private Clauses(string text) => _text = text;

    /// <param name="without">Stretches that are no part of it, such as the list of responsible bodies; ascending.</param>
    /// <param name="demandModal">Take only sentences that say 应, 要 or 建议.</param>
    public static List<Measure> Split(DocumentStructure structure, TextSpan span, IReadOnlyList<TextSpan> without, bool demandModal = false)
    {
        var clauses = new Clauses(structure.Text);
        var sentences = structure.Sentences;
        for (var i = Math.Max(0, structure.FirstSentence(span.Start) - 1); i < sentences.Length && sentences[i].Start < span.End; i++)
        {
            var start = Math.Max(sentences[i].Start, span.Start);
            var end = Math.Min(sentences[i].End, span.End);
            foreach (var clause in without)
            {
                if (clause.Start <= start && clause.End > start) start = Math.Min(clause.End, end);
                else if (clause.Start > start && clause.Start < end) end = clause.Start;
            }
            start = NumberingMark.SkipNumber(structure.Text, TextSpan.Between(start, Math.Max(start, end)));
            if (end > start) clauses.ReadSentence(structure, TextSpan.Between(start, end), demandModal);
        }
        return clauses._found;
    }

    private void ReadSentence(DocumentStructure structure, TextSpan sentence, bool demandModal)
    {
        Divide(structure, sentence);
        (_pending, _first, _leading) = (-1, _found.Count, false);
        _bodies = _addressed;
        var bound = !demandModal;
        for (var k = 0; k < _clauses.Count; k++)
        {
            var clause = Strip(_clauses[k], out var modal);
            if (modal && _found.Count == _first)
            {
                if (!bound) _pending = -1;
                bound = true;
            }
            if (clause.Length > 1 && bound) Place(clause, last: k == _clauses.Count - 1);
        }
        if (_pending >= 0 && _found.Count == _first && bound && !demandModal) Open(_clauses[^1].End);
    }

    /// <summary>At commas outside brackets and quotations.</summary>
    private void Divide(DocumentStructure structure, TextSpan sentence)
    {
        _clauses.Clear();
        var next = structure.FirstEnclosure(sentence.Start);
        var start = sentence.Start;
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            while (next < structure.Enclosures.Count && structure.Enclosures[next].End <= i) next++;
            if (next < structure.Enclosures.Count && structure.Enclosures[next].Start < i) continue;
            if (_text[i] is not ('，' or ',') && !IsColon(_text[i])) continue;
            Take(start, i);
            start = i + 1;
        }
        Take(start, sentence.End);
    }

    private void Take(int start, int end)
    {
        var span = Spans.Trim(_text, start, end);
        while (span.Length > 0 && Is(_text[span.End - 1], Role.Terminator | Role.Comma)) span = new TextSpan(span.Start, span.Length - 1);
        if (span.Length > 1) _clauses.Add(span);
    }

    /// <summary>Without 一是, 同时, 建议, the addressed bodies and the modal verb.</summary>
    private TextSpan Strip(TextSpan clause, out bool modal)
    {
        modal = false;
        for (var length = ClauseLexicon.LeadIn(Of(clause)); length > 0; length = ClauseLexicon.LeadIn(Of(clause)))
        {
            clause = Without(clause, length);
            _pending = -1;
        }
        if (BodyNames.ReadSubject(_text, clause, out var bodies) is var subject and > 0)
        {
            _bodies = _leading ? [.. _bodies, .. bodies] : bodies;
            if (_found.Count == 0) _addressed = _bodies;
            clause = Without(clause, subject);
            _leading = ClauseLexicon.IsLead(Of(clause));
            if (_leading) return default;
        }
        else if (!ClauseLexicon.IsBasis(Of(clause)) && BodyNames.FindIn(_text, clause) is { Count: > 0 } named) _bodies = named;
        if (ClauseLexicon.Modal(Of(clause)) is var verb and > 0 && verb < clause.Length)
        {
            modal = true;
            clause = Without(clause, verb);
        }
        return clause;
    }

    private void Place(TextSpan clause, bool last)
    {
        var words = Of(clause);
        var open = _found.Count > _first;
        if (ClauseLexicon.IsBasis(words) && !open)
        {
            // A ground that quotes at length parts what was said before it from the measure.
            if (clause.Length > LongGround) _pending = -1;
            return;
        }
        if (open && _pending < 0 && HasOwnTerm(clause))
        {
            Open(clause);
            return;
        }
        if (open && _pending < 0 && (ClauseLexicon.IsPurpose(words) || ClauseLexicon.IsConsequence(words) || ClauseLexicon.GoesOn(words) || last && ClauseLexicon.IsResult(words))) Extend(clause.End);
        else if (!last && (ClauseLexicon.IsPrefix(words) || ClauseLexicon.IsPurpose(words) || IsIdiom(words) || ClauseLexicon.IsBare(words))) _pending = _pending < 0 ? clause.Start : _pending;
        else if (ClauseLexicon.IsAction(words) || _pending >= 0 && open) Open(clause);
        else if (open) Extend(clause.End);
        else if (_pending < 0) _pending = clause.Start;
    }

    /// <summary>到2027年底前基本消除大班额, 三年内达到5名以上: due at its own time, so a measure of its own.</summary>
    private bool HasOwnTerm(TextSpan clause)
    {
        for (var at = clause.Start; at < clause.Start + 2 && at < clause.End; at++)
            if (PeriodScanner.TryRead(_text, at, out var term))
                return term.Form is PeriodForm.Deadline or PeriodForm.Within && term.Span.End + 4 <= clause.End;
        return false;
    }

    private void Open(TextSpan clause)
    {
        if (_pending < 0) _pending = clause.Start;
        if (!OpenEach(clause)) Open(clause.End);
        _pending = -1;
    }

    private void Open(int end)
    {
        _found.Add(new Measure(TextSpan.Between(_pending, end), [.. _bodies]));
        _pending = -1;
    }

    /// <summary>解决校舍不足、设备陈旧、编制紧缺等问题 holds one measure for each problem.</summary>
    private bool OpenEach(TextSpan clause)
    {
        if (!ClauseLexicon.Solve(Of(clause)) || !Of(clause).Contains('、')) return false;
        var parts = new List<TextSpan>();
        var start = clause.Start;
        for (var i = clause.Start; i <= clause.End; i++)
        {
            if (i < clause.End && _text[i] != '、') continue;
            parts.Add(TextSpan.Between(start, i));
            start = i + 1;
        }
        for (var k = 0; k < parts.Count; k++)
            if (!ClauseLexicon.HasShortfall(Of(parts[k]), atEnd: k < parts.Count - 1)) return false;
        foreach (var part in parts)
        {
            if (part.Start != clause.Start) _pending = part.Start;
            Open(part.End);
        }
        return true;
    }

    private void Extend(int end)
    {
        _found[^1] = _found[^1] with { Span = TextSpan.Between(_found[^1].Span.Start, end) };
        _pending = -1;
    }

    /// <summary>多措并举, 前瞻谋划、主动出击: four-character phrases that only set the tone.</summary>
    private static bool IsIdiom(ReadOnlySpan<char> words)
    {
        if (words.Length == 4) return true;
        if ((words.Length + 1) % 5 != 0) return false;
        for (var i = 4; i < words.Length; i += 5)
            if (words[i] != '、') return false;
        return words.Length > 4;
    }

    private ReadOnlySpan<char> Of(TextSpan span) => _text.AsSpan(span.Start, span.Length);
    private TextSpan Without(TextSpan clause, int length) => Spans.Trim(_text, clause.Start + length, clause.End);
}
