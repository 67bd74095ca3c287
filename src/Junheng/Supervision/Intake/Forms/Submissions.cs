using System.Text;
using Junheng.Core.Surveys.Answers;

namespace Junheng.Supervision.Intake.Forms;

/// <summary>Takes answers in, from the page's form and as JSON: checks, hands them to the store, and says what became of them.</summary>
internal sealed class Submissions(IntakeStore store, TimeProvider clock, Reply reply, BurstCounts bursts, ILogger<Submissions> log)
{
    private static readonly Sent Malformed = new(Notice.Malformed), Unknown = new(Notice.Unknown);

    /// <param name="campaign">As it stands in the address.</param>
    public Task TakeJson(HttpContext context, ReadOnlySpan<char> campaign) =>
        int.TryParse(campaign, out var number) && store.Published(number) is { } publication ? TakeJson(context, publication) : reply.Say(context, Notice.Unknown);

    private async Task TakeJson(HttpContext context, Publication publication)
    {
        var (fits, sent) = await RequestBody.Read(context, body => Json(body.Span, publication));
        if (!fits) await reply.Say(context, Notice.TooLarge);
        else if (sent!.Refused is { } refused) await reply.Say(context, refused, problems: sent.Input?.Problems);
        else if (Refusal(await Store(context, sent)) is { } notice) await reply.Say(context, notice);
        else await Reply.Accepted(context);
    }

    public async Task TakeForm(HttpContext context)
    {
        var (fits, sent) = await RequestBody.Read(context, body => Form(body.Span));
        if (!fits) await reply.Say(context, Notice.TooLarge);
        else if (sent!.Refused is { } refused) await Refuse(context, sent, refused);
        else
        {
            Notice? notice;
            try
            {
                notice = Refusal(await Store(context, sent));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // Whatever broke: what was filled in comes back, so that it can be handed in again.
                if (failure is not IntakeUnavailableException) log.LogError(failure, "An answer could not be handed to the store.");
                notice = Notice.Unsaved;
            }
            if (notice is not null) await Refuse(context, sent, notice);
            else if (Reply.WantsJson(context.Request)) await Reply.Accepted(context);
            else Reply.SeeOther(context, $"/q/t/{sent.Publication!.Campaign}");
        }
    }

    /// <summary>What may be sent again comes back as it was filled in.</summary>
    private async Task Refuse(HttpContext context, Sent sent, Notice notice)
    {
        if (Reply.WantsJson(context.Request) || sent.Form is not { } form || notice != Notice.Invalid && notice != Notice.Unsaved)
        {
            await reply.Say(context, notice, sent.Publication, sent.Input?.Problems);
            return;
        }
        if (notice.RetryAfter > 0) context.Response.Headers.RetryAfter = "15";
        var place = sent.Publication!.Cell(sent.Ballot.Cell)!.Place;
        var view = form.Again(place, sent.Word, notice, sent.Input?.Problems ?? [], sent.Fields);
        await Reply.Page(context, notice.Status, await reply.Book.Of(sent.Publication).Render(view));
    }

    private Sent Json(ReadOnlySpan<byte> body, Publication publication)
    {
        if (AnswerReader.BallotOf(body) is not { } word) return Malformed;
        var sent = Known(word, publication);
        return sent.Form is null ? sent : Checked(sent, sent.Form.Reader.ReadJson(body));
    }

    private Sent Form(ReadOnlySpan<byte> body)
    {
        if (FormFields.Read(body) is not { } fields || fields.Where(f => f.Key == FormFields.Ballot).Select(f => f.Value).Take(2).ToArray() is not [var word]) return Malformed;
        if (Ballots.CampaignOf(word.AsSpan(0, Math.Min(word.Length, Ballots.Length))) is not { } campaign || store.Published(campaign) is not { } publication) return Unknown;
        fields.RemoveAll(f => f.Key == FormFields.Ballot);
        var sent = Known(word, publication) with { Fields = fields };
        return sent.Form is null ? sent : Checked(sent, sent.Form.Reader.ReadForm(fields));
    }

    /// <param name="word">Ballot and, after a point, the ticket of the form.</param>
    private Sent Known(string word, Publication publication)
    {
        // A closed campaign no longer knows its ballots.
        if (store.State(publication.Campaign) == PublicationState.Closed) return new(Notice.Closed, publication);
        if (Ballots.Read(word.AsSpan(0, Math.Min(word.Length, Ballots.Length)), publication) is not { } ballot) return Unknown;
        return reply.Book.Of(publication).Of(publication.Cell(ballot.Cell)!) is { } form ? new(null, publication) { Ballot = ballot, Word = word, Form = form } : Unknown;
    }

    private static Sent Checked(Sent sent, AnswerInput input) =>
        sent with { Input = input, Refused = input.IsGood ? null : input.IsMalformed ? Notice.Malformed : Notice.Invalid };

    private async ValueTask<Receipt> Store(HttpContext context, Sent sent)
    {
        var ticket = sent.Word.AsMemory(Math.Min(sent.Word.Length, Ballots.Length + 1));
        var pace = Ticket.Read(ticket.Span, sent.Publication!, clock.GetUtcNow().UtcDateTime);
        var key = Encoding.UTF8.GetBytes(ticket.ToString());
        var receipt = await store.Submit(sent.Ballot, pace, AnswerCode.ToBytes(sent.Input!.Sheet), key);
        if (receipt == Receipt.Accepted) bursts.Count(sent.Publication!, sent.Ballot.Cell, context.Connection.RemoteIpAddress);
        return receipt;
    }

    private static Notice? Refusal(Receipt receipt) => receipt switch
    {
        Receipt.Accepted or Receipt.Repeated => null,
        Receipt.Spent => Notice.Spent,
        Receipt.NotYet => Notice.NotYetOpen,
        Receipt.Closed => Notice.Closed,
        Receipt.Elsewhere => Notice.Elsewhere,
        _ => Notice.Unknown,
    };

    /// <summary>What came, as far as it was understood.</summary>
    /// <param name="Refused">Why it goes no further; null = it may be stored.</param>
    private sealed record Sent(Notice? Refused, Publication? Publication = null)
    {
        public Ballot Ballot { get; init; }
        public string Word { get; init; } = "";
        public ClassForm? Form { get; init; }
        public AnswerInput? Input { get; init; }
        public List<KeyValuePair<string, string>> Fields { get; init; } = [];
    }
}
