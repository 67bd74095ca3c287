using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Junheng.Platform.Data;

/// <summary>Refuses bulk updates, deletes and written SQL outside <see cref="JunhengDb.Write(Func{Task}, CancellationToken)"/>: they would pass the write gate by.</summary>
public sealed class GateGuard : DbCommandInterceptor
{
    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Check(eventData, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result,
        CancellationToken cancellationToken = default) => ValueTask.FromResult(Check(eventData, result));

    private static InterceptionResult<int> Check(CommandEventData command, InterceptionResult<int> result)
    {
        var writes = command.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete or CommandSource.ExecuteSqlRaw;
        if (writes && command.Context is JunhengDb { InWrite: false }) throw new InvalidOperationException("This statement writes: run it inside JunhengDb.Write.");
        return result;
    }
}
