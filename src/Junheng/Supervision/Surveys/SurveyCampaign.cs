using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Junheng.Supervision.Surveys.Frames;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Surveys;

/// <summary>One survey of a district: a fixed copy of a questionnaire's edition, put to classes of respondents between two moments.</summary>
public sealed class SurveyCampaign : IScoped
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    /// <summary>Stands in links and in the keys of bulk tables; unique in the database.</summary>
    public int Number { get; private set; }
    /// <summary>The district.</summary>
    public Guid OrganisationId { get; private set; }
    public string Title { get; private set; } = "";
    /// <summary>Who asks, as respondents read it.</summary>
    public string Organiser { get; private set; } = "";
    public string QuestionnaireKey { get; private set; } = "";
    public int Edition { get; private set; }
    /// <summary>The edition as text, copied when it was chosen: results stand on it whatever the library does later.</summary>
    public string Questionnaire { get; private set; } = "";
    /// <summary>UTC.</summary>
    public DateTime Opens { get; private set; }
    /// <summary>UTC; later answers are refused.</summary>
    public DateTime Closes { get; private set; }
    /// <summary>The smallest group an answer may be kept under and a figure may be shown of.</summary>
    public int Threshold { get; private set; }
    /// <summary>Classes that take part and where each is asked: <c>head=School;town=Town;congress=District</c>.</summary>
    public string Classes { get; private set; } = "";
    /// <summary>Keys of classes that answer together in school, joined by <c>;</c>.</summary>
    public string OnSite { get; private set; } = "";
    /// <summary>常住人口 of the district, where the questionnaire's quotas go by it.</summary>
    public int? Population { get; private set; }
    /// <summary>What phones reach, before <c>/q/</c>.</summary>
    public string BaseAddress { get; private set; } = "";
    public CampaignState State { get; private set; }
    public int Version { get; private set; }

    private SurveyCampaign() { }

    public SurveyCampaign(int number, Guid district, CampaignDraft draft)
    {
        (Number, OrganisationId) = (number, district);
        Describe(draft);
    }

    /// <summary>The classes that take part, in the questionnaire's order, with the place at which each is asked.</summary>
    public IReadOnlyList<(string Class, CellLevel Level)> ClassList =>
        [.. Classes.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split('=')).Select(c => (c[0], Enum.Parse<CellLevel>(c[1])))];

    public IReadOnlyList<string> OnSiteList => OnSite.Split(';', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether answers can be given now.</summary>
    public bool Takes(DateTime now) => State == CampaignState.Open && Opens <= now && now < Closes;

    /// <exception cref="RuleException">It is open or closed already, or something is missing.</exception>
    public void Describe(CampaignDraft draft)
    {
        if (State != CampaignState.Draft) throw new RuleException(SurveyTexts.NoDraft);
        if (string.IsNullOrWhiteSpace(draft.Title)) throw new RuleException(SurveyTexts.TitleMissing, nameof(Title));
        if (string.IsNullOrWhiteSpace(draft.Organiser)) throw new RuleException(SurveyTexts.OrganiserMissing, nameof(Organiser));
        if (draft.Closes <= draft.Opens) throw new RuleException(SurveyTexts.ClosesFirst, nameof(Closes));
        if (draft.Threshold is < 3 or > 100) throw new RuleException(SurveyTexts.ThresholdOutOfRange, nameof(Threshold));
        if (draft.Classes.Count == 0) throw new RuleException(SurveyTexts.NoClass, nameof(Classes));
        (Title, Organiser, Opens, Closes, Threshold) = (draft.Title.Trim(), draft.Organiser.Trim(), draft.Opens, draft.Closes, draft.Threshold);
        Classes = string.Join(';', draft.Classes.Select(c => $"{c.Class}={c.Level}"));
        OnSite = string.Join(';', draft.OnSite);
        (Population, BaseAddress) = (draft.Population, Address(draft.BaseAddress));
        (QuestionnaireKey, Edition, Questionnaire) = (draft.QuestionnaireKey, draft.Edition, draft.Questionnaire);
    }

    /// <summary>Changes where phones find it, at any time: printed sheets then differ from it.</summary>
    public void Move(string baseAddress) => BaseAddress = Address(baseAddress);

    internal void Open() => State = State == CampaignState.Draft ? CampaignState.Open : throw new RuleException(SurveyTexts.NoDraft);

    /// <summary>Gives more time, also after the time was over, as long as it was not closed.</summary>
    internal void Extend(DateTime closes, DateTime now)
    {
        if (State != CampaignState.Open) throw new RuleException(SurveyTexts.NotOpen);
        if (closes <= Closes || closes <= now) throw new RuleException(SurveyTexts.ExtensionNotLater, nameof(Closes));
        Closes = closes;
    }

    internal void BeginClosing()
    {
        if (State is not (CampaignState.Open or CampaignState.Closing)) throw new RuleException(SurveyTexts.NotOpen);
        State = CampaignState.Closing;
    }

    /// <summary>Idempotent: a job may come here twice.</summary>
    internal void Close() => State = State is CampaignState.Closing or CampaignState.Closed ? CampaignState.Closed : throw new RuleException(SurveyTexts.NotOpen);

    private static string Address(string text)
    {
        var trimmed = text.Trim().TrimEnd('/');
        return Uri.TryCreate(trimmed, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is { Query.Length: 0 }
            ? trimmed : throw new RuleException(SurveyTexts.AddressMalformed, nameof(BaseAddress));
    }

    private sealed class Mapping : IEntityTypeConfiguration<SurveyCampaign>
    {
        public void Configure(EntityTypeBuilder<SurveyCampaign> entity)
        {
            entity.ToTable("survey_campaigns");
            entity.Property(c => c.Title).HasMaxLength(200);
            entity.Property(c => c.Organiser).HasMaxLength(200);
            entity.Property(c => c.QuestionnaireKey).HasMaxLength(80);
            entity.Property(c => c.Classes).HasMaxLength(1000);
            entity.Property(c => c.OnSite).HasMaxLength(400);
            entity.Property(c => c.BaseAddress).HasMaxLength(300);
            entity.Ignore(c => c.ClassList).Ignore(c => c.OnSiteList);
            entity.HasIndex(c => c.Number).IsUnique();
            entity.HasIndex(c => c.OrganisationId);
        }
    }
}

/// <summary>Closing takes a while: answers are sealed, results computed and stored.</summary>
public enum CampaignState { Draft, Open, Closing, Closed }

/// <summary>What is entered of a campaign while it is a draft.</summary>
/// <param name="Questionnaire">The edition as text.</param>
public sealed record CampaignDraft(string Title, string Organiser, string QuestionnaireKey, int Edition, string Questionnaire, DateTime Opens, DateTime Closes)
{
    public int Threshold { get; init; } = 10;
    public IReadOnlyList<(string Class, CellLevel Level)> Classes { get; init; } = [];
    public IReadOnlyList<string> OnSite { get; init; } = [];
    public int? Population { get; init; }
    public string BaseAddress { get; init; } = "";
}
