using System.Collections.Concurrent;
using System.Security.Cryptography;
using Junheng.Platform.Rules;

namespace Junheng.Platform.Access;

/// <summary>Secrets on their way to paper: initial passwords and recovery codes, kept in memory for a quarter of an hour for the person
/// who made them, and never written anywhere.</summary>
public sealed class Handouts(TimeProvider clock)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<string, Handout> kept = [];

    /// <returns>The token under which the same actor finds it.</returns>
    public string Keep<T>(Actor actor, T content) where T : notnull
    {
        var now = clock.GetUtcNow();
        foreach (var (old, handout) in kept)
            if (handout.Until <= now) kept.TryRemove(old, out _);
        var token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        kept[token] = new Handout(actor.AccountId, content, now + KeptFor);
        return token;
    }

    /// <exception cref="NotFoundException">Unknown, somebody else's, or its time is over.</exception>
    public T Show<T>(Actor actor, string token) =>
        kept.TryGetValue(token, out var handout) && handout.Owner == actor.AccountId && handout.Until > clock.GetUtcNow() && handout.Content is T content
            ? content
            : throw new NotFoundException();

    private sealed record Handout(Guid? Owner, object Content, DateTimeOffset Until);
}
