using Junheng.Core.Reading.Auditing;
using Junheng.Core.Reading.Claims;
using Junheng.Core.Reading.CoverageLedger;
using Junheng.Core.Reading.Notices;
using Junheng.Core.Reading.Structure;

namespace Junheng.Core.Reading;

/// <summary>Turns the decoded text of a document into its reading. Linear in the text, never throws on any input.</summary>
public static class Reader
{
    public static DocumentReading Read(string text)
    {
        var structure = DocumentStructure.Of(text);
        var head = structure.Head;
        var claims = ClaimScanner.Scan(text, structure.Sentences);
        var tasks = structure.Tasks(claims);
        var citations = structure.Citations;
        var reading = new DocumentReading
        {
            Chars = text.Length,
            Kind = head.Kind,
            Title = head.Title,
            Issuer = head.Issuer,
            Number = head.Number,
            Date = head.Date,
            Region = head.Region,
            Outline = structure.Outline,
            Claims = claims,
            Tasks = tasks,
            Findings = structure.Findings,
            Citations = citations,
            Checks = Auditor.Audit(text, claims, structure.Sentences),
            Notices = NoticeScanner.Scan(structure, head, tasks, citations),
            Coverage = new Coverage(0, 0, 0, 0, []),
        };
        return reading with { Coverage = Ledger.Cover(text, structure.Sentences, reading) };
    }
}
