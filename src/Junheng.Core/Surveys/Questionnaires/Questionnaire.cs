using Junheng.Core.Indicators;
using Junheng.Core.Surveys.Answers;

namespace Junheng.Core.Surveys.Questionnaires;

/// <summary>
/// One edition of a questionnaire. Classes of respondents share it: an item names the classes it is put to and may be worded for each of them, so that
/// equal codes compare across classes and years.
/// </summary>
/// <param name="Key">Stable word in files and addresses: <c>general-supervision</c>.</param>
/// <param name="Edition">From 1; a published edition is never changed.</param>
/// <param name="Introduction">Shown before the first page; empty = none.</param>
public sealed record Questionnaire(string Key, string Title, int Edition, string Introduction, IReadOnlyList<RespondentClass> Classes, IReadOnlyList<QuestionPage> Pages)
{
    /// <summary>How its satisfaction figures are computed, in the order in which they are reported.</summary>
    public IReadOnlyList<SatisfactionFigure> Figures { get; init; } = [];

    /// <summary>Respondents wanted by size of the population; empty = a census of the frame.</summary>
    public IReadOnlyList<QuotaBand> Quotas { get; init; } = [];

    /// <summary>When an answer counts.</summary>
    public Validity Validity { get; init; } = new();

    /// <summary>What the questionnaire rests on; null = the district's own.</summary>
    public Source? Source { get; init; }

    /// <summary>Every item in the order of the pages.</summary>
    public IEnumerable<Item> Items => Pages.SelectMany(p => p.Items);

    /// <summary>What an answer holds, in fixed order: one per item that asks, one per row of a matrix. An answer sheet is indexed by it.</summary>
    public IReadOnlyList<Variable> Variables => field ??= [.. Variable.Of(Items)];

    /// <summary>Position in <see cref="Variables"/> by code.</summary>
    public int? Find(string code) => (places ??= Variables.ToDictionary(v => v.Code, v => v.Index, StringComparer.Ordinal)).TryGetValue(code, out var at) ? at : null;

    private Dictionary<string, int>? places;
}

/// <param name="Key">Stable word shared by all questionnaires: <c>head teacher student parent congress cppcc town committee</c> and others.</param>
/// <param name="Name">As reports say it: 校长.</param>
public sealed record RespondentClass(string Key, string Name);

/// <param name="Title">Empty = none.</param>
public sealed record QuestionPage(string Title, IReadOnlyList<Item> Items);

/// <summary>When an answer is 有效: those that are not are counted beside, never dropped in silence.</summary>
/// <param name="AnsweredShare">At least this share of the items shown is answered, 0 to 1.</param>
/// <param name="LeastPace">Those known to be faster are left out; <see cref="Pace.Unknown"/> = speed never excludes.</param>
/// <param name="ExcludesStraightLines">Leaves out sheets that give one and the same answer to every row of all matrices (of eight rows and more).</param>
public sealed record Validity(double AnsweredShare = 0, Pace LeastPace = Pace.Unknown, bool ExcludesStraightLines = false)
{
    /// <summary>Where the rule comes from; null = as the questionnaire.</summary>
    public Source? Source { get; init; }
}

/// <summary>Respondents wanted where the population lies in [From, To).</summary>
/// <param name="From">Persons.</param>
/// <param name="To">Persons; null = no upper end.</param>
/// <param name="Wanted">By group of classes.</param>
public sealed record QuotaBand(int From, int? To, IReadOnlyList<Quota> Wanted)
{
    /// <summary>Where the numbers come from; null = as the questionnaire.</summary>
    public Source? Source { get; init; }
}

/// <param name="Classes">Their answers count together: 人大代表+政协委员.</param>
public sealed record Quota(IReadOnlyList<string> Classes, int Count);
