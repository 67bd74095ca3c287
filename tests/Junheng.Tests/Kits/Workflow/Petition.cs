using Junheng.Kits.Workflow;
using Junheng.Platform.Rules;

namespace Junheng.Tests.Kits.Workflow;

public enum PetitionState { Draft, Checking, Sent, Done }

/// <summary>A small work item with one rule of its own.</summary>
public sealed class Petition(Guid organisation) : IWorkItem<PetitionState>
{
    public Guid Id { get; } = Guid.CreateVersion7();
    public Guid OrganisationId { get; } = organisation;
    public PetitionState State { get; private set; }
    public DateOnly? Due { get; private set; }
    public int Version { get; private set; }
    public string Text { get; set; } = "words";

    public void Send(Move<PetitionState> move)
    {
        if (Text.Length == 0) throw new RuleException("empty", nameof(Text));
        Follow(move);
    }

    public void Follow(Move<PetitionState> move) => (State, Due) = (move.To, move.Due?.Day ?? Due);

    public void Forget(Move<PetitionState> move) { }

    public static VerbTable<Petition, PetitionState> Table(params Verb<Petition, PetitionState>[] more) => new("test.petition",
        [(PetitionState.Draft, "起草"), (PetitionState.Checking, "待审核"), (PetitionState.Sent, "已送"), (PetitionState.Done, "办结")],
        [
            new("finish", "送审", [PetitionState.Draft], PetitionState.Checking, "test.write", (p, m) => p.Send(m)) { Days = 3 },
            new("check", "审核", [PetitionState.Checking], PetitionState.Sent, "test.write", (p, m) => p.Follow(m)) { ApartFrom = "finish" },
            new("return", "退回", [PetitionState.Checking, PetitionState.Sent], PetitionState.Draft, "test.judge", (p, m) => p.Follow(m)) { AsksReason = true },
            new("close", "办结", [PetitionState.Sent], PetitionState.Done, "test.judge", (p, m) => p.Follow(m)) { By = (p, actor) => actor.Units.Contains(p.OrganisationId) },
            new("extend", "延期", [PetitionState.Draft, PetitionState.Sent], null, "test.judge", (p, m) => p.Follow(m)) { AsksReason = true, Days = 5 },
            .. more,
        ]);
}
