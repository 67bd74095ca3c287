using System.Collections.Immutable;
using Junheng.Core.Quantities;

namespace Junheng.Core.Reading.Structure;

/// <summary>Reads the tasks of opinions, plans and work points: their lowest numbered units, and the rows of task tables.</summary>
internal static class PlannedTasks
{
    private sealed record Unit(Heading Heading, Responsibility Responsibility, bool Preamble)
    {
        public bool IsAssigned => Responsibility.Bodies.Count > 0;
    }

    public static ImmutableArray<PlannedTask> Read(DocumentStructure structure, DocumentKind kind, ImmutableArray<Claim> claims)
    {
        var units = Units(structure);
        var assigned = units.Count(u => u.IsAssigned);
        var all = kind is DocumentKind.ImplementationOpinion or DocumentKind.WorkPoints || kind is DocumentKind.Notice or DocumentKind.Other && assigned * 2 > units.Count;
        var assignedOnly = !all && kind is DocumentKind.Notice or DocumentKind.Other;
        var tasks = ImmutableArray.CreateBuilder<PlannedTask>();
        foreach (var unit in units)
            if (unit.IsAssigned && (all || assignedOnly) || all && !unit.Preamble) tasks.Add(TaskOf(structure, unit, claims, tasks.Count + 1));
        if (kind is not (DocumentKind.SupervisionLetter or DocumentKind.SelfEvaluation or DocumentKind.ReformReport)) TaskTables.Read(structure, claims, tasks);
        return tasks.DrainToImmutable();
    }

    private static List<Unit> Units(DocumentStructure structure)
    {
        var preambles = new bool[structure.Headings.Count];
        var units = new List<Unit>();
        for (var k = 0; k < structure.Headings.Count; k++)
        {
            var heading = structure.Headings[k];
            preambles[k] = heading.Parent >= 0 && preambles[heading.Parent] || TaskLexicon.IsPreamble(structure.Text.AsSpan(heading.Title.Start, heading.Title.Length));
            if (!heading.HasChildren && heading.Level > 1 && !HoldsTable(structure, heading.Body)) units.Add(new Unit(heading, Responsibility.Read(structure, heading.Body), preambles[k]));
        }
        Share(structure, units);
        return units;
    }

    /// <summary>责任单位：… on a line of its own below the last item of a section speaks for the items above it that name nobody.</summary>
    private static void Share(DocumentStructure structure, List<Unit> units)
    {
        for (var end = units.Count; end > 0;)
        {
            var (last, start) = (units[end - 1], end - 1);
            while (start > 0 && units[start - 1].Heading.Parent == last.Heading.Parent && !units[start - 1].IsAssigned) start--;
            var first = start == 0 || units[start - 1].Heading.Parent != last.Heading.Parent;
            if (first && last.Heading.Parent >= 0 && last.IsAssigned && last.Responsibility.StandsAlone(structure.Text))
                for (var k = start; k < end - 1; k++) units[k].Responsibility.TakeFrom(last.Responsibility);
            end = start;
        }
    }

    /// <summary>任务分工 with nothing but the table below: its rows are the tasks.</summary>
    private static bool HoldsTable(DocumentStructure structure, TextSpan body)
    {
        var row = structure.FirstRow(body);
        return row < body.End && !Spans.HasWord(structure.Text, TextSpan.Between(body.Start, row)) && TaskTables.IsHeader(structure, row);
    }

    private static PlannedTask TaskOf(DocumentStructure structure, Unit unit, ImmutableArray<Claim> claims, int number)
    {
        var (heading, responsibility) = (unit.Heading, unit.Responsibility);
        var span = IsOnly(structure.Text, heading.Body, responsibility.Clauses) ? TextSpan.Between(heading.Title.Start, heading.Body.End) : heading.Body;
        var prose = TextSpan.Between(span.Start, structure.FirstRow(span));
        var measures = Clauses.Split(structure, prose, responsibility.Clauses);
        return new PlannedTask($"T{number}", span, PathOf(structure, heading), heading.Number, Spans.Flat(structure.Text, heading.Title),
            [.. responsibility.Bodies], responsibility.Deadline ?? Deadlines.In(structure.Text.AsSpan(prose.Start, prose.Length)),
            TargetsIn(claims, span), [.. measures.Select(m => m.Span)]);
    }

    /// <summary>Nothing but responsibilities under the number: its first sentence is the task itself and no heading.</summary>
    private static bool IsOnly(string text, TextSpan body, List<TextSpan> clauses)
    {
        var at = body.Start;
        foreach (var clause in clauses)
        {
            if (Spans.HasWord(text, TextSpan.Between(at, Math.Max(at, clause.Start)))) return false;
            at = Math.Max(at, clause.End);
        }
        return clauses.Count > 0 && !Spans.HasWord(text, TextSpan.Between(at, Math.Max(at, body.End)));
    }

    /// <summary>Ids of the claims inside a unit that are wanted or planned. Claims are in text order.</summary>
    public static ImmutableArray<string> TargetsIn(ImmutableArray<Claim> claims, TextSpan unit)
    {
        int low = 0, high = claims.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (claims[middle].Span.Start < unit.Start) low = middle + 1;
            else high = middle;
        }
        var targets = ImmutableArray.CreateBuilder<string>();
        for (; low < claims.Length && claims[low].Span.End <= unit.End; low++)
            if (claims[low].Status is ClaimStatus.Target or ClaimStatus.Plan) targets.Add(claims[low].Id);
        return targets.DrainToImmutable();
    }

    /// <summary>Numbers from the top with half-width brackets: 三.(二).2.</summary>
    private static string PathOf(DocumentStructure structure, Heading heading)
    {
        var number = heading.Number.Replace('（', '(').Replace('）', ')');
        return heading.Parent < 0 ? number : $"{PathOf(structure, structure.Headings[heading.Parent])}.{number}";
    }
}
