using Junheng.Platform.Rules;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Junheng.Platform.Data;

/// <summary>A unique index refused the save: somebody else was first, or the same form came twice.</summary>
public sealed class DuplicateException(DbUpdateException failed) : RuleException(DataTexts.Duplicate)
{
    /// <summary>The rows that were to be saved.</summary>
    public IReadOnlyList<object> Rows { get; } = [.. failed.Entries.Select(e => e.Entity)];

    public static bool Caused(DbUpdateException failed) => failed.InnerException
        is SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
