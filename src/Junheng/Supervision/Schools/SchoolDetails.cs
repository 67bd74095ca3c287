using Junheng.Core.Schooling;
using Junheng.Platform.Rules;

namespace Junheng.Supervision.Schools;

/// <summary>What may be said of a school at once; equal details are no change.</summary>
public sealed record SchoolDetails
{
    public string? NationalCode { get; init; }
    public required SchoolNature Nature { get; init; }
    /// <summary>Keys joined by <c>;</c> as <see cref="Join"/> makes them.</summary>
    public required string Stages { get; init; }
    public string? Type { get; init; }
    public string? Founder { get; init; }
    public SchoolUnit Unit { get; init; }
    public Guid? ParentId { get; init; }
    public Guid? TownId { get; init; }
    public Guid? GroupId { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public DateOnly? Opened { get; init; }
    public DateOnly? Closed { get; init; }
    public int Order { get; init; }

    public static string Join(IEnumerable<Stage> stages) => string.Join(';', stages.Where(s => s != Stage.Shared).Distinct().Order().Select(s => s.Key()));

    public static IReadOnlyList<Stage> Split(string stages) => [.. stages.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Core.Schooling.Stages.Parse)];

    /// <exception cref="RuleException">The first contradiction.</exception>
    internal void Check()
    {
        if (Stages.Length == 0) throw new RuleException(SchoolTexts.StageMissing, nameof(Stages));
        if (Latitude is null != Longitude is null) throw new RuleException(SchoolTexts.HalfPlace, Latitude is null ? nameof(Latitude) : nameof(Longitude));
        if (Latitude is < -90 or > 90) throw new RuleException(SchoolTexts.LatitudeRange, nameof(Latitude));
        if (Longitude is < -180 or > 180) throw new RuleException(SchoolTexts.LongitudeRange, nameof(Longitude));
        if (Closed < Opened) throw new RuleException(SchoolTexts.ClosedBeforeOpened, nameof(Closed));
        if (Order < 0) throw new RuleException(SchoolTexts.OrderNegative, nameof(Order));
        if (Unit == SchoolUnit.School && ParentId is not null) throw new RuleException(SchoolTexts.ParentOfSchool, nameof(ParentId));
    }
}
