using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Questionnaires;

/// <summary>A district's own questionnaire: a draft that is worked on, and published editions that never change.</summary>
public sealed class OwnQuestionnaire : IScoped
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    /// <summary>The district.</summary>
    public Guid OrganisationId { get; private set; }
    /// <summary>As in addresses and files; unlike any shipped questionnaire's.</summary>
    public string Key { get; private set; } = "";
    public string Title { get; private set; } = "";
    /// <summary>Key of the questionnaire it was copied from; empty = begun from nothing or imported.</summary>
    public string BasedOn { get; private set; } = "";
    /// <summary>Number of the newest published edition; 0 = none yet.</summary>
    public int Latest { get; private set; }
    /// <summary>What the next edition would be (see <see cref="QuestionnaireFormat"/>); null = nothing changed since the last.</summary>
    public string? Draft { get; private set; }
    /// <summary>The draft before its last change, for one step back.</summary>
    public string? Before { get; private set; }
    public int Version { get; private set; }

    private OwnQuestionnaire() { }

    internal OwnQuestionnaire(Guid district, string key, string basedOn) => (OrganisationId, Key, BasedOn) = (district, key, basedOn);

    /// <param name="before">What was shown before the change; null on the first.</param>
    internal void Change(Questionnaire next, string? before)
    {
        Title = next.Title;
        (Before, Draft) = (before, QuestionnaireFormat.Write(next with { Key = Key, Edition = Latest + 1 }));
    }

    /// <exception cref="RuleException">There is no step to take back.</exception>
    internal void Undo()
    {
        if (Before is null) throw new RuleException(QuestionnairesTexts.NothingToUndo);
        (Draft, Before) = (Before, Draft);
        Title = QuestionnaireFormat.Read(Draft!).Title;
    }

    /// <exception cref="RuleException">Nothing was changed, or there is no edition to go back to.</exception>
    internal void Discard(Questionnaire? published)
    {
        if (Draft is null || published is null) throw new RuleException(QuestionnairesTexts.NothingToDiscard);
        (Draft, Before, Title) = (null, null, published.Title);
    }

    /// <exception cref="RuleException">Nothing was changed, or it cannot be asked yet.</exception>
    internal OwnQuestionnaireEdition Publish(string reason, string by, DateTime at)
    {
        if (Draft is not { } text) throw new RuleException(QuestionnairesTexts.NothingToPublish);
        Askable(QuestionnaireFormat.Read(text));
        (Draft, Before) = (null, null);
        return new(this, ++Latest, text, reason, by, at);
    }

    /// <exception cref="RuleException">A class is asked nothing.</exception>
    internal static void Askable(Questionnaire questionnaire)
    {
        if (questionnaire.Variables.Count == 0) throw new RuleException(QuestionnairesTexts.NoItems);
        if (questionnaire.Classes.FirstOrDefault(c => !questionnaire.Variables.Any(v => v.AskedOf(c.Key))) is { } silent)
            throw new RuleException(QuestionnairesTexts.ClassWithoutItems(silent.Name));
    }

    private sealed class Mapping : IEntityTypeConfiguration<OwnQuestionnaire>
    {
        public void Configure(EntityTypeBuilder<OwnQuestionnaire> entity)
        {
            entity.ToTable("own_questionnaires");
            entity.Property(q => q.Key).HasMaxLength(80);
            entity.Property(q => q.Title).HasMaxLength(200);
            entity.Property(q => q.BasedOn).HasMaxLength(80);
            entity.HasIndex(q => new { q.OrganisationId, q.Key }).IsUnique();
        }
    }
}

/// <summary>A published edition; never changed once it is stored, because answers lean on it.</summary>
public sealed class OwnQuestionnaireEdition : IScoped
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid QuestionnaireId { get; private set; }
    public Guid OrganisationId { get; private set; }
    /// <summary>From 1.</summary>
    public int Number { get; private set; }
    public string Text { get; private set; } = "";
    public string Reason { get; private set; } = "";
    public string By { get; private set; } = "";
    public DateTime At { get; private set; }

    private OwnQuestionnaireEdition() { }

    internal OwnQuestionnaireEdition(OwnQuestionnaire own, int number, string text, string reason, string by, DateTime at) =>
        (QuestionnaireId, OrganisationId, Number, Text, Reason, By, At) = (own.Id, own.OrganisationId, number, text, reason.Trim(), by, at);

    private sealed class Mapping : IEntityTypeConfiguration<OwnQuestionnaireEdition>
    {
        public void Configure(EntityTypeBuilder<OwnQuestionnaireEdition> entity)
        {
            entity.ToTable("own_questionnaire_editions");
            entity.Property(e => e.Reason).HasMaxLength(500);
            entity.Property(e => e.By).HasMaxLength(200);
            entity.HasIndex(e => new { e.QuestionnaireId, e.Number }).IsUnique();
        }
    }
}
