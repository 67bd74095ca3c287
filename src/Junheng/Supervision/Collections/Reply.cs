using Junheng.Core.Schooling;
using Junheng.Kits.Workflow;
using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Junheng.Supervision.Collections.Form;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Collections;

public enum ReplyState { Filling, Checking, Approving, Submitted, Returned, Accepted }

/// <summary>What one unit answers to one collection. Its values are one document, saved as a whole or not at all; accepting them writes facts.</summary>
public sealed class Reply : IScoped, IWorkItem<ReplyState>
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid CollectionId { get; private set; }
    /// <summary>The unit that answers.</summary>
    public Guid OrganisationId { get; private set; }
    public Guid AskerId { get; private set; }
    /// <summary>The unit as it was when the collection was opened.</summary>
    public int Number { get; private set; }
    public string Code { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string StageKeys { get; private set; } = "";
    public string? Town { get; private set; }
    public string? Group { get; private set; }
    public int Order { get; private set; }
    /// <summary>For messages and reminders without the collection at hand.</summary>
    public string Title { get; private set; } = "";
    public DateOnly? Due { get; private set; }
    /// <summary>Of the collection, fixed when it was opened.</summary>
    public int FormVersion { get; private set; }
    public bool AsksScan { get; private set; }
    public string ValueData { get; private set; } = "[]";
    /// <summary>The workbook uploaded last, in which values with a line stood.</summary>
    public string? UploadHash { get; private set; }
    public string? UploadName { get; private set; }
    public ReplyState State { get; private set; }
    /// <summary>Of the values as they were handed to checking; null while they may change.</summary>
    public string? ContentCode { get; private set; }
    public string? ScanHash { get; private set; }
    public string? ScanName { get; private set; }
    /// <summary>The code on the sheet that was signed; another one than <see cref="ContentCode"/> is void.</summary>
    public string? ScanCode { get; private set; }
    public DateTime? SubmittedAt { get; private set; }
    public DateTime? AcceptedAt { get; private set; }
    /// <summary>Values that differ from what was accepted first.</summary>
    public int LaterChanges { get; private set; }
    public int Version { get; private set; }

    private IReadOnlyDictionary<string, ReplyValue>? values;
    private FilledForm? form;

    private Reply() { }

    public Reply(Collection collection, Respondent respondent, IEnumerable<ReplyValue> prefilled)
    {
        (CollectionId, AskerId, Title, Due) = (collection.Id, collection.OrganisationId, collection.Title, collection.Deadline);
        (FormVersion, AsksScan) = (collection.FormVersion, collection.AsksScan);
        (OrganisationId, Number, Code, Name, Town, Group, Order) = (respondent.Id, respondent.Number, respondent.Code, respondent.Name, respondent.Town, respondent.Group, respondent.Order);
        StageKeys = string.Join(';', respondent.Stages.Select(s => s.Key()));
        ValueData = ReplyValue.Write(prefilled);
    }

    public IReadOnlyList<Stage> Stages => StageKeys.Length == 0 ? [] : [.. StageKeys.Split(';').Select(Core.Schooling.Stages.Parse)];

    public IReadOnlyDictionary<string, ReplyValue> Values => values ??= ReplyValue.Read(ValueData);

    /// <summary>A deadline presses only while the unit has not handed in.</summary>
    DateOnly? IWorkItem<ReplyState>.Due => State is ReplyState.Submitted or ReplyState.Accepted ? null : Due;

    public bool MayBeFilled => State is ReplyState.Filling or ReplyState.Returned;

    /// <summary>The signed sheet says what the values say.</summary>
    public bool ScanHolds => ScanHash is not null && ScanCode == ContentCode;

    /// <summary>Late: not handed in although the day has passed.</summary>
    public bool LateOn(DateOnly today) => Due < today && State is not (ReplyState.Submitted or ReplyState.Accepted);

    /// <exception cref="RuleException">The values are being checked or are locked.</exception>
    public void Fill(IEnumerable<ReplyValue> stated)
    {
        if (!MayBeFilled) throw new RuleException(CollectionTexts.NotFillable(CollectionTexts.ReplyStates.First(s => s.State == State).Name));
        ValueData = ReplyValue.Write(stated);
        values = null;
    }

    internal void Uploaded(string hash, string name) => (UploadHash, UploadName) = (hash, name);

    /// <exception cref="RuleException">The values may still change, so that a signature would stand under nothing certain.</exception>
    public void AttachScan(string hash, string name)
    {
        if (ContentCode is null || State is not (ReplyState.Checking or ReplyState.Approving or ReplyState.Submitted)) throw new RuleException(CollectionTexts.ScanTooEarly);
        (ScanHash, ScanName, ScanCode) = (hash, name, ContentCode);
    }

    /// <summary>Lays the form beside its values, so that a guard can judge them.</summary>
    internal void Lay(FilledForm laid) => form = laid;

    /// <exception cref="RuleException">Something is unanswered, breaks a hard rule, or is doubtful without a reason.</exception>
    internal void Finish(Move<ReplyState> move)
    {
        var open = (form ?? throw new InvalidOperationException("The form was not laid beside the reply.")).Open().ToList();
        if (open.Count > 0) throw new RuleException(CollectionTexts.StillOpen(open.Count, open[0].Row.Label, open[0].Message));
        (State, ContentCode) = (move.To, Form.ContentCode.Of($"{CollectionId:N}/{FormVersion}/{Code}", Values.Values));
    }

    internal void Go(Move<ReplyState> move) => State = move.To;

    /// <summary>Back to filling in: what was printed no longer holds.</summary>
    internal void GoBack(Move<ReplyState> move)
    {
        (State, ContentCode, SubmittedAt) = (move.To, null, null);
        if (move.Due is { } due && (Due is null || due.Day > Due)) Due = due.Day;
    }

    /// <exception cref="RuleException">The signed sheet is missing or was signed for other values.</exception>
    internal void Submit(Move<ReplyState> move)
    {
        if (AsksScan && !ScanHolds) throw new RuleException(ScanHash is null ? CollectionTexts.ScanMissing : CollectionTexts.ScanVoid);
        (State, SubmittedAt) = (move.To, move.At);
    }

    internal void Accept(Move<ReplyState> move) => (State, AcceptedAt) = (move.To, move.At);

    /// <summary>Counts what differs from the first acceptance.</summary>
    internal void Compare(Approval first)
    {
        var then = ReplyValue.Read(first.ValueData);
        LaterChanges = then.Keys.Union(Values.Keys).Count(row => !(Values.GetValueOrDefault(row) ?? new(row)).Says(then.GetValueOrDefault(row) ?? new(row)));
    }

    internal void Extend(Move<ReplyState> move) => Due = move.Due!.Value.Day > Due ? move.Due.Value.Day : Due;

    private sealed class Mapping : IEntityTypeConfiguration<Reply>
    {
        public void Configure(EntityTypeBuilder<Reply> entity)
        {
            entity.ToTable("replies");
            entity.Property(r => r.Code).HasMaxLength(40);
            entity.Property(r => r.Name).HasMaxLength(200);
            entity.Property(r => r.StageKeys).HasMaxLength(80);
            entity.Property(r => r.Town).HasMaxLength(200);
            entity.Property(r => r.Group).HasMaxLength(200);
            entity.Property(r => r.Title).HasMaxLength(200);
            entity.Property(r => r.UploadHash).HasMaxLength(64);
            entity.Property(r => r.UploadName).HasMaxLength(260);
            entity.Property(r => r.ContentCode).HasMaxLength(20);
            entity.Property(r => r.ScanHash).HasMaxLength(64);
            entity.Property(r => r.ScanName).HasMaxLength(260);
            entity.Property(r => r.ScanCode).HasMaxLength(20);
            entity.Ignore(r => r.Stages).Ignore(r => r.Values).Ignore(r => r.MayBeFilled).Ignore(r => r.ScanHolds);
            entity.HasIndex(r => new { r.CollectionId, r.OrganisationId }).IsUnique();
            entity.HasIndex(r => new { r.OrganisationId, r.State });
        }
    }
}

/// <summary>Somebody who answers, as the register knows them when the collection is opened.</summary>
public sealed record Respondent(Guid Id, int Number, string Code, string Name, IReadOnlyList<Stage> Stages, string? Town, string? Group, int Order);
