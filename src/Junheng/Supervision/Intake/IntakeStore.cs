using System.Buffers.Binary;
using Junheng.Core.Surveys.Answers;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Junheng.Supervision.Intake.Storage;
using Junheng.Supervision.Intake.Writing;

namespace Junheng.Supervision.Intake;

/// <summary>
/// The anonymous store of answers: publications, links by their hashes, spent ballots and answers, apart from the main database. It knows nobody's name,
/// writes no journal and no log line about an answer. Serves requests of many threads; commands of other processes may publish, seal, close and read.
/// </summary>
public sealed class IntakeStore(DatabaseSettings database, TimeProvider clock, WriterLimits? limits = null) : IDisposable
{
    /// <summary>How long this process may not notice a change another process made to a publication. That a campaign was closed is noticed at once.</summary>
    private static readonly TimeSpan Unnoticed = TimeSpan.FromSeconds(2);

    /// <summary>Two backups never differ by fewer used links of a group than these.</summary>
    public const int LinksShownTogether = 10;

    private readonly Vault vault = database.IsPostgres ? new PostgresVault(database.ConnectionString) : new SqliteVault(database.Target);
    private readonly Lock gate = new();
    private AnswerWriter? writer;
    private Known known = new([], -1, long.MinValue / 2);
    private bool prepared;

    /// <summary>New, or changed: times, names, further cells. A published questionnaire, its links and its cells never change.</summary>
    /// <exception cref="RuleException">Something that is fixed would change, or the campaign is closed.</exception>
    public Task Publish(Publication publication) => Work(() =>
    {
        Refresh(force: true);
        var kept = known.Campaigns.GetValueOrDefault(publication.Campaign);
        if (kept is not null) CheckChange(kept, publication);
        vault.Publish(publication, kept?.State ?? PublicationState.Open);
        Refresh(force: true);
    });

    /// <summary>Answers are taken in by another host from now on, or here again.</summary>
    public Task Hand(int campaign, bool elsewhere) => Work(() =>
    {
        Refresh(force: true);
        var kept = Open(campaign);
        vault.Publish(kept.Publication, elsewhere ? PublicationState.Elsewhere : PublicationState.Open);
        Refresh(force: true);
    });

    /// <returns>Null when there is no such campaign here.</returns>
    public Publication? Published(int campaign) => Find(campaign)?.Publication;

    /// <returns>Null when there is no such campaign here.</returns>
    public PublicationState? State(int campaign) => Find(campaign)?.State;

    /// <summary>All campaigns, closed ones too, by number.</summary>
    /// <param name="fresh">Also those another process published within the last seconds.</param>
    public IReadOnlyList<Publication> Publications(bool fresh = false)
    {
        Refresh(force: fresh);
        return [.. known.Campaigns.Values.Select(k => k.Publication).OrderBy(p => p.Campaign)];
    }

    /// <param name="links">Hashes as <see cref="Links.NewPersonal"/> gives them, and cells; those already there are left as they are.</param>
    public Task AddLinks(int campaign, IReadOnlyList<(byte[] Hash, int Cell)> links) => Work(() => vault.AddLinks(Open(campaign).Publication.Campaign, Marks(links)));

    /// <param name="codes">Hashes as <see cref="OneTimeCodes.New"/> gives them, and cells; those already there are left as they are.</param>
    public Task AddCodes(int campaign, IReadOnlyList<(byte[] Hash, int Cell)> codes) => Work(() => vault.AddCodes(Open(campaign).Publication.Campaign, Marks(codes)));

    /// <summary>
    /// Exchanges a personal link for a ballot, once. Asked again with the same key it gives the same ballot, also after a restart, so that a lost reply harms
    /// nobody: what is stored lets the key be recognised but neither key nor ballot be computed.
    /// </summary>
    /// <param name="link">Of kind <see cref="LinkKind.Personal"/>.</param>
    /// <param name="key">At least 16 random bytes of the page that asks; another key finds the link used.</param>
    public Task<ExchangeResult> Exchange(Link link, ReadOnlyMemory<byte> key) => Work(() =>
    {
        if (Find(link.Campaign) is not { } kept || link.Kind != LinkKind.Personal) return new ExchangeResult(ExchangeState.Unknown, default);
        if (Standing(kept) is { } refused) return new ExchangeResult(refused switch
        {
            Receipt.NotYet => ExchangeState.NotYet,
            Receipt.Elsewhere => ExchangeState.Elsewhere,
            _ => ExchangeState.Closed,
        }, default);
        var secret = kept.Publication.Secret;
        var keyMark = Ballots.Mark(secret, Purpose.Exchange, System.Security.Cryptography.SHA256.HashData(key.Span));
        var stored = Ballots.Mark(secret, Purpose.Exchanged, keyMark.Bytes());
        if (vault.Use(link.Campaign, link.Hash, stored) is not { } used) return new(ExchangeState.Unknown, default);
        return used.Mark == stored ? new(ExchangeState.Issued, new Ballot(link.Campaign, used.Cell, keyMark)) : new(ExchangeState.Used, default);
    });

