namespace Junheng.Core.Surveys.Results;

/// <summary>Part of the population: everybody of one class at one place.</summary>
/// <param name="Number">From 1 within the campaign.</param>
/// <param name="Class">Key of the class in the questionnaire.</param>
/// <param name="Place">School, town or body as reports name it; unique in the frame.</param>
/// <param name="Town">Empty = of no town.</param>
/// <param name="Size">Persons (N); null = not known.</param>
/// <param name="StoredAs">Number under which its answers are kept: its own, or that of the group of small cells it was merged into.</param>
public sealed record FrameCell(int Number, string Class, string Place, string Town, int? Size, int StoredAs)
{
    /// <summary>Number of the organisation, for those who link to it; means nothing here.</summary>
    public int? Organisation { get; init; }
}
