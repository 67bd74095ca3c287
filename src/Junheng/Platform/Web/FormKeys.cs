using System.Security.Cryptography;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Platform.Web;

/// <summary>Lets a form be sent once. A second sending (double click, back and again, a resent request) leads to the first result.</summary>
public sealed class FormKeys(JunhengDb db, TimeProvider clock, IServiceScopeFactory scopes)
{
    public static string Draw() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Runs the save and spends the key in its first transaction.</summary>
    /// <param name="key">As the form carried it; null or malformed is refused.</param>
    /// <param name="save">Writes and returns the local address to show next.</param>
    /// <returns>The address to show, and whether it is that of an earlier sending.</returns>
    public async Task<(string Location, bool Replayed)> Once(string? key, Func<Task<string>> save, CancellationToken cancellation = default)
    {
        if (key is not { Length: 32 } || !key.All(char.IsAsciiHexDigitLower)) throw new BadHttpRequestException("form key missing");
        if (await First(key, cancellation) is { } earlier) return (LocationOf(earlier), true);
        var spent = new FormKey(key, db.Actor.AccountId, clock.GetUtcNow().UtcDateTime);
        db.Add(spent);
        try
        {
            var location = await save();
            await Finish(spent, location, cancellation);
            return (location, false);
        }
        catch (DuplicateException twice) when (twice.Rows.Contains(spent))
        {
            // Two sendings at once: the slower meets the row of the faster and writes nothing.
            if (await First(key, cancellation) is not { } faster) throw;
            return (LocationOf(faster), true);
        }
    }

    private static string LocationOf(FormKey key) => key.Location ?? throw new RuleException(WebTexts.ReplayedUnfinished);

    private async Task Finish(FormKey spent, string location, CancellationToken cancellation)
    {
        spent.LedTo(location);
        // A service that cleared the tracker took the row with it.
        if (db.Entry(spent).State == EntityState.Detached) db.Add(spent);
        await db.Save(cancellation: cancellation);
    }

    /// <summary>Read beside the running context, whose tracker may hold the refused row.</summary>
    private async Task<FormKey?> First(string key, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<JunhengDb>().Set<FormKey>().AsNoTracking().SingleOrDefaultAsync(k => k.Key == key, cancellation);
    }
}
