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

    /// <summary>Runs several statements as one write: behind the gate, in one transaction. Hold no file or network work inside.</summary>
    public async Task<T> Write<T>(Func<Task<T>> work, CancellationToken cancellation = default)
    {
        if (inGate) return await work();
        using var turn = await gate.Enter(cancellation);
        inGate = true;
        try
        {
            await using var transaction = await Database.BeginTransactionAsync(cancellation);
            var result = await work();
            await transaction.CommitAsync(cancellation);
            return result;
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

    private async Task<int> SaveWithJournal(string? reason, CancellationToken cancellation)
    {
        if (!ChangeTracker.HasChanges()) return 0;
        if (!Actor.MayWrite) throw new InvalidOperationException("Nobody may write: set an actor or say Actor.System(reason).");
        RefuseOutOfScope();
        RaiseVersions();
        var changes = JournalWriter.Collect(ChangeTracker);
        try
        {
            var saved = await base.SaveChangesAsync(true, cancellation);
            if (changes.Count == 0) return saved;
            AddRange(JournalWriter.Rows(changes, Actor, reason, clock.GetUtcNow().UtcDateTime));
            await base.SaveChangesAsync(true, cancellation);
            return saved;
        }
        catch (DbUpdateConcurrencyException stale) when (stale.Entries.Count > 0)
        {
            var now = await stale.Entries[0].GetDatabaseValuesAsync(cancellation);
            throw now is null ? new NotFoundException() : new StaleException(now.ToObject());
        }
    }

    private void RefuseOutOfScope()
    {
        foreach (var entry in ChangeTracker.Entries<ILevelled>())
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && !Actor.Scope.Holds(entry.Entity.OrganisationId))
                throw new NotFoundException();
        foreach (var entry in ChangeTracker.Entries<IScoped>())
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && !Actor.Scope.Holds(entry.Entity.OrganisationId))
                throw new NotFoundException();
    }

    private void RaiseVersions()
    {
        foreach (var entry in ChangeTracker.Entries())
            if (entry.State == EntityState.Modified && entry.Metadata.FindProperty("Version") is { } version && version.ClrType == typeof(int))
                entry.CurrentValues[version] = (int)entry.OriginalValues[version]! + 1;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.Types(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>().ToTable("accounts");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens");
        builder.ApplyConfigurationsFromAssembly(typeof(JunhengDb).Assembly);
        foreach (var secret in new[] { "PasswordHash", "SecurityStamp", "ConcurrencyStamp" })
            builder.Entity<Account>().Property(secret).HasAnnotation(Conventions.Secret, true);
        builder.Entity<IdentityUserToken<Guid>>().Property(t => t.Value).HasAnnotation(Conventions.Secret, true);
        Conventions.Apply(builder, this, IsPostgres);
    }
}
