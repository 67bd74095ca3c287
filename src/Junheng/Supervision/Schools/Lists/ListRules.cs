using Junheng.Core.Schooling;

namespace Junheng.Supervision.Schools.Lists;

/// <summary>Who belongs on a list. Pure: the register's rows of a day and the known numbers of pupils in, decisions with reasons out.</summary>
public static class ListRules
{
    /// <summary>教督〔2017〕6号 leaves out teaching points with fewer pupils.</summary>
    public const int SmallestTeachingPoint = 50;

    /// <param name="schools">Of the district, as they stand on the list's day.</param>
    /// <param name="pupils">By the school's number; a missing one is unknown.</param>
    public static IReadOnlyList<ListedSchool> Choose(ListPurpose purpose, IReadOnlyList<SchoolRow> schools, IReadOnlyDictionary<int, long> pupils)
    {
        // A vocational or special school is left out with all its stages.
        var apart = schools.Where(s => s.Stage is Stage.Special or Stage.Vocational).DistinctBy(s => s.Id).ToDictionary(s => s.Id, s => s.Stage);
        var rows = purpose == ListPurpose.Certificates ? schools.DistinctBy(s => s.Id).Select(s => s with { Stage = Stage.Shared }) : schools;
        return [.. rows.Select(school =>
        {
            var count = pupils.TryGetValue(school.Number, out var known) ? known : (long?)null;
            var (state, reason) = Judge(purpose, school, apart.GetValueOrDefault(school.Id), count);
            return new ListedSchool(school.Id, school.Number, school.Code, school.Name, school.Stage, state, reason, count);
        })];
    }

    private static (ListState State, string? Reason) Judge(ListPurpose purpose, SchoolRow school, Stage apart, long? pupils) => purpose switch
    {
        // Every place where pupils are taught needs its papers.
        ListPurpose.Certificates => (ListState.Included, null),
        ListPurpose.Census => school.Unit switch
        {
            SchoolUnit.Campus => (ListState.Excluded, ListTexts.CampusWithSchool),
            SchoolUnit.TeachingPoint => (ListState.Excluded, ListTexts.PointWithSchool),
            _ => (ListState.Included, null),
        },
        _ => Evaluated(school, apart, pupils),
    };

    /// <summary>教督〔2017〕6号: without 特殊教育学校, 职业学校 and teaching points of fewer than 50 pupils.</summary>
    private static (ListState, string?) Evaluated(SchoolRow school, Stage apart, long? pupils)
    {
        if (apart == Stage.Special) return (ListState.Excluded, ListTexts.Special);
        if (apart == Stage.Vocational) return (ListState.Excluded, ListTexts.Vocational);
        if (school.Stage is not (Stage.Primary or Stage.Junior)) return (ListState.Excluded, ListTexts.OtherStage);
        if (school.Unit == SchoolUnit.Campus) return (ListState.Excluded, ListTexts.CampusWithSchool);
        if (school.Unit != SchoolUnit.TeachingPoint) return (ListState.Included, null);
        return pupils switch
        {
            null => (ListState.Undetermined, ListTexts.PupilsUnknown),
            < SmallestTeachingPoint => (ListState.Excluded, ListTexts.TooFew(pupils.Value)),
            _ => (ListState.Included, null),
        };
    }
}

/// <summary>What a rule says of one school and stage.</summary>
public sealed record ListedSchool(Guid Id, int Number, string Code, string Name, Stage Stage, ListState State, string? Reason, long? Pupils);
