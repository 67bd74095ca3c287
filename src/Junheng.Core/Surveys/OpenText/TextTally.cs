using System.Numerics;
using Junheng.Core.Surveys.Disclosures;
using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Core.Surveys.OpenText;

/// <summary>The texts of one open item. Of very many a sample by chance is kept; what leaves here is screened.</summary>
internal sealed class TextTally(Variable variable)
{
    private const int MostKept = 20_000, MostQuotedKeywords = 12, QuotationsEach = 2, ShortestQuotation = 6, LongestQuotation = 120;

    private readonly List<(string Text, string Class)> kept = [];
    private readonly Dictionary<string, int> byClass = [];
    // A fixed beginning: the same answers give the same sample, in whatever order the store hands them out being left to chance already.
    private readonly Random chance = new(20_000);
    private int given;

    public void Add(string text, string respondentClass)
    {
        given++;
        byClass[respondentClass] = byClass.GetValueOrDefault(respondentClass) + 1;
        if (kept.Count < MostKept) kept.Add((text, respondentClass));
        else if (chance.Next(given) is < MostKept and var at) kept[at] = (text, respondentClass);
    }

    public TextResult Result(Disclosure disclosure)
    {
        if (disclosure.TooFew(given)) return new(variable.Code, 0, 0, 0, [], [], []) { Suppressed = true };
        var (texts, masked) = (new string[kept.Count], 0);
        for (var at = 0; at < texts.Length; at++)
        {
            texts[at] = Screening.Mask(kept[at].Text.Trim(), out var taken);
            if (taken > 0) masked++;
        }
        // A word of two or three persons could be their own.
        var themes = new Themes(texts, Math.Max(disclosure.Least / 2, 3 + texts.Length / 1000));
        themes.Find();
        var quotations = variable.Kind == ItemKind.LongText ? Quotations(themes, texts, disclosure) : [];
        return new(variable.Code, given, texts.Length, masked, themes.Keywords, themes.Pairs, quotations);
    }

    /// <summary>For each of the first keywords those texts that say most, no text twice.</summary>
    private List<Quotation> Quotations(Themes themes, string[] texts, Disclosure disclosure)
    {
        var (quotations, used) = (new List<Quotation>(), new HashSet<string>(StringComparer.Ordinal));
        for (var at = 0; at < Math.Min(MostQuotedKeywords, themes.Keywords.Count); at++)
        {
            var bit = 1u << at;
            var best = Enumerable.Range(0, texts.Length).Where(t => (themes.Found[t] & bit) != 0 && texts[t].Length is >= ShortestQuotation and <= LongestQuotation && !used.Contains(texts[t]))
                .OrderByDescending(t => BitOperations.PopCount(themes.Found[t])).ThenBy(t => texts[t], StringComparer.Ordinal).Select(t => (texts[t], kept[t].Class)).DistinctBy(t => t.Item1).Take(QuotationsEach);
            foreach (var (text, respondentClass) in best)
            {
                used.Add(text);
                quotations.Add(new(text, byClass[respondentClass] < disclosure.Least ? null : respondentClass, themes.Keywords[at].Word));
            }
        }
        return quotations;
    }
}
