using Junheng.Platform.Access;
using Junheng.Platform.Journal;
using Junheng.Platform.Rules;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Platform.Data;

/// <summary>The database as one actor sees it. Modules add entities by their nested mappings; nothing is listed here.</summary>
public sealed class JunhengDb(DbContextOptions<JunhengDb> options, CurrentActor current, WriteGate gate, TimeProvider clock)
    : IdentityUserContext<Account, Guid>(options)
{
    private bool inGate;
    private string? because;

    public Actor Actor => current.Actor;
    public bool SeesAll => current.Actor.Scope.All;
    public IEnumerable<Guid> Visible => current.Actor.Scope.Organisations;
    public bool SignedIn => current.Actor.AccountId is not null;
    public IEnumerable<Guid> Units => current.Actor.Units;
    public IEnumerable<Guid> Districts => current.Actor.Districts;
    /// <summary>Inside <see cref="Write(Func{Task}, CancellationToken)"/>.</summary>
    public bool InWrite => inGate;
    public bool IsPostgres => Database.IsNpgsql();

    /// <summary>Saves what is tracked, with its journal, in one transaction behind the write gate.</summary>
    /// <param name="reason">Asked for by return, override, extension, reveal and change after lock; null for ordinary saving.</param>
    public Task Save(string? reason = null, CancellationToken cancellation = default) =>
        Write(() => SaveWithJournal(reason, cancellation), cancellation);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        Write(() => SaveWithJournal(because, cancellationToken), cancellationToken);

    /// <summary>Gives the reason for writes that a library makes in between; it stands until the result is disposed.</summary>
    public IDisposable Because(string reason)
    {
        because = reason;
        return new Reason(this);
    }

    private sealed class Reason(JunhengDb db) : IDisposable
    {
        public void Dispose() => db.because = null;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Writes wait at the gate: call Save and await it.");

    /// <summary>Runs several statements as one write: behind the gate, in one transaction. Hold no file or network work inside.
    /// When it fails, nothing is saved and nothing stays tracked.</summary>
    public async Task<T> Write<T>(Func<Task<T>> work, CancellationToken cancellation = default)
    {
        if (inGate) return await work();
        using var turn = await gate.Enter(cancellation);
        inGate = true;
        gate.Hold();
        try
        {
            await using var transaction = await Database.BeginTransactionAsync(cancellation);
            var result = await work();
            await transaction.CommitAsync(cancellation);
            return result;
        }
        catch
        {
            // What the tracker took for saved was rolled back.
            ChangeTracker.Clear();
            throw;
        }
        finally
        {
            inGate = false;
        }
    }

    public Task Write(Func<Task> work, CancellationToken cancellation = default) => Write(async () =>
    {
        await work();
        return true;
    }, cancellation);

    /// <summary>Refuses a save of an entity that changed since its form was opened.</summary>
    /// <param name="version">The version the form was filled with.</param>
    /// <exception cref="StaleException">It has another version now.</exception>
    public void Expect(object entity, int version)
    {
        if ((int)Entry(entity).Property(Conventions.Version).CurrentValue! != version) throw new StaleException(entity);
    }

    private async Task<int> SaveWithJournal(string? reason, CancellationToken cancellation)
    {
        if (!ChangeTracker.HasChanges()) return 0;
        if (!Actor.MayWrite) throw new InvalidOperationException("Nobody may write: set an actor or say Actor.System(reason).");
        BeforeSaving.Check(ChangeTracker, Actor.Scope);
        BeforeSaving.RaiseVersions(ChangeTracker);
        var changes = JournalWriter.Collect(ChangeTracker);
        try
        {
            var saved = await base.SaveChangesAsync(true, cancellation);
            if (changes.Count == 0) return saved;
            AddRange(await JournalWriter.Rows(this, changes, reason, clock.GetUtcNow().UtcDateTime, cancellation));
            await base.SaveChangesAsync(true, cancellation);
            return saved;
        }
        catch (DbUpdateConcurrencyException stale) when (stale.Entries.Count > 0)
        {
            var now = (await stale.Entries[0].GetDatabaseValuesAsync(cancellation))?.ToObject();
            throw now is null || !BeforeSaving.Holds(Actor.Scope, now) ? new NotFoundException() : new StaleException(now);
        }
        catch (DbUpdateException failed) when (DuplicateException.Caused(failed))
        {
            throw new DuplicateException(failed);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.Types(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>().ToTable("accounts");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens");
        // Identity takes these lengths from options that only a web host has; the model must not depend on who builds it.
        builder.Entity<Account>().Property(a => a.PhoneNumber).HasMaxLength(256);
        builder.Entity<IdentityUserLogin<Guid>>().Property(l => l.LoginProvider).HasMaxLength(128);
        builder.Entity<IdentityUserLogin<Guid>>().Property(l => l.ProviderKey).HasMaxLength(128);
        builder.Entity<IdentityUserToken<Guid>>().Property(t => t.LoginProvider).HasMaxLength(128);
        builder.Entity<IdentityUserToken<Guid>>().Property(t => t.Name).HasMaxLength(128);
        builder.ApplyConfigurationsFromAssembly(typeof(JunhengDb).Assembly);
        foreach (var secret in new[] { "PasswordHash", "SecurityStamp", "ConcurrencyStamp" })
            builder.Entity<Account>().Property(secret).HasAnnotation(Conventions.Secret, true);
        builder.Entity<IdentityUserToken<Guid>>().Property(t => t.Value).HasAnnotation(Conventions.Secret, true);
        Conventions.Apply(builder, this, IsPostgres);
    }
}
