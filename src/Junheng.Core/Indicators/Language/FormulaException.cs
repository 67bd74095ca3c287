using Junheng.Core.Quantities;

namespace Junheng.Core.Indicators.Language;

/// <summary>A formula cannot be read or does not make sense. The message is Chinese and names the place; <see cref="Span"/> marks it for an editor.</summary>
public sealed class FormulaException(TextSpan span, string problem) : Exception(LanguageTexts.At(span.Start, problem))
{
    /// <summary>Where in the text, in UTF-16 units from 0.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>What is wrong, without the place.</summary>
    public string Problem { get; } = problem;

    /// <summary>Key of the indicator or criterion whose formula it is, where known.</summary>
    public string? Formula { get; init; }
}
