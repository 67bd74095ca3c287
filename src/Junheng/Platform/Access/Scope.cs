namespace Junheng.Platform.Access;

/// <summary>A row that belongs to one organisation and is read only by those whose scope holds it.</summary>
public interface IScoped
{
    Guid OrganisationId { get; }
}

/// <summary>The organisations an actor may see. It is drawn from intervals of <see cref="Organisation.Path"/> when the request
/// begins, so that a moved organisation counts where it stands now.</summary>
public sealed record Scope(bool All, IReadOnlyList<Guid> Organisations)
{
    public static readonly Scope Nothing = new(false, []);
    public static readonly Scope Everything = new(true, []);

    public bool Holds(Guid organisation) => All || Organisations.Contains(organisation);
}
