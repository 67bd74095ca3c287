using Junheng.Core.Surveys.Questionnaires;
using Junheng.Supervision.Intake;
using Junheng.Supervision.Surveys.Frames;

namespace Junheng.Supervision.Surveys;

/// <summary>How many answers each cell has and how many it could have. While a campaign is open nothing else is known to anybody.</summary>
/// <param name="Lines">The cells seen, without groups; a small cell has no count of its own.</param>
/// <param name="Groups">Groups of small cells seen.</param>
public sealed record ProgressBoard(IReadOnlyList<CellProgress> Lines, IReadOnlyList<CellProgress> Groups)
{
    public static readonly ProgressBoard Empty = new([], []);

    public int Answers => Lines.Sum(l => l.Answers ?? 0) + Groups.Sum(g => g.Answers ?? 0);

    /// <summary>Null where any of it is unknown.</summary>
    public int? Size => Lines.Any(l => l.Cell.Size is null) ? null : KnownSize;

    public int KnownSize => Lines.Sum(l => l.Cell.Size ?? 0);

    public double? Rate => Size is > 0 and var size ? (double)Answers / size : null;

    /// <summary>By class, groups included.</summary>
    public (int Answers, int? Size) Of(string respondents)
    {
        var own = Lines.Where(l => l.Cell.Class == respondents).ToList();
        return (own.Sum(l => l.Answers ?? 0) + Groups.Where(g => g.Cell.Class == respondents).Sum(g => g.Answers ?? 0), own.Exists(l => l.Cell.Size is null) ? null : own.Sum(l => l.Cell.Size));
    }

    /// <summary>Wanted and received of each group of classes, by the population's band.</summary>
    public IReadOnlyList<(IReadOnlyList<string> Classes, int Wanted, int Answers)> Quotas(Questionnaire questionnaire, int? population) =>
        population is { } persons && questionnaire.Quotas.FirstOrDefault(b => b.From <= persons && (b.To is null || persons < b.To)) is { } band
            ? [.. band.Wanted.Select(q => (q.Classes, q.Count, q.Classes.Sum(c => Of(c).Answers)))] : [];

    /// <summary>Places whose rate in a class lies under half of the class's own, the lowest first.</summary>
    public IReadOnlyList<CellProgress> Lagging() =>
        [.. Lines.Where(l => l.Rate is { } rate && Of(l.Cell.Class) is { Answers: > 0, Size: > 0 } all && rate < 0.5 * all.Answers / all.Size.Value).OrderBy(l => l.Rate).ThenBy(l => l.Cell.Number)];
}

/// <param name="Answers">Null of a small cell: its answers are counted with its group.</param>
/// <param name="Links">Personal links given out under the number the cell's answers are kept under.</param>
public sealed record CellProgress(SurveyCell Cell, int? Answers, int Links, int LinksUsed)
{
    public double? Rate => Answers is { } answers && Cell.Size is > 0 and var size ? (double)answers / size : null;
}

/// <summary>Reads counts from the intake for the cells in the reader's scope.</summary>
public sealed class ProgressBoards(IntakeStore intake)
{
    /// <param name="cells">Those the reader may see.</param>
    public async Task<ProgressBoard> Of(SurveyCampaign campaign, IReadOnlyList<SurveyCell> cells, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var counts = (await intake.Counts(campaign.Number)).ToDictionary(c => c.Cell);
        var lines = cells.Select(c => counts.TryGetValue(c.Number, out var count) ? new CellProgress(c, count.Answers, count.Links, count.LinksUsed) : new CellProgress(c, c.IsKept ? 0 : null, 0, 0)).ToList();
        return new([.. lines.Where(l => !l.Cell.IsGroup)], [.. lines.Where(l => l.Cell.IsGroup)]);
    }
}
