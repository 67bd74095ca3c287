namespace Junheng.Platform.Data;

/// <summary>SQLite has one writer: every write of the process passes here, so that none waits inside the database.
/// On PostgreSQL the gate stands open.</summary>
public sealed class WriteGate(DatabaseSettings settings) : IDisposable
{
    private readonly SemaphoreSlim? gate = settings.IsPostgres ? null : new SemaphoreSlim(1, 1);

    private readonly AsyncLocal<bool> held = new();

    /// <summary>Marks what is called from here on as work behind the gate.</summary>
    public void Hold() => held.Value = true;

    /// <summary>Waits for the turn; dispose the result to let the next writer in.</summary>
    /// <exception cref="InvalidOperationException">The caller works inside a write of another context and would wait for itself.</exception>
    public async Task<IDisposable> Enter(CancellationToken cancellation = default)
    {
        if (held.Value) throw new InvalidOperationException("A write inside the write of another context would wait for itself: use the same context.");
        if (gate is null) return Open.Instance;
        await gate.WaitAsync(cancellation);
        return new Turn(gate);
    }

    public void Dispose() => gate?.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }

    private sealed class Open : IDisposable
    {
        public static readonly Open Instance = new();
        public void Dispose() { }
    }
}
