using Microsoft.AspNetCore.Authorization;

namespace Junheng.Platform.Access;

/// <summary>What a page or endpoint asks of the actor. A page without it and without <see cref="AllowAnonymousAttribute"/> is refused.</summary>
/// <remarks>An <see cref="AuthorizeAttribute"/> too, because the fallback policy, open to nobody, rules wherever there is none.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PermissionAttribute(string key) : AuthorizeAttribute, IAuthorizationRequirementData
{
    /// <summary>Open to everybody signed in, whatever the post.</summary>
    public const string SignedIn = "signed-in";

    public string Key { get; } = key;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new PermissionRequirement(Key)];
}

public sealed record PermissionRequirement(string Key) : IAuthorizationRequirement;

/// <summary>Asks the current actor.</summary>
public sealed class PermissionHandler(CurrentActor current) : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        var actor = current.Actor;
        if (actor.AccountId is not null && (requirement.Key == PermissionAttribute.SignedIn || actor.Can(requirement.Key)))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
