using Junheng.Core.Indicators;
using Junheng.Core.Periods;

namespace Junheng.Supervision.Facts;

/// <summary>The elements of the command line's contract.</summary>
internal static class ElementTable
{
    public static IReadOnlyDictionary<string, Element> All { get; } = Schools("students classes staff teachers teachers_above_required teachers_backbone teachers_pe_arts", 0)
        .Concat(Schools("area_teaching area_indoor_sports area_outdoor_sports equipment_value", 2, split: true)).Concat(Schools("rooms_networked", 0, split: true))
        .Concat(["expenditure_total", "expenditure_compulsory", "expenditure_per_student"], 2);

    private static IEnumerable<Element> Schools(string keys, int decimals, bool split = false) =>
        keys.Split(' ').Select(key => new Element(key, key, "", decimals, Level.School) { Split = split });

    private static Dictionary<string, Element> Concat(this IEnumerable<Element> schools, string[] district, int decimals) =>
        schools.Concat(district.Select(key => new Element(key, key, "", decimals, Level.District) { HasBasis = true, Calendar = PeriodKind.Year })).ToDictionary(e => e.Key);
}
