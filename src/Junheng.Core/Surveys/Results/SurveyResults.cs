using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Disclosures;
using Junheng.Core.Surveys.OpenText;
using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Core.Surveys.Results;

/// <summary>
/// Everything that may be shown of a campaign: figures by variable and cut with what is too small already taken out, so that whoever reads it can
/// hand it on. It holds no answer sheet.
/// </summary>
/// <param name="Cuts">All first, then classes, towns, places, cells and groups.</param>
/// <param name="Variables">In the order of <see cref="Questionnaire.Variables"/>.</param>
/// <param name="Quality">All first, then by class.</param>
public sealed record SurveyResults(Questionnaire Questionnaire, Disclosure Disclosure, IReadOnlyList<Cut> Cuts, IReadOnlyList<VariableResult> Variables,
    IReadOnlyList<FigureResult> Figures, IReadOnlyList<QualityLine> Quality)
{
    /// <summary>Stored cells whose weight was cut, see <see cref="CellWeights"/>.</summary>
    public int TrimmedCells { get; init; }

    /// <summary>Open items that were answered.</summary>
    public IReadOnlyList<TextResult> Texts { get; init; } = [];

    /// <summary>Matrices as scales, by class.</summary>
    public IReadOnlyList<ScaleResult> Scales { get; init; } = [];

    public Cut All => Cuts[0];

    /// <summary>One pass over the answers.</summary>
    public static SurveyResults Of(Questionnaire questionnaire, IReadOnlyList<FrameCell> frame, IEnumerable<StoredAnswer> answers, Disclosure disclosure)
    {
        var tally = new Tally(questionnaire, frame);
        foreach (var answer in answers) tally.Add(answer);
        return new Tabulation(tally, disclosure).Results();
    }

    /// <param name="code">A variable's.</param>
    public VariableResult? Find(string code) => Questionnaire.Find(code) is { } at ? Variables[at] : null;

    public FigureResult? Figure(string key) => Figures.FirstOrDefault(f => f.Figure.Key == key);

    public IEnumerable<Cut> CutsOf(CutKind kind) => Cuts.Where(c => c.Kind == kind);

    public Cut? ClassCut(string respondentClass) => Cuts.FirstOrDefault(c => c.Kind == CutKind.Class && c.Class == respondentClass);
}
