using Junheng.Kits.Workflow;
using Junheng.Platform.Jobs;
using Junheng.Supervision.Collections;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Supervision.Collections;

public sealed class RemindLateTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task The_asking_unit_learns_how_many_are_late_and_only_while_they_are()
    {
        var asking = await Asking.In(Database);
        var collection = await asking.Open("逾期", begins: 2080);
        await asking.Fill(collection);
        await asking.Go(collection, asking.Clerk, "SCHOOL1", "finish", "check", "approve");
        Assert.Null(await Run());
        Database.Clock.Advance(TimeSpan.FromDays(20));
        var reminder = await Run();
        Assert.Contains("1 家", reminder!.Title);
        Assert.Equal(asking.District.Units["FINANCE"].Id, reminder.UnitId);
        await asking.Fill(collection, "SCHOOL2", 500);
        await asking.Go(collection, asking.Other, "SCHOOL2", "finish", "check", "approve");
        Assert.Null(await Run());

        async Task<WorkReminder?> Run()
        {
            await using var scope = Database.AsSystem();
            await scope.Get<JobQueue>().Enqueue<RemindLate>(new { });
            await scope.Db.Save();
            await scope.Get<JobRunner>().RunAll();
            return await scope.Db.Set<WorkReminder>().AsNoTracking().SingleOrDefaultAsync(r => r.Subject == RemindLate.Subject && r.SubjectId == collection.Id && !r.Closed);
        }
    }
}
