using System.Collections.Frozen;
using Junheng.Platform.Rules;

namespace Junheng.Platform.Access;

/// <summary>Who acts: nobody (sees nothing, writes nothing), a person with the rights of the posts held, or the system with its reason.</summary>
public sealed record Actor
{
    public static readonly Actor Nobody = new() { Name = "", Scope = Scope.Nothing };

    /// <summary>The account; null for the system and for nobody.</summary>
    public Guid? AccountId { get; private init; }
    public required string Name { get; init; }
    public required Scope Scope { get; init; }
    /// <summary>The organisation of the first post: where what the actor creates belongs unless said otherwise.</summary>
    public Guid? HomeId { get; private init; }
    public string? HomeName { get; private init; }
    /// <summary>The organisations of the posts held, without what lies below them.</summary>
    public IReadOnlyList<Guid> Units { get; private init; } = [];
    /// <summary>The districts those organisations stand in.</summary>
    public IReadOnlyList<Guid> Districts { get; private init; } = [];
    /// <summary>Title of the first post.</summary>
    public string? PostTitle { get; private init; }
    /// <summary>The password was handed out on paper and must be replaced before anything else.</summary>
    public bool MustChangePassword { get; private init; }
    public FrozenSet<string> Roles { get; private init; } = [];
    public bool IsSystem { get; private init; }
    public bool MayWrite => IsSystem || AccountId is not null;

    private FrozenSet<string> permissions = [];

    public static Actor System(string reason) => new() { Name = reason, Scope = Scope.Everything, IsSystem = true };

    /// <param name="held">The posts held today, the main one first.</param>
    /// <param name="permissions">What the roles of these posts permit.</param>
    public static Actor Person(Account account, Scope scope, IReadOnlyList<HeldPost> held, IEnumerable<string> permissions) => new()
    {
        AccountId = account.Id,
        Name = account.DisplayName,
        Scope = scope,
        HomeId = held.FirstOrDefault()?.Organisation.Id,
        HomeName = held.FirstOrDefault()?.Organisation.Name,
        PostTitle = held.FirstOrDefault()?.Title,
        Units = [.. held.Select(h => h.Organisation.Id).Distinct()],
        Districts = [.. held.Select(h => h.District.Id).Distinct()],
        MustChangePassword = account.MustChangePassword,
        Roles = held.Select(h => h.Role).ToFrozenSet(),
        permissions = permissions.ToFrozenSet(),
    };

    public bool Can(string permission) => IsSystem || permissions.Contains(permission);

    /// <exception cref="ForbiddenException">The actor lacks the permission.</exception>
    public void Demand(string permission)
    {
        if (!Can(permission)) throw new ForbiddenException(permission);
    }
}

/// <summary>A post as its holder brings it along.</summary>
/// <param name="District">The nearest district at or above the organisation; the organisation's root when it stands in none.</param>
public sealed record HeldPost(string Title, string Role, Reach Reach, Organisation Organisation, Organisation District);

/// <summary>The actor of the running request or job; nobody until somebody is set.</summary>
public sealed class CurrentActor
{
    public Actor Actor { get; set; } = Actor.Nobody;

    /// <summary>Acts as another until the result is disposed.</summary>
    public IDisposable Become(Actor other)
    {
        var before = Actor;
        Actor = other;
        return new Return(this, before);
    }

    private sealed class Return(CurrentActor current, Actor before) : IDisposable
    {
        public void Dispose() => current.Actor = before;
    }
}
