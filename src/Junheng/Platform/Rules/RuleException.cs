namespace Junheng.Platform.Rules;

/// <summary>A rule refuses what was asked. The message is shown to the user as it stands: above the form, as a 409 problem, or
/// beside the row of an import.</summary>
public class RuleException(string message, string? field = null) : Exception(message)
{
    /// <summary>The input the message belongs to; null for the form as a whole.</summary>
    public string? Field { get; } = field;
}

/// <summary>What was asked for does not exist, or lies outside the actor's scope: the two are never told apart.</summary>
public sealed class NotFoundException() : Exception("not found or out of scope");

/// <summary>The actor lacks a permission.</summary>
public sealed class ForbiddenException(string permission) : Exception($"permission {permission} is missing");

/// <summary>Somebody else saved since the form was opened; the input is kept and both versions are shown.</summary>
public sealed class StaleException(object current) : RuleException(RuleTexts.Stale)
{
    /// <summary>The entity as it stands now.</summary>
    public object Current { get; } = current;
}
