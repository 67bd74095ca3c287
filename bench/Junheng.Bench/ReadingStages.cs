using Junheng.Core.Reading;
using Junheng.Core.Reading.Auditing;
using Junheng.Core.Reading.Claims;
using Junheng.Core.Reading.CoverageLedger;
using Junheng.Core.Reading.Structure;

namespace Junheng.Bench;

/// <summary>The stages of a reading, each with what it needs made ready before the clock runs.</summary>
internal static class ReadingStages
{
    public static readonly (string Name, Func<string, Action> Prepare)[] All =
    [
        ("structure", text => () => Touch(DocumentStructure.Of(text).Outline.Length)),
        ("sentences", text => Fresh(text, s => s.Sentences.Length)),
        ("head", text => Fresh(text, s => (int)s.Head.Kind)),
        ("claims", text =>
        {
            var sentences = DocumentStructure.Of(text).Sentences;
            return () => Touch(ClaimScanner.Scan(text, sentences).Length);
        }),
        ("tasks", text =>
        {
            var (structure, reading) = Whole(text);
            return () => Touch(structure.Tasks(reading.Claims).Length + structure.Findings.Length + structure.Citations.Length);
        }),
        ("audit", text =>
        {
            var (structure, reading) = Whole(text);
            return () => Touch(Auditor.Audit(text, reading.Claims, structure.Sentences).Length);
        }),
        ("coverage", text =>
        {
            var (structure, reading) = Whole(text);
            return () => Touch(Ledger.Cover(text, structure.Sentences, reading).Left.Length);
        }),
    ];

    /// <summary>Kept so that no stage's work can be optimised away.</summary>
    public static int Touched { get; private set; }

    private static void Touch(int value) => Touched += value;

    /// <summary>The structure remembers what it computed, so each run asks a new one; its own time is to be taken off.</summary>
    private static Action Fresh(string text, Func<DocumentStructure, int> read) => () => Touch(read(DocumentStructure.Of(text)));

    private static (DocumentStructure, DocumentReading) Whole(string text)
    {
        var structure = DocumentStructure.Of(text);
        Touch(structure.Sentences.Length + (int)structure.Head.Kind);
        return (structure, Reader.Read(text));
    }
}
