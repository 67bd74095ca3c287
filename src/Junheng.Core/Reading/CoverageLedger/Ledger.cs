using System.Collections.Immutable;
using Junheng.Core.Quantities;
using static Junheng.Core.Reading.CoverageLedger.CoverageLexicon;

namespace Junheng.Core.Reading.CoverageLedger;

/// <summary>Proves that nothing was overlooked: every sentence with a number, a date or an obligation is in the ledger,
/// or is listed with the reason why not.</summary>
public static class Ledger
{
    /// <param name="sentences">In the order of the text, disjoint.</param>
    /// <param name="reading">Everything read from the text but the coverage itself.</param>
    public static Coverage Cover(string text, ImmutableArray<TextSpan> sentences, DocumentReading reading)
    {
        var covered = new Sweep(Entries(reading));
        var headings = new Sweep([.. reading.Outline.Select(o => o.Span)]);
        var left = ImmutableArray.CreateBuilder<Uncovered>();
        int numbers = 0, obligations = 0, inLedger = 0;
        foreach (var sentence in sentences)
        {
            var recorded = covered.Meets(sentence);
            var heading = headings.Meets(sentence);
            var use = Numerals.In(text, sentence);
            var obliges = Obligates(text, sentence);
            if (use is not null) numbers++;
            if (obliges) obligations++;
            if (use is null && !obliges) continue;
            if (recorded || heading && use is not NumeralUse.Unread || IsMetadata(text, sentence, reading)) inLedger++;
            else left.Add(new(sentence, Why(use, sentence, reading)));
        }
        return new(sentences.Length, numbers, obligations, inLedger, left.DrainToImmutable());
    }

    private static List<TextSpan> Entries(DocumentReading reading)
    {
        var spans = new List<TextSpan>(reading.Claims.Length + reading.Tasks.Length);
        foreach (var claim in reading.Claims) spans.Add(claim.Span);
        foreach (var task in reading.Tasks) spans.Add(task.Span);
        foreach (var finding in reading.Findings)
        {
            spans.AddRange(finding.Facts);
            foreach (var measure in finding.Measures) spans.Add(measure.Span);
        }
        foreach (var citation in reading.Citations) if (citation.Number is not null) spans.Add(citation.Span);
        spans.Sort((a, b) => a.Start.CompareTo(b.Start));
        return spans;
    }

    private static bool Obligates(string text, TextSpan sentence)
    {
        var words = text.AsSpan(sentence.Start, sentence.Length);
        if (words.ContainsAny(Obligations)) return true;
        for (var at = 0; words[at..].IndexOfAny(Duties) is var found and >= 0; at += found + 1)
            if (Obliges(text, sentence.Start + at + found)) return true;
        return false;
    }

    /// <summary>The lines that give the document its title, number and date are read as such.</summary>
    private static bool IsMetadata(string text, TextSpan sentence, DocumentReading reading)
    {
        var words = text.AsSpan(sentence.Start, sentence.Length);
        if (reading.Title is { } title && title.AsSpan().Contains(words, StringComparison.Ordinal)) return true;
        if (reading.Number is { } number && words.Contains(number, StringComparison.Ordinal) && words.Length <= number.Length + 4) return true;
        return reading.Date is { } date && words.Length <= 12 && words.Contains(date.Year.ToString(), StringComparison.Ordinal) && words.Contains(date.Day.ToString(), StringComparison.Ordinal);
    }

    private static string Why(NumeralUse? use, TextSpan sentence, DocumentReading reading) => use switch
    {
        NumeralUse.Unread => CoverageTexts.Unread,
        NumeralUse.Date => CoverageTexts.Date,
        NumeralUse.DocumentNumber => CoverageTexts.DocumentNumber,
        NumeralUse.Title => CoverageTexts.Title,
        NumeralUse.Name => CoverageTexts.Name,
        NumeralUse.Edition => CoverageTexts.Edition,
        NumeralUse.Plan => CoverageTexts.Plan,
        NumeralUse.Numbering => CoverageTexts.Numbering,
        _ => reading.Tasks.Length > 0 && sentence.Start < reading.Tasks[0].Span.Start ? CoverageTexts.General : CoverageTexts.Narrative,
    };

    /// <summary>Asks ascending sentences whether they meet any of the ascending spans; spans may overlap one another.</summary>
    private sealed class Sweep(List<TextSpan> spans)
    {
        private int _next;
        private int _reach;

        public bool Meets(TextSpan sentence)
        {
            // Spans that began before the sentence matter only by how far the longest of them reaches.
            while (_next < spans.Count && spans[_next].Start < sentence.Start) _reach = Math.Max(_reach, spans[_next++].End);
            return _reach > sentence.Start || _next < spans.Count && spans[_next].Start < sentence.End;
        }
    }
}