    /// <returns>The ballot a one-time code is; null when the code was mistyped or does not exist.</returns>
    public Task<Ballot?> FindCode(int campaign, string typed) => Work<Ballot?>(() =>
        Find(campaign) is { } kept && OneTimeCodes.Read(typed, kept.Publication) is { } hash && vault.FindCode(campaign, hash) is { } cell ? new Ballot(campaign, cell, hash) : null);

    /// <summary>Whether an answer was handed in with the ballot, for the page that is about to show the form.</summary>
    public Task<bool> IsSpent(Ballot ballot) => Work(() =>
        Find(ballot.Campaign) is { } kept && kept.State == PublicationState.Open && vault.IsSpent(ballot.Campaign, Ballots.Spent(ballot, kept.Publication.Secret)));

    /// <summary>Stores an answer and spends its ballot in one transaction; the receipt comes after the commit.</summary>
    /// <param name="ballot">As <see cref="Ballots.Read"/>, <see cref="Exchange"/> or <see cref="FindCode"/> gave it.</param>
    /// <param name="sheet">See <see cref="AnswerCode"/>; must not change before the receipt.</param>
    /// <param name="key">A random word of the form, the same when it is sent again.</param>
    /// <exception cref="IntakeUnavailableException">The answer was not stored; sending it again is right.</exception>
    public ValueTask<Receipt> Submit(Ballot ballot, Pace pace, ReadOnlyMemory<byte> sheet, ReadOnlySpan<byte> key)
    {
        if (Find(ballot.Campaign) is not { } kept || kept.Publication.Cell(ballot.Cell) is not { } cell) return new(Receipt.Unknown);
        if (Standing(kept) is { } refused) return new(refused);
        var secret = kept.Publication.Secret;
        var writing = writer ?? Begin();
        return writing.Hand(ballot.Campaign, cell.StoredAs, pace, Ballots.Spent(ballot, secret), Ballots.Repeat(ballot, secret, key, sheet.Span), sheet);
    }

    /// <summary>Counts by stored cell; small cells are counted in their group only, of answers as of links.</summary>
    public Task<IReadOnlyList<CellCount>> Counts(int campaign) => Work<IReadOnlyList<CellCount>>(() =>
    {
        if (Find(campaign) is not { } kept) return [];
        var answers = vault.CountAnswers(campaign);
        var links = new Dictionary<int, (int All, int Used)>();
        foreach (var (number, (all, used)) in vault.CountLinks(campaign))
        {
            var group = kept.Publication.Cell(number)?.StoredAs ?? number;
            var sum = links.GetValueOrDefault(group);
            links[group] = (sum.All + all, sum.Used + used);
        }
        return [.. answers.Keys.Union(links.Keys).Order().Select(c => new CellCount(c, answers.GetValueOrDefault(c), links.GetValueOrDefault(c).All, links.GetValueOrDefault(c).Used))];
    });

    /// <summary>Keeps what was counted of an hour that is over; a second list of the same hour raises the figures.</summary>
    public Task AddBursts(int campaign, IReadOnlyList<Burst> bursts) => Work(() => vault.AddBursts(campaign, bursts));

    public Task<IReadOnlyList<Burst>> Bursts(int campaign) => Work<IReadOnlyList<Burst>>(() => Find(campaign) is null ? [] : vault.Bursts(campaign));

    /// <summary>Rewrites answers in random order under new keys; nothing to do where nothing was ever published.</summary>
    public Task Seal() => vault.IsMissing ? Task.CompletedTask : Work(vault.Seal);

    /// <summary>Seals, and settles which used links a backup made now may show as used: see decision 0020.</summary>
    public Task PrepareBackup() => vault.IsMissing ? Task.CompletedTask : Work(() =>
    {
        Refresh(force: true);
        vault.Seal();
        foreach (var kept in known.Campaigns.Values.Where(k => k.State != PublicationState.Closed))
            vault.ShowLinks(kept.Publication.Campaign, kept.Publication.Cells.ToDictionary(c => c.Number, c => c.StoredAs), LinksShownTogether);
    });

