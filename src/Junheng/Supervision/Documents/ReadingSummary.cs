using System.Text;
using Junheng.Core.Reading;

namespace Junheng.Supervision.Documents;

/// <summary>A reading as a clerk would want it told: first what does not hold, then what the document says and how much of it was read.</summary>
public static class ReadingSummary
{
    private const string Indent = "  ";

    public static string Write(string file, string text, DocumentReading reading)
    {
        var summary = new StringBuilder();
        summary.AppendLine(file).AppendLine(reading.Title ?? ReadingTexts.NoTitle);
        summary.AppendLine(ReadingTexts.Head(reading.Kind, reading.Number, reading.Issuer, reading.Date, reading.Region));
        Contradictions(summary, reading);
        Section(summary, ReadingTexts.Notices, reading.Notices.Select(n => n.Text));
        Section(summary, ReadingTexts.Outline, reading.Outline.Select(o => string.Concat(Enumerable.Repeat(Indent, o.Level - 1)) + $"{o.Number} {o.Title}"));
        Section(summary, ReadingTexts.Findings, reading.Findings.SelectMany(f => Finding(text, f)));
        Tasks(summary, reading);
        var verdicts = reading.Checks.CountBy(k => k.Verdict).ToDictionary();
        Section(summary, ReadingTexts.Claims, [ReadingTexts.ClaimCount(reading.Claims.Length, reading.Checks.Length, Count(CheckVerdict.Holds), Count(CheckVerdict.Rounding), Count(CheckVerdict.Unknown))]);
        Section(summary, ReadingTexts.Coverage, [ReadingTexts.CoverageOf(reading.Coverage)]);
        return summary.ToString();

        int Count(CheckVerdict verdict) => verdicts.GetValueOrDefault(verdict);
    }

    private static void Contradictions(StringBuilder summary, DocumentReading reading)
    {
        var reasons = reading.Checks.Where(k => k.Verdict == CheckVerdict.Contradicts).Select(k => k.Reason).ToList();
        Section(summary, ReadingTexts.Contradictions, reasons.Count > 0 ? reasons : [ReadingTexts.NoContradiction]);
    }

    private static IEnumerable<string> Finding(string text, Finding finding) => finding.Measures
        .Select(m => Indent + m.Span.In(text).ReplaceLineEndings(string.Empty) + (m.Bodies.Length > 0 ? ReadingTexts.Addressed(m.Bodies) : string.Empty))
        .Prepend(ReadingTexts.Finding(finding.Number ?? string.Empty, finding.Title, finding.Facts.Length, finding.Measures.Length));

    private static void Tasks(StringBuilder summary, DocumentReading reading)
    {
        if (reading.Tasks.IsEmpty) return;
        var count = ReadingTexts.TaskCount(reading.Tasks.Length, reading.Tasks.Count(t => t.Bodies.Length > 0), reading.Tasks.Sum(t => t.Measures.Length));
        Section(summary, ReadingTexts.Tasks, reading.Tasks.Select(t => Indent + ReadingTexts.Task(t.Path, t.Title,
            t.Bodies.Length > 0 ? ReadingTexts.Bodies(t.Bodies) : ReadingTexts.NoBody, t.Deadline is { } deadline ? ReadingTexts.Deadline(deadline) : null)).Prepend(count));
    }

    private static void Section(StringBuilder summary, string heading, IEnumerable<string> lines)
    {
        var any = false;
        foreach (var line in lines)
        {
            if (!any) summary.AppendLine().Append('【').Append(heading).Append('】').AppendLine();
            any = true;
            summary.Append(Indent).AppendLine(line);
        }
    }
}
