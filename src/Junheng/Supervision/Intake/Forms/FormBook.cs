using System.Collections.Concurrent;
using System.Security.Cryptography;
using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Supervision.Intake.Forms;

/// <summary>The forms of all campaigns, each read and rendered once after its publication became known or changed.</summary>
internal sealed class FormBook(Rendering rendering)
{
    private readonly ConcurrentDictionary<int, CampaignForms> known = new();

    public CampaignForms Of(Publication publication)
    {
        if (known.TryGetValue(publication.Campaign, out var forms) && ReferenceEquals(forms.Publication, publication)) return forms;
        return known[publication.Campaign] = new CampaignForms(publication, rendering);
    }
}

/// <summary>What one campaign's pages are made of.</summary>
internal sealed class CampaignForms
{
    private readonly Rendering rendering;
    private readonly Dictionary<string, ClassForm> classes;
    private readonly Dictionary<int, byte[]> places;
    private readonly Lazy<Task<PageTemplate>> thanks;

    public CampaignForms(Publication publication, Rendering rendering)
    {
        (Publication, this.rendering) = (publication, rendering);
        var questionnaire = QuestionnaireFormat.Read(publication.Questionnaire);
        var conditions = Conditions.Compile(questionnaire);
        classes = questionnaire.Classes.ToDictionary(c => c.Key, c => new ClassForm(this, c, conditions));
        places = publication.Cells.ToDictionary(c => c.Number, c => Rendering.Escaped(c.Place));
        thanks = new(async () => PageTemplate.Of(await rendering.Page<NoticePage>(("Notice", Notice.Accepted), ("Publication", publication))));
    }

    public Publication Publication { get; }
    public Task<PageTemplate> Thanks => thanks.Value;

    /// <returns>Null where the questionnaire does not know the cell's class.</returns>
    public ClassForm? Of(PublishedCell cell) => classes.GetValueOrDefault(cell.Class);

    public byte[] Place(PublishedCell cell) => places[cell.Number];

    public Task<string> Render(FormView view) => rendering.Page<FormPage>(("View", view));
}

/// <summary>The form of one class: the same for all its places but for their name and each respondent's ballot.</summary>
internal sealed class ClassForm
{
    private readonly Lazy<Task<PageTemplate>> page;
    private readonly FormView view;

    public ClassForm(CampaignForms campaign, RespondentClass respondents, Conditions conditions)
    {
        // What no questionnaire contains stands where the gaps will be.
        var (place, ballot) = (Convert.ToHexString(RandomNumberGenerator.GetBytes(16)), Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));
        view = new(campaign.Publication, respondents, conditions.Questionnaire, conditions, place, ballot);
        Reader = new(conditions.Questionnaire, respondents.Key, conditions);
        page = new(async () => PageTemplate.Of(await campaign.Render(view), place, ballot));
    }

    public AnswerReader Reader { get; }

    /// <summary>With gaps for place and ballot, in this order.</summary>
    public Task<PageTemplate> Page => page.Value;

    /// <summary>The form again with what was entered.</summary>
    public FormView Again(string place, string ballot, Notice notice, IReadOnlyList<AnswerProblem> problems, IEnumerable<KeyValuePair<string, string>> entered) =>
        view with { Place = place, Ballot = ballot, Notice = notice, Problems = problems, Entered = entered.ToLookup(f => f.Key, f => f.Value) };
}