    /// <summary>Ends a campaign for good: seals it and drops links, codes, spent ballots and the secret under which they were made. Closing again changes nothing.</summary>
    public Task Close(int campaign) => Work(() =>
    {
        Refresh(force: true);
        var kept = Find(campaign) ?? throw new RuleException(IntakeTexts.NoCampaign);
        if (kept.State == PublicationState.Closed) return;
        vault.Close(kept.Publication with { Secret = [] });
        Refresh(force: true);
    });

    /// <summary>The answers of a closed campaign in random order.</summary>
    /// <exception cref="RuleException">It is still open.</exception>
    public IEnumerable<StoredAnswer> Answers(int campaign)
    {
        Refresh(force: true);
        if ((Find(campaign) ?? throw new RuleException(IntakeTexts.NoCampaign)).State != PublicationState.Closed) throw new RuleException(IntakeTexts.StillOpen);
        return vault.Answers(campaign);
    }

    /// <summary>Takes in answers gathered elsewhere, all or none.</summary>
    /// <param name="batch">Names them: a batch that was taken in before changes nothing.</param>
    /// <param name="answers">Their cells are stored cells.</param>
    /// <returns>False when the batch was taken in before.</returns>
    /// <exception cref="RuleException">The campaign is closed.</exception>
    public Task<bool> PutAnswers(int campaign, Guid batch, IReadOnlyList<StoredAnswer> answers) => Work(() =>
        vault.Put(Open(campaign).Publication.Campaign, new UInt128(BinaryPrimitives.ReadUInt64LittleEndian(batch.ToByteArray()), BinaryPrimitives.ReadUInt64LittleEndian(batch.ToByteArray().AsSpan(8))), answers));

    /// <summary>Something rarer, asked of the vault itself, which is made when it is missing.</summary>
    public Task<T> Ask<T>(Func<Vault, T> work) => Work(() => work(vault));

    public void Dispose()
    {
        writer?.Dispose();
        vault.Dispose();
    }

    private static void CheckChange(Kept kept, Publication changed)
    {
        var old = kept.Publication;
        if (kept.State == PublicationState.Closed) throw new RuleException(IntakeTexts.AlreadyClosed);
        if (old.Id != changed.Id || old.Questionnaire != changed.Questionnaire || !old.Secret.AsSpan().SequenceEqual(changed.Secret)) throw new RuleException(IntakeTexts.QuestionnaireFixed);
        if (old.Cells.Any(c => changed.Cell(c.Number) is not { } now || now.StoredAs != c.StoredAs || now.Class != c.Class)) throw new RuleException(IntakeTexts.CellsFixed);
    }

    private static List<(UInt128, int)> Marks(IReadOnlyList<(byte[] Hash, int Cell)> hashes) => [.. hashes.Select(h => (h.Hash.Mark(), h.Cell))];

    /// <returns>Why no answer is taken now; null when it is.</returns>
    private Receipt? Standing(Kept kept)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return kept.State == PublicationState.Closed || now > kept.Publication.Closes ? Receipt.Closed
            : kept.State == PublicationState.Elsewhere ? Receipt.Elsewhere
            : now < kept.Publication.Opens ? Receipt.NotYet : null;
    }

    /// <exception cref="RuleException">No such campaign, or it is closed.</exception>
    private Kept Open(int campaign)
    {
        Refresh(force: true);
        var kept = Find(campaign) ?? throw new RuleException(IntakeTexts.NoCampaign);
        return kept.State == PublicationState.Closed ? throw new RuleException(IntakeTexts.AlreadyClosed) : kept;
    }

    private Kept? Find(int campaign)
    {
        Refresh(force: false);
        return known.Campaigns.GetValueOrDefault(campaign);
    }

    private void Refresh(bool force)
    {
        var now = Environment.TickCount64;
        if (!force && now - Volatile.Read(ref known).At < Unnoticed.TotalMilliseconds) return;
        if (vault.IsMissing) return;
        lock (gate)
        {
            if (!force && now - known.At < Unnoticed.TotalMilliseconds) return;
            Prepare();
            var version = vault.PublicationsVersion();
            known = version == known.Version ? known with { At = now } : new(vault.Publications().ToDictionary(k => k.Publication.Campaign), version, now);
        }
    }

    private AnswerWriter Begin()
    {
        lock (gate) return writer ??= new AnswerWriter(limits ?? new(), vault.OpenBatches);
    }

    private void Prepare()
    {
        if (prepared) return;
        vault.Prepare();
        prepared = true;
    }

    private Task Work(Action work) => Work<object?>(() =>
    {
        work();
        return null;
    });

    /// <summary>Databases block their thread; requests must not.</summary>
    private Task<T> Work<T>(Func<T> work) => Task.Run(() =>
    {
        lock (gate) Prepare();
        return work();
    });

    private sealed record Known(Dictionary<int, Kept> Campaigns, long Version, long At);
}
