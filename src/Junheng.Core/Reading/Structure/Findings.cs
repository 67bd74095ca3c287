using System.Collections.Immutable;
using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Structure.PunctuationLexicon;

namespace Junheng.Core.Reading.Structure;

/// <summary>Reads the problems of a supervision letter: the headings under 存在的主要问题, the facts stated there and the suggestions made.</summary>
internal static class Findings
{
    public static ImmutableArray<Finding> Read(DocumentStructure structure)
    {
        var found = ImmutableArray.CreateBuilder<Finding>();
        var (section, first) = (-1, 0);
        for (var k = 0; k < structure.Headings.Count; k++)
        {
            var heading = structure.Headings[k];
            var title = structure.Text.AsSpan(heading.Title.Start, heading.Title.Length);
            if (FindingLexicon.IsProblem(title) || section >= 0 && heading.Parent == section) found.Add(FindingOf(structure, k, found.Count + 1));
            else if (FindingLexicon.IsProblemSection(title) && (section < 0 || heading.Level <= structure.Headings[section].Level))
            {
                (section, first) = (k, found.Count);
                if (!heading.HasChildren) AddUnnumbered(structure, heading, found);
            }
            else if (FindingLexicon.IsSuggestionSection(title)) AddSuggestions(structure, k, found, first);
        }
        return found.DrainToImmutable();
    }

    /// <summary>Problems told as 一是…, 二是… in running text.</summary>
    private static void AddUnnumbered(DocumentStructure structure, Heading section, ImmutableArray<Finding>.Builder found)
    {
        foreach (var item in Enumerated(structure, section.Body))
        {
            var (facts, measures) = (new List<TextSpan>(), new List<Measure>());
            Read(structure, item, facts, measures);
            if (facts.Count == 0) continue;
            var title = TextSpan.Between(facts[0].Start, ClauseEnd(structure.Text, facts[0]));
            found.Add(new Finding($"F{found.Count + 1}", TextSpan.Between(title.Start, item.End), null, Spans.Flat(structure.Text, title), [.. facts], [.. measures]));
        }
    }

    private static int ClauseEnd(string text, TextSpan sentence) =>
        text.AsSpan(sentence.Start, sentence.Length).IndexOfAny(FindingLexicon.OpeningEnds) is var comma and > 3 ? sentence.Start + comma : sentence.End;

    /// <summary>The stretches that 一是, 二是 … open; the whole where nothing is counted so.</summary>
    private static List<TextSpan> Enumerated(DocumentStructure structure, TextSpan body)
    {
        var starts = new List<int>();
        var sentences = structure.Sentences;
        for (var i = structure.FirstSentence(body.Start); i < sentences.Length && sentences[i].Start < body.End; i++)
            if (FindingLexicon.IsCounted(structure.Text.AsSpan(sentences[i].Start, sentences[i].Length))) starts.Add(sentences[i].Start);
        if (starts.Count < 2) return [body];
        return [.. starts.Select((start, k) => TextSpan.Between(start, k + 1 < starts.Count ? starts[k + 1] : body.End))];
    }

    private static Finding FindingOf(DocumentStructure structure, int index, int id)
    {
        var heading = structure.Headings[index];
        var (facts, measures) = (new List<TextSpan>(), new List<Measure>());
        // A heading without text of its own is its own body; then the text is that of the headings below it.
        var (start, end) = (heading.Body.Start == heading.Title.Start ? heading.Title.End : heading.Body.Start, heading.Body.End);
        for (var k = index + 1; k < structure.Headings.Count && structure.Headings[k].Level > heading.Level; k++) end = structure.Headings[k].Body.End;
        Read(structure, TextSpan.Between(start, Math.Max(start, end)), facts, measures);
        return new Finding($"F{id}", TextSpan.Between(heading.Title.Start, Math.Max(end, heading.Title.End)), heading.Number,
            Spans.Flat(structure.Text, heading.Title), [.. facts], [.. measures]);
    }

    /// <summary>Sentences are facts up to the first suggestion; a letter that only says 督政组认为 suggests with 应 and 要.</summary>
    private static void Read(DocumentStructure structure, TextSpan body, List<TextSpan> facts, List<Measure> measures)
    {
        var (advice, marker) = Advice(structure, body, FindingLexicon.AdviceMarker, skip: 0);
        var demandModal = advice == body.End;
        if (demandModal) (advice, marker) = Advice(structure, body, FindingLexicon.OpinionMarker, skip: 1);
        ReadFacts(structure, TextSpan.Between(body.Start, advice), facts);
        if (advice < body.End) measures.AddRange(Clauses.Split(structure, TextSpan.Between(advice + marker, body.End), [], demandModal));
    }

    private delegate int Marker(ReadOnlySpan<char> sentence);

    private static (int At, int Length) Advice(DocumentStructure structure, TextSpan body, Marker marker, int skip)
    {
        var sentences = structure.Sentences;
        for (var i = structure.FirstSentence(body.Start) + skip; i < sentences.Length && sentences[i].Start < body.End; i++)
            if (marker(structure.Text.AsSpan(sentences[i].Start, sentences[i].Length)) is var length and > 0) return (sentences[i].Start, length);
        return (body.End, 0);
    }

    private static void ReadFacts(DocumentStructure structure, TextSpan span, List<TextSpan> facts)
    {
        var sentences = structure.Sentences;
        for (var i = structure.FirstSentence(span.Start); i < sentences.Length && sentences[i].Start < span.End; i++)
        {
            var fact = TextSpan.Between(sentences[i].Start, Math.Min(sentences[i].End, span.End));
            fact = WithoutOpening(structure.Text, fact);
            while (fact.Length > 0 && Is(structure.Text[fact.End - 1], Role.Terminator)) fact = new TextSpan(fact.Start, fact.Length - 1);
            if (fact.Length > 3) facts.Add(fact);
        }
    }

    private static TextSpan WithoutOpening(string text, TextSpan sentence)
    {
        sentence = TextSpan.Between(NumberingMark.SkipNumber(text, sentence), sentence.End);
        sentence = Without(text, sentence, ClauseLexicon.LeadIn(text.AsSpan(sentence.Start, sentence.Length)));
        var comma = text.AsSpan(sentence.Start, sentence.Length).IndexOfAny(FindingLexicon.OpeningEnds);
        return comma > 0 && FindingLexicon.LeadsToFact(text.AsSpan(sentence.Start, comma)) ? Without(text, sentence, comma + 1) : sentence;
    }

    private static TextSpan Without(string text, TextSpan span, int length)
    {
        var start = span.Start + length;
        while (length > 0 && start < span.End && Is(text[start], Role.Comma)) start++;
        return Spans.Trim(text, start, span.End);
    }

    /// <summary>Suggestions in a section of their own belong to the problems in their order; more suggestions than problems stay with the last.</summary>
    private static void AddSuggestions(DocumentStructure structure, int index, ImmutableArray<Finding>.Builder found, int first)
    {
        if (found.Count == first) return;
        var order = first;
        var level = structure.Headings[index].Level;
        for (var k = index; k < structure.Headings.Count && (k == index || structure.Headings[k].Level > level); k++)
        {
            var heading = structure.Headings[k];
            if (heading.HasChildren) continue;
            foreach (var item in k == index ? Enumerated(structure, heading.Body) : [heading.Body])
            {
                var at = Math.Min(order++, found.Count - 1);
                found[at] = found[at] with { Measures = found[at].Measures.AddRange(Clauses.Split(structure, item, [])) };
            }
        }
    }
}
