using Junheng.Kits.Workflow;
using Junheng.Platform.Access;

namespace Junheng.Supervision.Collections.Flow;

/// <summary>What may happen to a collection and to a reply. Inside the answering unit 填表人 → 审核人 → 单位负责人, then the asking unit.</summary>
public static class Flows
{
    public static VerbTable<Collection, CollectionState> Collection { get; } = new("collections.collection", CollectionTexts.CollectionStates,
    [
        new("open", CollectionTexts.OpenVerb, [CollectionState.Draft], CollectionState.Open, Collections.AskPermission, (c, m) => c.Open(m)) { By = Asks, Question = CollectionTexts.OpenQuestion },
        new("close", CollectionTexts.CloseVerb, [CollectionState.Open], CollectionState.Closed, Collections.AskPermission, (c, m) => c.Close(m)) { By = Asks, Question = CollectionTexts.CloseQuestion },
    ])
    { Describe = c => (c.Title, $"/collections/{c.Id}"), RemindBefore = 0 };

    public static VerbTable<Reply, ReplyState> Reply { get; } = new("collections.reply", CollectionTexts.ReplyStates,
    [
        new("finish", CollectionTexts.FinishVerb, [ReplyState.Filling, ReplyState.Returned], ReplyState.Checking, Collections.FillPermission, (r, m) => r.Finish(m)) { By = Answers },
        new("check", CollectionTexts.CheckVerb, [ReplyState.Checking], ReplyState.Approving, Collections.FillPermission, (r, m) => r.Go(m)) { By = Answers, ApartFrom = "finish" },
        new("approve", CollectionTexts.ApproveVerb, [ReplyState.Approving], ReplyState.Submitted, Collections.FillPermission, (r, m) => r.Submit(m)) { By = Answers, ApartFrom = "check" },
        new("back", CollectionTexts.BackVerb, [ReplyState.Checking, ReplyState.Approving], ReplyState.Filling, Collections.FillPermission, (r, m) => r.GoBack(m)) { By = Answers, AsksReason = true },
        new("withdraw", CollectionTexts.WithdrawVerb, [ReplyState.Submitted], ReplyState.Filling, Collections.FillPermission, (r, m) => r.GoBack(m)) { By = Answers, AsksReason = true },
        new("accept", CollectionTexts.AcceptVerb, [ReplyState.Submitted], ReplyState.Accepted, Collections.AskPermission, (r, m) => r.Accept(m)) { By = Asks },
        new("return", CollectionTexts.ReturnVerb, [ReplyState.Submitted], ReplyState.Returned, Collections.AskPermission, (r, m) => r.GoBack(m)) { By = Asks, AsksReason = true, Days = 3, Danger = true },
        new("reopen", CollectionTexts.ReopenVerb, [ReplyState.Accepted], ReplyState.Returned, Collections.AskPermission, (r, m) => r.GoBack(m)) { By = Asks, AsksReason = true, Days = 3, Danger = true },
        new("extend", CollectionTexts.ExtendVerb, [ReplyState.Filling, ReplyState.Checking, ReplyState.Approving, ReplyState.Returned], null, Collections.AskPermission, (r, m) => r.Extend(m)) { By = Asks, AsksReason = true, Days = 5 },
    ])
    { Describe = r => (r.Title, $"/replies/{r.Id}"), Waiting = r => r.State == ReplyState.Submitted ? r.AskerId : r.OrganisationId };

    private static bool Asks(Collection collection, Actor actor) => actor.IsSystem || actor.Units.Contains(collection.OrganisationId);

    private static bool Asks(Reply reply, Actor actor) => actor.IsSystem || actor.Units.Contains(reply.AskerId);

    private static bool Answers(Reply reply, Actor actor) => actor.IsSystem || actor.Units.Contains(reply.OrganisationId);
}
