using System.Globalization;
using Junheng.Core.Surveys.Results;
using Junheng.Core.Surveys.Statistics;

namespace Junheng.Supervision.Surveys.Results;

/// <summary>A figure of a survey as it stands in a letter: the sentence to copy, and a reference by which it is found and checked again.</summary>
/// <param name="Reference"><c>survey:NUMBER/CUT/CODE/OPTIONS</c> or <c>survey:NUMBER/CUT/figure:KEY</c>; the cut is <c>all</c>, <c>class.KEY</c>, or <c>cell.N</c> by the number it is stored under.</param>
public sealed record Evidence(string Sentence, string Reference, Proportion Share)
{
    private const string Scheme = "survey:", FigureMark = "figure:";

    /// <summary>Null where the cut shows nothing of the item, or the reference cannot stand for it.</summary>
    /// <param name="options">Slots counted together.</param>
    public static Evidence? Of(SurveyCampaign campaign, SurveyResults results, Cut cut, VariableResult variable, IReadOnlyList<int> options)
    {
        if (NameOf(cut) is not { } name || variable[cut] is not { Suppressed: false, Answered: > 0 } cell || variable.Shape.Slots == 0 || options.Count == 0) return null;
        if (options.Any(o => o < 0 || o * variable.Shape.Ranks >= variable.Shape.Slots) || options.Count > 1 && variable.Shape.Kind == Core.Surveys.Questionnaires.ItemKind.Multiple) return null;
        var share = Proportion.From(options.Sum(o => cell.Share(o).Count), cell.Answered, cell.Population);
        var labels = options.Select(o => variable.Shape.Kind == Core.Surveys.Questionnaires.ItemKind.Scale ? (variable.Shape.Least + o).ToString(CultureInfo.InvariantCulture) : variable.Variable.Options[o].Label).ToList();
        var wording = variable.Variable.WordingFor(cut.Class ?? "");
        return new(ResultTexts.EvidenceSentence(campaign, results, cut, wording, labels, share, cell.Population),
            $"{Scheme}{campaign.Number}/{name}/{variable.Variable.Code}/{string.Join('+', options.Select(o => o.ToString(CultureInfo.InvariantCulture)))}", share);
    }

    public static Evidence? Of(SurveyCampaign campaign, SurveyResults results, Cut cut, FigureResult figure) =>
        NameOf(cut) is { } name && figure[cut] is { Suppressed: false, Share.Known: true } cell
            ? new(ResultTexts.FigureSentence(campaign, results, cut, figure, cell), $"{Scheme}{campaign.Number}/{name}/{FigureMark}{figure.Figure.Key}", cell.Share)
            : null;

    /// <summary>Number of the campaign a reference names; null when it is none.</summary>
    public static int? CampaignOf(string reference) =>
        reference.StartsWith(Scheme, StringComparison.Ordinal) && int.TryParse(reference.AsSpan(Scheme.Length, Math.Max(0, reference.IndexOf('/') - Scheme.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The figure a reference stands for today; null when there is none or it may not be shown.</summary>
    public static Evidence? Find(string reference, SurveyCampaign campaign, SurveyResults results)
    {
        var parts = reference.Split('/');
        if (CampaignOf(reference) != campaign.Number || parts.Length < 3 || results.Cuts.FirstOrDefault(c => NameOf(c) == parts[1]) is not { } cut) return null;
        if (parts[2].StartsWith(FigureMark, StringComparison.Ordinal)) return results.Figure(parts[2][FigureMark.Length..]) is { } figure ? Of(campaign, results, cut, figure) : null;
        if (parts.Length != 4 || results.Find(parts[2]) is not { } variable) return null;
        var options = parts[3].Split('+').Select(o => int.TryParse(o, NumberStyles.None, CultureInfo.InvariantCulture, out var slot) ? slot : -1).ToList();
        return Of(campaign, results, cut, variable, options);
    }

    private static string? NameOf(Cut cut) => cut.Kind switch
    {
        CutKind.All => "all",
        CutKind.Class => "class." + cut.Class,
        CutKind.Cell => "cell." + cut.StoredAs.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
