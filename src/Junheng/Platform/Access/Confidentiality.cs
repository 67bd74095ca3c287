namespace Junheng.Platform.Access;

/// <summary>Who may read a document. Drafts begin with <see cref="Group"/>. State secrets are no level: they are refused at the door.</summary>
public enum ConfidentialityLevel
{
    /// <summary>公开: everybody signed in.</summary>
    Open,
    /// <summary>区内: everybody with a post in the same district.</summary>
    District,
    /// <summary>指定单位: the named units, and those whose scope holds the owner.</summary>
    NamedUnits,
    /// <summary>本组: only those with a post in the owning unit itself.</summary>
    Group,
}

/// <summary>A row whose readers follow from its level instead of from the scope alone.</summary>
public interface ILevelled
{
    /// <summary>The owning unit.</summary>
    Guid OrganisationId { get; }
    /// <summary>The district (or, outside any, the root) the owner stands in.</summary>
    Guid DistrictId { get; }
    ConfidentialityLevel Level { get; }
    List<Guid> NamedUnits { get; }
}
