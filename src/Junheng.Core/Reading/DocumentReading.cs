using System.Collections.Immutable;
using Junheng.Core.Quantities;

namespace Junheng.Core.Reading;

/// <summary>Everything one reading found in a document's decoded text. Every span lies inside that text.</summary>
public sealed record DocumentReading
{
    /// <summary>Length of the decoded text in UTF-16 code units.</summary>
    public required int Chars { get; init; }
    public required DocumentKind Kind { get; init; }
    public string? Title { get; init; }
    public string? Issuer { get; init; }
    /// <summary>The document's own number (发文字号) as written, e.g. 沪松教办〔2023〕14号; null when it has none.</summary>
    public string? Number { get; init; }
    public DateOnly? Date { get; init; }
    public string? Region { get; init; }
    public ImmutableArray<OutlineEntry> Outline { get; init; } = [];
    public ImmutableArray<Claim> Claims { get; init; } = [];
    public ImmutableArray<PlannedTask> Tasks { get; init; } = [];
    public ImmutableArray<Finding> Findings { get; init; } = [];
    public ImmutableArray<Citation> Citations { get; init; } = [];
    public ImmutableArray<Check> Checks { get; init; } = [];
    public ImmutableArray<Notice> Notices { get; init; } = [];
    public required Coverage Coverage { get; init; }
}

public enum DocumentKind { Other, SupervisionLetter, ImplementationOpinion, WorkPoints, ReformReport, SelfEvaluation, Notice }

/// <summary>A heading. <see cref="Start"/> is its numbering mark; level 1 第X部分/章, 2 一、, 3 （一）, 4 1.</summary>
public sealed record OutlineEntry(TextSpan Span, int Level, string? Number, string Title);

/// <summary>The lowest numbered unit of an opinion or of work points.</summary>
/// <param name="Span">From the first character after the heading to the end of the unit.</param>
/// <param name="Path">Heading numbers from the top, e.g. 三.(二).2.</param>
/// <param name="Bodies">Responsible bodies as written, split at 、 and commas, never expanded.</param>
/// <param name="Deadline">Completion period as in <see cref="Claim.Period"/>, when one is stated.</param>
/// <param name="Targets">Ids of the claims inside the unit that are targets.</param>
/// <param name="Measures">Single actionable clauses.</param>
public sealed record PlannedTask(string Id, TextSpan Span, string Path, string? Number, string Title,
    ImmutableArray<string> Bodies, string? Deadline, ImmutableArray<string> Targets, ImmutableArray<TextSpan> Measures);

/// <summary>A problem stated by a supervision letter. <paramref name="Span"/> starts at the first character of the title.</summary>
public sealed record Finding(string Id, TextSpan Span, string? Number, string Title,
    ImmutableArray<TextSpan> Facts, ImmutableArray<Measure> Measures);

/// <summary>One actionable clause of a suggestion, with the bodies it addresses.</summary>
public sealed record Measure(TextSpan Span, ImmutableArray<string> Bodies);

/// <summary>A cited document 《…》 with its number when one follows.</summary>
public sealed record Citation(TextSpan Span, string Title, string? Number);

/// <summary>Something worth a look that is no arithmetic contradiction: numbering, tense, name, date, misprint …</summary>
public sealed record Notice(TextSpan Span, string Kind, string Text);

/// <summary>What share of the sentences that carry a number, a date or an obligation stands in the ledger.</summary>
public sealed record Coverage(int Sentences, int WithNumber, int WithObligation, int InLedger, ImmutableArray<Uncovered> Left);

/// <summary>A sentence with a number, date or obligation that is not in the ledger, and why.</summary>
public sealed record Uncovered(TextSpan Span, string Why);
