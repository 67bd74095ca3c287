namespace Junheng.Supervision.Schools;

/// <summary>Finds schools by code, exact name or exact former name (曾用名). Nothing is ever matched by resemblance.</summary>
public sealed class SchoolLookup
{
    private readonly Dictionary<string, SchoolName> byCode = new(StringComparer.Ordinal);
    private readonly ILookup<string, SchoolName> byName;
    private readonly ILookup<string, SchoolName> byFormerName;

    public IReadOnlyCollection<SchoolName> All { get; }

    internal SchoolLookup(IReadOnlyCollection<SchoolName> schools, IEnumerable<(Guid Id, string? Name, string? Code)> former)
    {
        All = schools;
        var byId = schools.ToDictionary(s => s.Id);
        foreach (var school in schools) byCode[school.Code] = school;
        var gone = former.ToList();
        // A code in use today stands before the same text as anybody's former or national one.
        foreach (var (id, _, code) in gone)
            if (code is not null) byCode.TryAdd(code, byId[id]);
        foreach (var school in schools)
            if (school.NationalCode is { } code) byCode.TryAdd(code, school);
        byName = schools.ToLookup(s => s.Name, StringComparer.Ordinal);
        byFormerName = gone.Where(g => g.Name is not null).ToLookup(g => g.Name!, g => byId[g.Id], StringComparer.Ordinal);
    }

    /// <summary>By the code of today, a temporary one replaced since, or the 标识码.</summary>
    public SchoolName? ByCode(string code) => byCode.GetValueOrDefault(code.Trim());

    /// <summary>All schools of that very name; if nobody bears it today, those that bore it once. More than one answer is for a person to settle.</summary>
    public IReadOnlyList<SchoolName> ByName(string name) =>
        byName[name.Trim()].ToList() is { Count: > 0 } today ? today : [.. byFormerName[name.Trim()].Distinct()];
}
