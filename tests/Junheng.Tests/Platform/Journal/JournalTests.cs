using Junheng.Platform.Access;
using Junheng.Platform.Commands;
using Junheng.Platform.Journal;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Platform.Journal;

public sealed class JournalTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task A_change_says_who_when_where_and_what_was_before()
    {
        var district = await District.In(Database);
        var root = await Rename(district.Units["FINANCE"].Id, "财政局（新）", "机构改革");
        await using var scope = Database.AsSystem();
        var row = await scope.Db.Set<JournalEntry>().OrderByDescending(j => j.Id).FirstAsync(j => j.Entity == "Organisation" && j.Action == "modified");
        Assert.Equal(("test", "机构改革", root), (row.ActorName, row.Reason, row.District));
        Assert.Contains("\"Name\":\"财政局\"", row.Before);
        Assert.Contains("\"Name\":\"财政局（新）\"", row.After);
        Assert.DoesNotContain("Code", row.After);
        Assert.Equal(Database.Clock.Now.UtcDateTime, row.At);
    }

    [Fact]
    public async Task Rows_of_the_platform_as_a_whole_have_district_zero_and_generated_keys_are_known()
    {
        await using var scope = Database.AsSystem();
        var account = await scope.Get<Accounts>().Create($"j{Guid.CreateVersion7():N}", "张三");
        var claim = new Microsoft.AspNetCore.Identity.IdentityUserClaim<Guid> { UserId = account.Account.Id, ClaimType = "planted" };
        scope.Db.Add(claim);
        await scope.Db.Save();
        var row = await scope.Db.Set<JournalEntry>().SingleAsync(j => j.After!.Contains("planted"));
        Assert.Equal((0, claim.Id.ToString()), (row.District, row.EntityKey));
        Assert.Contains($"\"Id\":{claim.Id}", row.After);
    }

    [Fact]
    public async Task Passwords_and_stamps_never_enter()
    {
        await using var scope = Database.AsSystem();
        var account = (await scope.Get<Accounts>().Create($"j{Guid.CreateVersion7():N}", "李四")).Account;
        var rows = await scope.Db.Set<JournalEntry>().Where(j => j.Entity == "Account").Select(j => j.Before + j.After).ToListAsync();
        Assert.NotEmpty(rows);
        foreach (var secret in new[] { account.PasswordHash!, account.SecurityStamp!, account.ConcurrencyStamp! })
            Assert.DoesNotContain(rows, r => r.Contains(secret));
    }

    [Fact]
    public async Task A_sealed_journal_is_sound_and_names_its_tail()
    {
        await Sealed();
        await Rename((await District.In(Database)).Units["TOWN"].Id, "尾部", null);
        var report = await Verify();
        Assert.Empty(report.Faults);
        Assert.Equal(1, report.Tail);
        Assert.NotNull(report.TailFirst);
        Assert.True(report.Blocks >= 1);
    }

    [Theory]
    [InlineData("UPDATE journal SET after = 'x' WHERE id = {0}", "日志行 {0}")]
    [InlineData("UPDATE journal SET actor_name = 'x' WHERE id = {0}", "日志行 {0}")]
    [InlineData("UPDATE journal SET hash = (SELECT hash FROM journal WHERE id <> {0} ORDER BY id LIMIT 1) WHERE id = {0}", "日志行 {0}")]
    [InlineData("DELETE FROM journal WHERE id = {0}", "现有")]
    [InlineData("UPDATE journal SET block = NULL WHERE id = {0}", "现有")]
    [InlineData("UPDATE journal SET block = 999 WHERE id = {0}", "第 999 块")]
    [InlineData("UPDATE journal_blocks SET count = count + 1 WHERE number = 1", "第 1 块")]
    [InlineData("UPDATE journal_blocks SET at = (SELECT min(at) FROM journal) WHERE number = 2", "第 2 块自身")]
    [InlineData("UPDATE journal_blocks SET number = number + 10 WHERE number = 2", "缺第 2")]
    [InlineData("DELETE FROM journal_blocks WHERE number = 1", "缺第 1")]
    public async Task Tampering_is_named(string statement, string named)
    {
        // A database of its own: each case breaks it.
        var own = new TestDatabase();
        await own.InitializeAsync();
        try
        {
            await Write(own, "一");
            await Seal(own);
            own.Clock.Advance(TimeSpan.FromMinutes(5));
            await Write(own, "二");
            await Seal(own);
            await using var scope = own.AsSystem();
            var id = await scope.Db.Set<JournalEntry>().OrderBy(j => j.Id).Select(j => j.Id).Skip(1).FirstAsync();
            Assert.Empty((await scope.Get<JournalVerification>().Verify()).Faults);
            await scope.Db.Write(() => scope.Db.Database.ExecuteSqlRawAsync(statement, id));
            await using var after = own.AsSystem();
            var faults = (await after.Get<JournalVerification>().Verify()).Faults;
            Assert.Contains(faults, f => f.Contains(string.Format(named, id), StringComparison.Ordinal));
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_journal_rewritten_as_a_whole_contradicts_its_anchors()
    {
        await Sealed();
        var file = Path.Combine(Database.Settings.DataDirectory, "journal-anchors.txt");
        var lines = await File.ReadAllLinesAsync(file);
        await File.WriteAllLinesAsync(file, [lines[0].Replace(lines[0].Split(' ')[1], new string('0', 64)), .. lines[1..], "99 " + new string('1', 64)]);
        var faults = (await Verify()).Faults;
        await File.WriteAllLinesAsync(file, lines);
        Assert.Equal(2, faults.Count);
    }

    [Fact]
    public async Task A_tail_longer_than_a_block_makes_several()
    {
        var own = new TestDatabase();
        await own.InitializeAsync();
        await using (var scope = own.AsSystem())
        {
            for (var i = 1; i <= JournalSealer.BlockLength + 10; i++) scope.Db.Add(new Organisation(i, $"B{i}", "批量", OrganisationKind.School, null, i));
            await scope.Db.Save();
        }
        Assert.Equal(2, (await Seal(own))!.Number);
        await using (var scope = own.AsSystem())
        {
            var report = await scope.Get<JournalVerification>().Verify();
            Assert.Equal((2, JournalSealer.BlockLength + 10, 0), (report.Blocks, report.Rows, report.Tail));
            Assert.Empty(report.Faults);
        }
        await own.DisposeAsync();
    }

    [Fact]
    public async Task The_command_reports_in_Chinese_and_fails_when_the_chain_is_broken()
    {
        var own = new TestDatabase();
        await own.InitializeAsync();
        await Write(own, "命令");
        string[] args = ["verify", "--seal", "--db", own.Settings.Database.Target, "--data", own.Settings.DataDirectory];
        var (code, output) = await Run(args);
        Assert.Equal(CommandLine.Done, code);
        Assert.Contains("核验通过", output);
        Assert.Contains("最新封存根：", output);
        await using (var scope = own.AsSystem())
            await scope.Db.Write(() => scope.Db.Database.ExecuteSqlAsync($"UPDATE journal SET actor_name = 'x'"));
        (code, output) = await Run(args);
        Assert.Equal(CommandLine.Refused, code);
        Assert.Contains("核验不通过", output);
        await own.DisposeAsync();
    }

    private static async Task<(int Code, string Output)> Run(string[] args)
    {
        var output = new StringWriter();
        return (await CommandLine.Run(args, new Terminal(output, output)), output.ToString());
    }

    private async Task Sealed()
    {
        await Rename((await District.In(Database)).Units["SCHOOL1"].Id, $"改名{Guid.CreateVersion7():N}", null);
        await Seal(Database);
    }

    private static async Task<JournalBlock?> Seal(TestDatabase database)
    {
        await using var scope = database.AsSystem();
        return await scope.Get<JournalSealer>().Seal();
    }

    private async Task<JournalReport> Verify()
    {
        await using var scope = Database.AsSystem();
        return await scope.Get<JournalVerification>().Verify();
    }

    private static async Task Write(TestDatabase database, string name)
    {
        await using var scope = database.AsSystem();
        var from = await scope.Db.Set<Organisation>().CountAsync();
        for (var i = from + 1; i <= from + 3; i++) scope.Db.Add(new Organisation(i, $"{i}", name, OrganisationKind.School, null, i));
        await scope.Db.Save();
    }

    /// <returns>The number of the district.</returns>
    private async Task<int> Rename(Guid id, string name, string? reason)
    {
        await using var scope = Database.AsSystem();
        var organisation = await scope.Db.Set<Organisation>().SingleAsync(o => o.Id == id);
        scope.Db.Entry(organisation).Property(o => o.Name).CurrentValue = name;
        await scope.Db.Save(reason);
        return await scope.Db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.District).Select(o => o.Number).SingleAsync();
    }
}
