namespace Junheng.Ui.Tables;

/// <summary>Lets the components of one request read one after another: they share one database context.</summary>
public sealed class DataTurn : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    public async Task Take(Func<Task> work)
    {
        await turn.WaitAsync();
        try
        {
            await work();
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
