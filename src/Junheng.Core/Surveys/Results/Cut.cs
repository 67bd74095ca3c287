namespace Junheng.Core.Surveys.Results;

public enum CutKind : byte
{
    /// <summary>Everybody.</summary>
    All,
    /// <summary>One class of respondents.</summary>
    Class,
    /// <summary>One class in one town. Groups that cross towns are in none.</summary>
    Town,
    /// <summary>All classes at one place, as far as their answers are stored under it.</summary>
    Place,
    /// <summary>One class at one place.</summary>
    Cell,
    /// <summary>Small cells of one class that are stored together.</summary>
    Group,
}

/// <summary>A part of the population that results are given for.</summary>
/// <param name="Index">Place in <see cref="SurveyResults.Cuts"/>.</param>
/// <param name="Class">Key; null where classes are together.</param>
/// <param name="Place">Empty where it is no single place.</param>
/// <param name="Town">Empty where it is no single town.</param>
/// <param name="Classes">Frame and returns by class.</param>
public sealed record Cut(int Index, CutKind Kind, string? Class, string Place, string Town, IReadOnlyList<ClassReturn> Classes)
{
    /// <summary>Number of the stored cell or group; 0 = several.</summary>
    public int StoredAs { get; init; }

    /// <summary>Persons; null = not known.</summary>
    public int? Size => Total(Classes.Select(c => c.Size));

    /// <summary>Answers handed in.</summary>
    public int Received => Classes.Sum(c => c.Received);

    /// <summary>Answers that count (有效).</summary>
    public int Valid => Classes.Sum(c => c.Valid);

    /// <summary>Received by persons, not cut off at 1: more than everybody is worth knowing. Null = population unknown or empty.</summary>
    public double? ResponseRate => Size is > 0 and var size ? (double)Received / size : null;

    internal static int? Total(IEnumerable<int?> sizes)
    {
        var total = 0;
        foreach (var size in sizes)
        {
            if (size is null) return null;
            total += size.Value;
        }
        return total;
    }
}

/// <param name="Class">Key.</param>
/// <param name="Size">Persons; null = not known.</param>
public sealed record ClassReturn(string Class, int? Size, int Received, int Valid);
