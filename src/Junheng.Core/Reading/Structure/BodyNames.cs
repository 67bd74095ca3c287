using Junheng.Core.Quantities;

namespace Junheng.Core.Reading.Structure;

/// <summary>Finds the bodies a clause speaks to or names.</summary>
internal static class BodyNames
{
    private const int Longest = 18;

    /// <summary>Length of a subject such as 区政府要, 由区政府牵头 or 松江区在 at the start of a clause, its verb left standing; 0 without one.</summary>
    public static int ReadSubject(string text, TextSpan clause, out List<string> bodies)
    {
        bodies = [];
        var by = clause.Length > 2 && text[clause.Start] == BodyNameLexicon.By ? 1 : 0;
        var at = clause.Start + by;
        while (ReadName(text, at, clause.End, subject: true) is var length and > 0)
        {
            bodies.Add(text.Substring(at, length));
            at += length;
            var joint = Joint(text, at, clause.End);
            if (joint == 0) break;
            at += joint;
        }
        if (bodies.Count == 0) return 0;
        var rest = text.AsSpan(at, clause.End - at);
        rest = rest[BodyNameLexicon.Remainder(rest)..];
        if (by == 0 && bodies.Count == 1 && rest.Length > 0 && !BodyNameLexicon.BeginsPredicate(rest)) return 0;
        return clause.End - rest.Length - clause.Start;
    }

    /// <summary>Length of 、, or of 和 or 会同 before another office's name: 区规划资源局会同区教育局.</summary>
    private static int Joint(string text, int at, int end)
    {
        if (at >= end) return 0;
        if (text[at] == NumberingLexicon.Enumerate) return 1;
        var joint = BodyNameLexicon.Joint(text.AsSpan(at, end - at));
        return joint > 0 && ReadName(text, at + joint, end, subject: false) > 0 ? joint : 0;
    }

    /// <summary>Bodies named inside a clause: 加强区规划资源局、房管局等部门统筹协调力度.</summary>
    public static List<string> FindIn(string text, TextSpan clause)
    {
        var bodies = new List<string>();
        for (var i = clause.Start; i < clause.End; i++)
        {
            if (!BodyNameLexicon.Begins(text, i)) continue;
            for (var at = i; ReadName(text, at, clause.End, subject: bodies.Count > 0) is var length and > 0;)
            {
                bodies.Add(text.Substring(at, length));
                i = at + length - 1;
                if (i + 1 >= clause.End || text[i + 1] != NumberingLexicon.Enumerate) break;
                at = i + 2;
            }
        }
        return bodies;
    }

    /// <summary>The shortest stretch from <paramref name="at"/> that ends as a body's name does and after which another word begins.</summary>
    private static int ReadName(string text, int at, int end, bool subject)
    {
        if (at + 2 > end || !subject && !BodyNameLexicon.Begins(text, at) || subject && !BodyNameLexicon.CanBegin(text.AsSpan(at, end - at))) return 0;
        for (var length = 2; length <= Longest && at + length <= end; length++)
        {
            if (!char.IsLetter(text[at + length - 1]) || BodyNameLexicon.IsNoName(text[at + length - 1])) return 0;
            var name = text.AsSpan(at, length);
            if (BodyNameLexicon.IsRegion(name) && BodyNameLexicon.BeginsPredicate(text.AsSpan(at + length, end - at - length))) return length;
            if ((subject ? BodyLexicon.EndsAsBody(name) : BodyNameLexicon.EndsAsOffice(name)) && !BodyNameLexicon.ContinuesName(text.AsSpan(at + length, end - at - length))) return Extended(text, at, length, end);
        }
        return 0;
    }

    /// <summary>区委 goes on to 区委编办, 市人民政府 to 市人民政府教育督导室; another body's name does not belong to it.</summary>
    private static int Extended(string text, int at, int length, int end)
    {
        var longest = length;
        if (!BodyNameLexicon.HasOffices(text[at + length - 1])) return length;
        for (var more = length + 1; more <= length + 6 && at + more <= end; more++)
        {
            var c = text[at + more - 1];
            if (!char.IsLetter(c) || BodyNameLexicon.IsNoName(c) || BodyNameLexicon.Separates(c)) break;
            if (BodyNameLexicon.EndsAsOffice(text.AsSpan(at, more))) longest = more;
        }
        return longest;
    }
}
