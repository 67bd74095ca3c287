namespace Junheng.Core.Surveys.OpenText;

/// <summary>What was written to an open item, screened. Nothing in it names a class with fewer texts than may be shown.</summary>
/// <param name="Code">The variable's.</param>
/// <param name="Given">Texts.</param>
/// <param name="Read">Texts the keywords were taken from: all, or a sample by chance where there are very many.</param>
/// <param name="Masked">Texts of which something was taken out.</param>
public sealed record TextResult(string Code, int Given, int Read, int Masked, IReadOnlyList<Keyword> Keywords, IReadOnlyList<KeywordPair> Pairs, IReadOnlyList<Quotation> Quotations)
{
    public bool Suppressed { get; init; }
}

/// <param name="Texts">Texts it stands in.</param>
public sealed record Keyword(string Word, int Texts);

/// <summary>Keywords that stand in the same texts more often than chance would put them there.</summary>
/// <param name="Texts">Texts with both.</param>
/// <param name="Lift">Times as often as chance.</param>
public sealed record KeywordPair(string First, string Second, int Texts, double Lift);

/// <param name="Text">Screened.</param>
/// <param name="Class">Key; null where so few of the class wrote that it would point at somebody.</param>
/// <param name="Keyword">For which it stands.</param>
public sealed record Quotation(string Text, string? Class, string Keyword);
