using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Surveys.Answers;

/// <summary>How a table of another survey tool reads: which column answers which variable, which text means which option. Kept, because the same tool
/// exports the same columns every year.</summary>
public sealed class AnswerMapping : IScoped
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    /// <summary>The district.</summary>
    public Guid OrganisationId { get; private set; }
    public string Name { get; private set; } = "";
    public string QuestionnaireKey { get; private set; } = "";
    /// <summary>JSON of <see cref="MappingRules"/>.</summary>
    public string Rules { get; private set; } = "";
    public int Version { get; private set; }

    private AnswerMapping() { }

    public AnswerMapping(Guid district, string questionnaire, string name, MappingRules rules)
    {
        (OrganisationId, QuestionnaireKey) = (district, questionnaire);
        Describe(name, rules);
    }

    public MappingRules RuleSet => MappingRules.Read(Rules);

    internal void Describe(string name, MappingRules rules)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new RuleException(SurveyTexts.MappingNameMissing, nameof(Name));
        (Name, Rules) = (name.Trim(), rules.ToString());
    }

    private sealed class Mapping : IEntityTypeConfiguration<AnswerMapping>
    {
        public void Configure(EntityTypeBuilder<AnswerMapping> entity)
        {
            entity.ToTable("survey_mappings");
            entity.Property(m => m.Name).HasMaxLength(100);
            entity.Property(m => m.QuestionnaireKey).HasMaxLength(80);
            entity.Ignore(m => m.RuleSet);
            entity.HasIndex(m => new { m.OrganisationId, m.QuestionnaireKey });
        }
    }
}
