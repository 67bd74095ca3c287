using Junheng.Supervision.Facts.Imports;

namespace Junheng.Supervision.Facts.Wide;

/// <summary>Finds the school of a row: by code, then by exact name or former name, then by what a person has confirmed. Nothing is matched by resemblance.</summary>
internal sealed class SchoolMatch(Respondents respondents, IReadOnlyDictionary<string, string> choices, WideReading reading)
{
    private readonly Dictionary<int, (string Sheet, int Row)> seen = [];

    /// <returns>Null when the row is left out, has to be settled by a person, or is refused.</returns>
    public Respondent? Find(string sheet, int row, string code, string name)
    {
        var text = name.Length > 0 ? name : code;
        var (found, by) = Find(code, name, out var candidates);
        if (found is null && choices.TryGetValue(text, out var chosen))
        {
            if (chosen.Length == 0)
            {
                reading.LeftOut.Add(new(sheet, row, text, []));
                return null;
            }
            (found, by) = (respondents.ByCode(chosen), MatchedBy.Confirmed);
        }
        if (found is null)
        {
            reading.Unmatched.Add(new(sheet, row, text, candidates));
            return null;
        }
        if (!seen.TryAdd(found.Number, (sheet, row)))
        {
            var first = seen[found.Number];
            reading.Errors.Add(new(sheet, row, "", FactsTexts.SchoolTwice(found.Name, first.Sheet, first.Row)));
            return null;
        }
        if (by == MatchedBy.Code && name.Length > 0 && name != found.Name && !respondents.ByName(name).Contains(found))
            reading.Warnings.Add(new(sheet, row, "", FactsTexts.NameDiffers(code, name, found.Name)));
        reading.Matched.Add(new(sheet, row, text, found.Name, by));
        return found;
    }

    private (Respondent?, MatchedBy) Find(string code, string name, out IReadOnlyList<(string, string)> candidates)
    {
        candidates = [];
        if (code.Length > 0 && respondents.ByCode(code) is { } known) return (known, MatchedBy.Code);
        if (name.Length == 0) return default;
        var named = respondents.ByName(name);
        if (named.Count == 1) return (named[0], named[0].Name == name ? MatchedBy.Name : MatchedBy.FormerName);
        candidates = [.. named.Select(n => (n.Code, n.Name))];
        return default;
    }
}
