using Junheng.Core.Surveys.Results;
using Junheng.Platform.Rules;
using Junheng.Supervision.Surveys.Outcomes;
using Junheng.Supervision.Surveys.Results;
using Microsoft.AspNetCore.Components;

namespace Junheng.Supervision.Surveys.Pages;

/// <summary>A page about the stored results of a closed campaign.</summary>
public abstract class OutcomePage : CampaignPage
{
    [Inject] protected ResultBook Book { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "class")] protected string? ClassKey { get; set; }

    protected SurveyResults Outcome { get; private set; } = default!;

    /// <summary>The class asked for, or everybody.</summary>
    protected Cut Cut { get; private set; } = default!;

    protected (string, string)[] ResultTrail => [.. Trail, (OutcomeTexts.Results, $"{Path}/results")];

    protected IReadOnlyList<(string, string)> Views => [.. OutcomeTexts.Views.Select(v => (v.Name, $"{Path}/results{v.Path}"))];

    /// <summary>Classes that answered, in the questionnaire's order.</summary>
    protected IReadOnlyList<Cut> ClassCuts => [.. Outcome.CutsOf(CutKind.Class)];

    /// <exception cref="NotFoundException">The campaign has no results yet.</exception>
    protected override async Task Read(CancellationToken cancellation)
    {
        Outcome = await Book.Of(Campaign, cancellation) ?? throw new NotFoundException();
        Cut = string.IsNullOrEmpty(ClassKey) ? Outcome.All : Outcome.ClassCut(ClassKey) ?? throw new NotFoundException();
    }
}
