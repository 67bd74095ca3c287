using Junheng.Core.Indicators;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Core.Surveys.Statistics;

namespace Junheng.Core.Surveys.Results;

/// <summary>A satisfaction figure by cut, as declared.</summary>
/// <param name="Fingerprint">Equal only where figures were computed by the same rule: 16 hexadecimal digits.</param>
/// <param name="Cells">By <see cref="Cut.Index"/>; null where none of its classes belongs to the cut.</param>
public sealed record FigureResult(SatisfactionFigure Figure, string Fingerprint, IReadOnlyList<FigureCell?> Cells)
{
    public FigureCell? this[Cut cut] => Cells[cut.Index];
}

/// <summary>A satisfaction figure of one cut.</summary>
/// <param name="Share">Satisfied of the answers that count, combined as declared, with its interval.</param>
/// <param name="Respondents">Persons who gave at least one of them; fewer than the answers where several items are averaged.</param>
/// <param name="Apart">Answers 不清楚, 不适用 and the like, whether or not they count.</param>
/// <param name="Verdict">Unrounded share against the threshold; unknown without one, without answers, or suppressed.</param>
public sealed record FigureCell(Proportion Share, int Respondents, int Apart, Verdict Verdict)
{
    public bool Suppressed { get; init; }

    /// <summary>Whether the interval lies wholly on the verdict's side of the threshold.</summary>
    public bool Certain { get; init; }

    /// <summary>Shares of the classes that it combines; empty within one class.</summary>
    public IReadOnlyList<ClassShare> Classes { get; init; } = [];
}

/// <param name="Class">Key.</param>
/// <param name="Weight">Its part in the combined share; 0 to 1.</param>
public sealed record ClassShare(string Class, Proportion Share, double Weight, bool Suppressed);
