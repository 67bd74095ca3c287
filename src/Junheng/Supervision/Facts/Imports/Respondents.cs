using Junheng.Core.Indicators;
using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Supervision.Facts.Ledger;
using Junheng.Supervision.Schools;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Facts.Imports;

/// <summary>Somebody of whom values are stated: a school, a district, a town.</summary>
/// <param name="Stages">What the school teaches or once taught; empty when that is not registered, and for all others.</param>
internal sealed record Respondent(int Number, int District, string Code, string Name, OrganisationKind Kind, IReadOnlyList<Stage> Stages)
{
    /// <summary>An empty stage of a school with a single one is that one: the same figure must not have two names.</summary>
    public Stage Settle(Stage stage) => stage == Stage.Shared && Stages.Count == 1 ? Stages[0] : stage;

    public FrameRow Row(Stage stage) => new(Number, stage, District) { Level = Level };

    public Level Level => Kind switch
    {
        OrganisationKind.School => Level.School,
        OrganisationKind.Town => Level.Town,
        OrganisationKind.Group => Level.Group,
        _ => Level.District,
    };

    public bool Teaches(Stage stage) => stage == Stage.Shared || Stages.Count == 0 || Stages.Contains(stage);
}

/// <summary>All respondents in the actor's scope, found without asking the database again.</summary>
internal sealed class Respondents
{
    private readonly Dictionary<int, Respondent> byNumber = [];
    private readonly Dictionary<string, Respondent> byCode = new(StringComparer.Ordinal);
    private readonly SchoolLookup? schools;

    private Respondents(SchoolLookup? schools) => this.schools = schools;

    public IEnumerable<Respondent> All => byNumber.Values;

    /// <summary>By the code of today, a former or the national one.</summary>
    public Respondent? ByCode(string code) =>
        byCode.TryGetValue(code, out var known) ? known : schools?.ByCode(code) is { } school ? byNumber.GetValueOrDefault(school.Number) : null;

    /// <summary>By exact name of today, else exact former name; several when the name is not unique.</summary>
    public IReadOnlyList<Respondent> ByName(string name) =>
        [.. (schools?.ByName(name) ?? []).Select(s => byNumber.GetValueOrDefault(s.Number)).OfType<Respondent>()];

    /// <param name="register">Looks up names and former codes; null finds by today's codes only.</param>
    public static async Task<Respondents> Load(JunhengDb db, SchoolRegister? register, CancellationToken cancellation)
    {
        var found = new Respondents(register is null ? null : await register.Lookup(cancellation: cancellation));
        var stages = (await db.Set<SchoolStage>().AsNoTracking().ToListAsync(cancellation)).ToLookup(s => s.OrganisationId, s => s.Stage);
        var visible = db.Actor.Scope.All ? null : db.Actor.Scope.Organisations.ToHashSet();
        foreach (var place in (await Places.Load(db, cancellation)).All)
        {
            if (visible is not null && !visible.Contains(place.Id)) continue;
            var respondent = new Respondent(place.Number, place.District, place.Code, place.Name, place.Kind, [.. stages[place.Id].Order()]);
            found.byNumber.Add(place.Number, respondent);
            found.byCode.Add(place.Code, respondent);
        }
        return found;
    }
}
