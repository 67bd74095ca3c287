using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Supervision.Intake.Forms;

/// <summary>What the form's page shows: the questionnaire of one class, and on a refusal what was entered.</summary>
public sealed record FormView(Publication Publication, RespondentClass Class, Questionnaire Questionnaire, Conditions Conditions, string Place, string Ballot)
{
    /// <summary>By code of the variable, as it was typed.</summary>
    public ILookup<string, string> Entered { get; init; } = Array.Empty<string>().ToLookup(s => s);

    public IReadOnlyList<AnswerProblem> Problems { get; init; } = [];

    /// <summary>What happened to a submission that is shown again; null = a new form.</summary>
    public Notice? Notice { get; init; }

    /// <summary>Respondents who share a device keep no draft beyond the open page.</summary>
    public bool SharedDevice => Publication.OnSite.Contains(Class.Key);

    /// <summary>Pages with what this class is asked.</summary>
    public IEnumerable<(string Title, Item[] Items)> Pages => Questionnaire.Pages
        .Select(p => (p.Title, Items: p.Items.Where(i => i.AskedOf(Class.Key) && (i.Kind != ItemKind.Matrix || VariablesOf(i).Any())).ToArray()))
        .Where(p => p.Items.Length > 0);

    public IEnumerable<Variable> VariablesOf(Item item) => Questionnaire.Variables.Where(v => ReferenceEquals(v.Item, item) && v.AskedOf(Class.Key));

    /// <summary>Numbers of the questions as this class counts them; notes have none.</summary>
    public IReadOnlyDictionary<string, int> Numbers => field ??= Pages.SelectMany(p => p.Items).Where(i => i.Kind != ItemKind.Note)
        .Select((item, at) => (item.Code, Number: at + 1)).ToDictionary(n => n.Code, n => n.Number);

    public AnswerProblem? ProblemOf(string code) => Problems.FirstOrDefault(p => p.Code == code);

    public bool Has(string code, string value) => Entered[code].Contains(value);

    public string First(string code) => Entered[code].FirstOrDefault() ?? "";
}
