using System.Diagnostics;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Journal;
using Junheng.Platform.Rules;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Platform.Data;

public sealed class WriteTests(TestDatabase database) : DataTests(database)
{
    private static int numbers = 8000;

    [Fact]
    public async Task Fifty_writers_at_once_lose_nothing()
    {
        await Task.WhenAll(Enumerable.Range(1, 50).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                await using var scope = Database.AsSystem();
                var number = 1000 + writer * 100 + i;
                scope.Db.Add(new Organisation(number, $"W{number}", "并发", OrganisationKind.School, null, number));
                await scope.Db.Save();
            }
        })));
        await using var check = Database.AsSystem();
        Assert.Equal(500, await check.Db.Set<Organisation>().CountAsync(o => o.Name == "并发"));
        Assert.Equal(500, await check.Db.Set<JournalEntry>().CountAsync(j => j.Entity == "Organisation" && j.After!.Contains("并发")));
    }

    [Fact]
    public async Task What_was_acknowledged_before_a_kill_is_there_after_it()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KilledWriter).Assembly.Location, Database.Settings.Database.Target]) { RedirectStandardOutput = true };
        using var child = Process.Start(start)!;
        var acknowledged = 0;
        while (acknowledged < 25 && await child.StandardOutput.ReadLineAsync() is { } line) acknowledged = int.Parse(line);
        child.Kill();
        while (await child.StandardOutput.ReadLineAsync() is { } line) acknowledged = int.Parse(line);
        await child.WaitForExitAsync();
        Assert.True(acknowledged >= 25, "the writer did not write");

        await using var scope = Database.AsSystem();
        var found = await scope.Db.Set<Organisation>().Where(o => o.Code.StartsWith("K")).Select(o => o.Number).ToListAsync();
        Assert.Empty(Enumerable.Range(1, acknowledged).Except(found));
        Assert.Equal(found.Count, await scope.Db.Set<JournalEntry>().CountAsync(j => j.After!.Contains("\"Code\":\"K")));
    }

    [Fact]
    public async Task The_second_of_two_saves_of_one_version_is_refused_with_the_row_as_it_stands()
    {
        var id = await Added("甲小学");
        await using var first = Database.AsSystem();
        await using var second = Database.AsSystem();
        var (mine, theirs) = (await first.Db.Set<Organisation>().SingleAsync(o => o.Id == id), await second.Db.Set<Organisation>().SingleAsync(o => o.Id == id));
        second.Db.Entry(theirs).Property(o => o.Name).CurrentValue = "乙小学";
        await second.Db.Save();
        first.Db.Entry(mine).Property(o => o.Name).CurrentValue = "丙小学";
        var stale = await Assert.ThrowsAsync<StaleException>(() => first.Db.Save());
        Assert.Equal(("乙小学", 1), stale.Current is Organisation now ? (now.Name, now.Version) : default);
        Assert.Throws<StaleException>(() => second.Db.Expect(theirs, 0));
        second.Db.Expect(theirs, 1);
    }

    [Fact]
    public async Task A_failed_write_leaves_neither_rows_nor_journal_nor_anything_tracked()
    {
        await using var scope = Database.AsSystem();
        await Assert.ThrowsAsync<RuleException>(() => scope.Db.Write(async () =>
        {
            scope.Db.Add(New("回滚"));
            await scope.Db.Save();
            throw new RuleException("planted");
        }));
        await scope.Db.Save();
        await using var check = Database.AsSystem();
        Assert.Equal(0, await check.Db.Set<Organisation>().CountAsync(o => o.Name == "回滚"));
        Assert.Equal(0, await check.Db.Set<JournalEntry>().CountAsync(j => j.After!.Contains("回滚")));
    }

    [Fact]
    public async Task A_text_no_database_keeps_is_refused_on_both()
    {
        foreach (var text in new[] { "短\0", "半个\uD842", "\uDFB7半个" })
        {
            await using var scope = Database.AsSystem();
            scope.Db.Add(New(text));
            Assert.Equal("Name", (await Assert.ThrowsAsync<RuleException>(() => scope.Db.Save())).Field);
        }
    }

    [Fact]
    public async Task Length_counts_characters_not_units()
    {
        await Added(string.Concat(Enumerable.Repeat("𠮷", 200)));
        await using var scope = Database.AsSystem();
        scope.Db.Add(New(new string('长', 201)));
        Assert.Contains("201", (await Assert.ThrowsAsync<RuleException>(() => scope.Db.Save())).Message);
    }

    [Fact]
    public async Task An_instant_that_is_not_UTC_is_refused()
    {
        await using var scope = Database.AsSystem();
        scope.Db.Add(new JournalEntry(0, RisingId.Next(Database.Clock.Now.UtcDateTime), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local), null, "", "", "", "", null, null, null));
        await Assert.ThrowsAnyAsync<Exception>(() => scope.Db.Save());
    }

    [Fact]
    public async Task A_second_row_with_a_unique_value_is_a_duplicate()
    {
        await using var scope = Database.AsSystem();
        var twin = New("双");
        scope.Db.Add(twin);
        await scope.Db.Save();
        scope.Db.Add(new Organisation(Interlocked.Increment(ref numbers), twin.Code, "双", OrganisationKind.School, null, numbers));
        Assert.IsType<Organisation>(Assert.Single((await Assert.ThrowsAsync<DuplicateException>(() => scope.Db.Save())).Rows));
    }

    [Fact]
    public async Task A_statement_that_passes_the_gate_by_is_refused()
    {
        await using var scope = Database.AsSystem();
        await Assert.ThrowsAsync<InvalidOperationException>(() => scope.Db.Set<Organisation>().ExecuteDeleteAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => scope.Db.Database.ExecuteSqlAsync($"DELETE FROM organisations"));
        Assert.Throws<NotSupportedException>(() => scope.Db.SaveChanges());
    }

    [Fact]
    public async Task A_write_inside_the_write_of_another_context_is_refused_instead_of_waiting_for_itself()
    {
        await using var outer = Database.AsSystem();
        await using var inner = Database.AsSystem();
        await outer.Db.Write(() => Assert.ThrowsAsync<InvalidOperationException>(() => inner.Db.Write(() => Task.CompletedTask)));
        await inner.Db.Write(() => Task.CompletedTask);
    }

    [Fact]
    public async Task Nobody_writes()
    {
        await using var scope = Database.As(Actor.Nobody);
        scope.Db.Add(New("无人"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => scope.Db.Save());
    }

    [Fact]
    public async Task A_lock_left_by_a_killed_migration_does_not_hold_the_next_one_up()
    {
        if (TestDatabase.OnPostgres) return;
        await using var scope = Database.AsSystem();
        await scope.Db.Write(() => scope.Db.Database.ExecuteSqlAsync(
            $"CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT); INSERT OR REPLACE INTO __EFMigrationsLock VALUES (1, '2026-01-01')"));
        await SchemaUpdate.Apply(scope.Db, Database.Settings.Database).WaitAsync(TimeSpan.FromSeconds(20));
    }

    private async Task<Guid> Added(string name)
    {
        await using var scope = Database.AsSystem();
        var organisation = New(name);
        scope.Db.Add(organisation);
        await scope.Db.Save();
        return organisation.Id;
    }

    private static Organisation New(string name) =>
        Interlocked.Increment(ref numbers) is var number ? new Organisation(number, $"N{number}", name, OrganisationKind.School, null, number) : null!;
}
