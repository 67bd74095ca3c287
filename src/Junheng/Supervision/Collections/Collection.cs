using System.Text.Json;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Kits.Workflow;
using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Junheng.Supervision.Collections.Form;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Collections;

public enum CollectionState { Draft, Open, Closed }

/// <summary>One asking (填报): what is asked, for which period, of whom, until when, on what basis. A draft is its unit's own; an open one is
/// seen in the district, its replies only by the respondent and the asking unit.</summary>
public sealed class Collection : ILevelled, IWorkItem<CollectionState>
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    /// <summary>The asking unit.</summary>
    public Guid OrganisationId { get; private set; }
    public Guid DistrictId { get; private set; }
    public ConfidentialityLevel Level { get; private set; } = ConfidentialityLevel.Group;
    public List<Guid> NamedUnits { get; private set; } = [];
    public string AskerName { get; private set; } = "";
    public string Title { get; private set; } = "";
    /// <summary>Key of the <see cref="Period"/> asked about.</summary>
    public int PeriodKey { get; private set; }
    /// <summary>The last day for replies.</summary>
    public DateOnly Deadline { get; private set; }
    /// <summary>The deadline lies in a year whose holidays are not published yet.</summary>
    public bool Provisional { get; private set; }
    /// <summary>The rule or document that allows the asking.</summary>
    public string Basis { get; private set; } = "";
    /// <summary>The item of the approved yearly plan of inspections and forms; null is warned of everywhere.</summary>
    public Guid? PlanItemId { get; private set; }
    public string? Note { get; private set; }
    /// <summary>Whether the signed and stamped sheet has to be attached before a unit hands in.</summary>
    public bool AsksScan { get; private set; }
    public RespondentKind Asked { get; private set; }
    /// <summary>Keys of the stages asked; empty asks all. Joined by <c>;</c>.</summary>
    public string AskedStages { get; private set; } = "";
    /// <summary>The dated list of schools (名单) asked; null asks every open school.</summary>
    public Guid? ListId { get; private set; }
    public string QuestionData { get; private set; } = "[]";
    /// <summary>Rises with every change of the questions: a file made for another version is refused.</summary>
    public int FormVersion { get; private set; } = 1;
    /// <summary>How many answer, and the minutes it costs them together; fixed when it is opened.</summary>
    public int Respondents { get; private set; }
    public int Minutes { get; private set; }
    /// <summary>Why it was opened although the unit's budget was used up.</summary>
    public string? OverBudget { get; private set; }
    public CollectionState State { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public DateTime? OpenedAt { get; private set; }
    public int Version { get; private set; }

    private IReadOnlyList<Question>? questions;

    private Collection() { }

    public Collection(Organisation asker, Organisation district, CollectionHead head, DateTime now)
    {
        (OrganisationId, AskerName, DistrictId, CreatedAt) = (asker.Id, asker.Name, district.Id, now);
        Describe(head);
    }

    public Period Period => new(PeriodKey);

    /// <summary>Whether replies are still taken in has a day; drafts and closed collections have none.</summary>
    public DateOnly? Due => State == CollectionState.Open ? Deadline : null;

    public IReadOnlyList<Question> Questions => questions ??= JsonSerializer.Deserialize<List<Question>>(QuestionData, Question.Json)!;

    public IReadOnlyList<Stage> Stages => AskedStages.Length == 0 ? [] : [.. AskedStages.Split(';').Select(Core.Schooling.Stages.Parse)];

    /// <exception cref="RuleException">Something is missing, or the collection is open already.</exception>
    public void Describe(CollectionHead head)
    {
        DemandDraft();
        if (string.IsNullOrWhiteSpace(head.Title)) throw new RuleException(CollectionTexts.TitleMissing, nameof(Title));
        if (string.IsNullOrWhiteSpace(head.Basis)) throw new RuleException(CollectionTexts.BasisMissing, nameof(Basis));
        (Title, Basis, Note, PeriodKey) = (head.Title.Trim(), head.Basis.Trim(), string.IsNullOrWhiteSpace(head.Note) ? null : head.Note.Trim(), head.Period.Key);
        (Deadline, Provisional) = (head.Deadline.Day, head.Deadline.Provisional);
        (PlanItemId, AsksScan, Asked, ListId) = (head.PlanItem, head.AsksScan, head.Asked, head.List);
        AskedStages = string.Join(';', head.Stages.Distinct().Order().Select(s => s.Key()));
    }

    /// <exception cref="RuleException">A key stands twice, or the collection is open already.</exception>
    public void Ask(IReadOnlyList<Question> asked)
    {
        DemandDraft();
        if (asked.GroupBy(q => q.Key).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new RuleException(CollectionTexts.AskedTwice(twice.First().Name));
        QuestionData = JsonSerializer.Serialize(asked, Question.Json);
        questions = null;
        FormVersion++;
    }

    /// <param name="respondents">How many answer.</param>
    /// <param name="minutes">What it costs them together.</param>
    internal void Size(int respondents, int minutes, string? overBudget) => (Respondents, Minutes, OverBudget) = (respondents, minutes, string.IsNullOrWhiteSpace(overBudget) ? null : overBudget.Trim());

    internal void Open(Move<CollectionState> move)
    {
        if (Questions.Count == 0) throw new RuleException(CollectionTexts.NothingAsked);
        if (Respondents == 0) throw new RuleException(CollectionTexts.NobodyAsked);
        if (Deadline < move.Today) throw new RuleException(CollectionTexts.DeadlinePast, nameof(Deadline));
        (Level, OpenedAt) = (ConfidentialityLevel.District, move.At);
        State = move.To;
    }

    internal void Close(Move<CollectionState> move) => State = move.To;

    private void DemandDraft()
    {
        if (State != CollectionState.Draft) throw new RuleException(CollectionTexts.OpenIsFixed);
    }

    private sealed class Mapping : IEntityTypeConfiguration<Collection>
    {
        public void Configure(EntityTypeBuilder<Collection> entity)
        {
            entity.ToTable("collections");
            entity.Property(c => c.AskerName).HasMaxLength(200);
            entity.Property(c => c.Title).HasMaxLength(200);
            entity.Property(c => c.Basis).HasMaxLength(500);
            entity.Property(c => c.Note).HasMaxLength(2000);
            entity.Property(c => c.AskedStages).HasMaxLength(80);
            entity.Property(c => c.OverBudget).HasMaxLength(500);
            entity.Ignore(c => c.Period).Ignore(c => c.Due).Ignore(c => c.Questions).Ignore(c => c.Stages);
            entity.HasIndex(c => new { c.OrganisationId, c.State });
        }
    }
}

public enum RespondentKind { Schools, Towns, Departments }

/// <summary>What a draft says of itself.</summary>
public sealed record CollectionHead(string Title, Period Period, Core.WorkCalendar.Deadline Deadline, string Basis, Guid? PlanItem, string? Note, bool AsksScan,
    RespondentKind Asked, IReadOnlyList<Stage> Stages, Guid? List);
