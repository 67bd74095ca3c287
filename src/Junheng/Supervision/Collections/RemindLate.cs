using Junheng.Kits.Workflow;
using Junheng.Platform.Data;
using Junheng.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Collections;

/// <summary>Every morning: tells each asking unit how many have not handed in although the day has passed. The units themselves are reminded
/// by the reply's own reminder. Running twice a day changes nothing.</summary>
[JobKind("collections.late", CollectionTexts.Reminding)]
public sealed class RemindLate(JunhengDb db, TimeProvider clock) : JobHandler
{
    public const string Subject = "collections.late";

    public override async Task Run(JobRun run, CancellationToken cancellation)
    {
        var today = clock.Today();
        var late = await (from collection in db.Set<Collection>().AsNoTracking()
                          where collection.State == CollectionState.Open && collection.Deadline < today
                          select new
                          {
                              collection.Id,
                              collection.OrganisationId,
                              collection.Title,
                              collection.Deadline,
                              Count = db.Set<Reply>().Count(r => r.CollectionId == collection.Id && r.Due < today && r.State != ReplyState.Submitted && r.State != ReplyState.Accepted),
                          }).ToListAsync(cancellation);
        await db.Write(async () =>
        {
            await db.Set<WorkReminder>().Where(r => r.Subject == Subject && !r.Closed).ExecuteUpdateAsync(set => set.SetProperty(r => r.Closed, true), cancellation);
            foreach (var collection in late.Where(l => l.Count > 0))
                db.Add(new WorkReminder(collection.OrganisationId, Subject, collection.Id, CollectionTexts.Overdue(collection.Title, collection.Count), $"/collections/{collection.Id}?late=true#table", today, collection.Deadline));
            await db.Save(cancellation: cancellation);
        }, cancellation);
    }
}
