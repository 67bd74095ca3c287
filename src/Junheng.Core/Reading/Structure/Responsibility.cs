using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Structure.PunctuationLexicon;

namespace Junheng.Core.Reading.Structure;

/// <summary>Who answers for a task and until when, as one unit of a document states it:
/// (责任部门:…), 牵头单位：…；配合单位：…, （区教育局牵头，区财政局配合）, 完成时限：….</summary>
internal sealed class Responsibility
{
    private const int LongestLabel = 10;
    private const int LongestName = 40;

    public List<string> Bodies { get; } = [];
    public string? Deadline { get; private set; }
    /// <summary>The stretches that name bodies or deadlines; they are no measures.</summary>
    public List<TextSpan> Clauses { get; } = [];

    private enum Field { None, Bodies, Deadline }

    public static Responsibility Read(DocumentStructure structure, TextSpan unit)
    {
        var responsibility = new Responsibility();
        responsibility.ReadLabels(structure.Text, unit);
        if (responsibility.Bodies.Count == 0) responsibility.ReadBrackets(structure, unit);
        return responsibility;
    }

    /// <summary>Bodies named in a table cell.</summary>
    public void AddList(string text, TextSpan list) => ReadList(text, list.Start, list.End, Field.Bodies);

    public void SetDeadline(string? deadline) => Deadline ??= deadline;

    /// <summary>The first label begins a line.</summary>
    public bool StandsAlone(string text)
    {
        if (Clauses.Count == 0) return false;
        var at = Clauses[0].Start - 1;
        while (at >= 0 && Is(text[at], Role.Blank)) at--;
        return at >= 0 && Is(text[at], Role.Break);
    }

    public void TakeFrom(Responsibility other)
    {
        Bodies.AddRange(other.Bodies);
        Deadline ??= other.Deadline;
    }

    private void ReadLabels(string text, TextSpan unit)
    {
        for (var i = unit.Start; i < unit.End; i++)
        {
            if (!IsColon(text[i])) continue;
            var start = LabelStart(text, unit.Start, i);
            var field = FieldOf(text.AsSpan(start, i - start));
            if (field == Field.None) continue;
            var end = ListEnd(text, i + 1, unit.End);
            ReadList(text, i + 1, end, field);
            Exclude(text, start, end, unit);
            i = end - 1;
        }
    }

    private static int LabelStart(string text, int from, int colon)
    {
        var start = colon;
        while (start > from && colon - start < LongestLabel && char.IsLetter(text[start - 1])) start--;
        return start;
    }

    private static Field FieldOf(ReadOnlySpan<char> label)
    {
        if (label.Length == 0) return Field.None;
        if (ResponsibilityLexicon.IsDeadlineLabel(label)) return Field.Deadline;
        return ResponsibilityLexicon.IsBodyLabel(label) ? Field.Bodies : Field.None;
    }

    /// <summary>Up to the closing bracket, a full stop, or a line end that does not come in the middle of the list.</summary>
    private static int ListEnd(string text, int at, int limit)
    {
        var depth = 0;
        for (var i = at; i < limit; i++)
        {
            var role = RoleOf(text[i]);
            if ((role & Role.Opener) != 0) depth++;
            else if ((role & Role.Closer) != 0 && --depth < 0) return i;
            else if (IsFullStop(text[i]) || text[i] == '\t') return i;
            else if ((role & Role.Break) != 0 && (i == at || !Is(text[Spans.Trim(text, at - 1, i).End - 1], Role.Comma))) return i;
        }
        return limit;
    }

    private void ReadList(string text, int start, int end, Field field)
    {
        for (var at = start; at < end;)
        {
            var stop = at;
            for (var depth = 0; stop < end; stop++)
            {
                if (Is(text[stop], Role.Opener)) depth++;
                else if (Is(text[stop], Role.Closer)) depth--;
                else if (depth <= 0 && (ResponsibilityLexicon.Separators.Contains(text[stop]) || IsSpace(text[stop]))) break;
            }
            var item = text.AsSpan(at, stop - at);
            if (item.IndexOfAny('：', ':') is var colon and > 0 && FieldOf(item[..colon]) is var labelled and not Field.None)
            {
                field = labelled;
                item = item[(colon + 1)..];
            }
            if (field == Field.Bodies) Add(item.Trim());
            else if (field == Field.Deadline && item.Length > 0) Deadline ??= Deadlines.Read(item);
            at = stop + 1;
        }
    }

    private void Add(ReadOnlySpan<char> name)
    {
        name = ResponsibilityLexicon.WithoutRemainder(name);
        if (name.Length is < 2 or > LongestName || !char.IsLetterOrDigit(name[0])) return;
        if (ResponsibilityLexicon.Parting(name, out var width) is var parting and > 0)
        {
            Add(name[..parting]);
            Add(name[(parting + width)..]);
            return;
        }
        var body = name.ToString();
        if (!Bodies.Contains(body)) Bodies.Add(body);
    }

    /// <summary>The clause with the bracket around it, where a bracket stands there.</summary>
    private void Exclude(string text, int start, int end, TextSpan unit)
    {
        if (start > unit.Start && Is(text[start - 1], Role.Opener)) start--;
        if (end < unit.End && Is(text[end], Role.Closer)) end++;
        Clauses.Add(TextSpan.Between(start, end));
    }

    /// <summary>Without a label a bracket at the end of a paragraph names bodies when everything in it is a body.</summary>
    private void ReadBrackets(DocumentStructure structure, TextSpan unit)
    {
        var text = structure.Text;
        for (var k = structure.FirstEnclosure(unit.Start); k < structure.Enclosures.Count && structure.Enclosures[k].End <= unit.End; k++)
        {
            var bracket = structure.Enclosures[k];
            if (!NumberingLexicon.IsOpen(text[bracket.Start]) && text[bracket.Start] is not ('【' or '[') || !EndsParagraph(text, bracket, unit)) continue;
            if (TryReadNames(text, TextSpan.Between(bracket.Start + 1, bracket.End - 1))) Clauses.Add(bracket);
        }
    }

    private static bool EndsParagraph(string text, TextSpan bracket, TextSpan unit)
    {
        var at = bracket.End;
        while (at < unit.End && (Is(text[at], Role.Blank) || IsFullStop(text[at]))) at++;
        return at >= unit.End || Is(text[at], Role.Break);
    }

    private bool TryReadNames(string text, TextSpan content)
    {
        var (names, named) = (new List<string>(), false);
        foreach (var range in text.AsSpan(content.Start, content.Length).SplitAny(ResponsibilityLexicon.Separators))
        {
            var name = ResponsibilityLexicon.WithoutRole(text.AsSpan(content.Start, content.Length)[range].Trim(), out var role);
            name = ResponsibilityLexicon.WithoutRemainder(name);
            named |= role;
            if (name.Length is < 2 or > LongestName || !BodyLexicon.EndsAsBody(name) && !ResponsibilityLexicon.IsCollective(name)) return false;
            names.Add(name.ToString());
        }
        if (!named && names.Count < 2) return false;
        foreach (var name in names) Add(name);
        return true;
    }
}
