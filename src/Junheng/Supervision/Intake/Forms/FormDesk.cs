using System.Security.Cryptography;

namespace Junheng.Supervision.Intake.Forms;

/// <summary>
/// What respondents open: <c>/q</c> and doors for one-time codes, open and personal links, the form of one ballot, and the page after it. It sets no cookie,
/// writes no log line about a visit, and stores nothing by itself.
/// </summary>
/// <param name="ceiling">Requests per network address and minute.</param>
internal sealed class FormDesk(IntakeStore store, TimeProvider clock, Reply reply, Submissions submissions, int ceiling, ILogger<FormDesk> log)
{
    /// <summary>Codes tried per network address and minute: a school's typing errors, not a search for codes.</summary>
    private const int Tries = 300;

    private readonly AddressCeiling visits = new(ceiling, clock), tries = new(Tries, clock);

    /// <param name="path">What follows <c>/q</c>.</param>
    public async Task Answer(HttpContext context, string path)
    {
        Reply.Head(context.Response);
        try
        {
            if (!visits.Passes(context.Connection.RemoteIpAddress)) await reply.Say(context, Notice.TooMany);
            else await Route(context, path);
        }
        catch (Exception gone) when (context.RequestAborted.IsCancellationRequested && gone is OperationCanceledException or IOException)
        {
            // Whoever asked is gone.
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await reply.Say(context, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? Notice.TooLarge : Notice.Malformed);
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            // Never with the address: it is somebody's link.
            if (failure is not IntakeUnavailableException) log.LogError(failure, "A respondent's page failed.");
            await reply.Say(context, Notice.Unsaved);
        }
    }

    private Task Route(HttpContext context, string path)
    {
        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (!reads && !HttpMethods.IsPost(context.Request.Method)) return reply.Say(context, Notice.WrongMethod);
        if (path is "" or "/") return reads ? Door(context, null) : Enter(context, null);
        if (path.StartsWith("/api/", StringComparison.Ordinal)) return reads ? reply.Say(context, Notice.WrongMethod) : submissions.TakeJson(context, path.AsSpan(5));
        if (path.StartsWith("/b/", StringComparison.Ordinal)) return reads ? Form(context, path[3..]) : submissions.TakeForm(context);
        if (path.StartsWith("/t/", StringComparison.Ordinal)) return reads ? Thanks(context, path.AsSpan(3)) : reply.Say(context, Notice.WrongMethod);
        return Link(context, path[1..], reads);
    }

    private Task Link(HttpContext context, string text, bool reads)
    {
        if (Links.CampaignOf(text) is not { } campaign || store.Published(campaign) is not { } publication) return reply.Say(context, Notice.Unknown);
        var link = Links.Read(text, publication);
        if (Standing(publication) is { } refused)
        {
            // A closed campaign has given up the secret by which its links were known.
            if (link is null && refused != Notice.Closed) return reply.Say(context, Notice.Unknown);
            return reply.Say(context, refused, link is null ? null : publication);
        }
        return link switch
        {
            { Kind: LinkKind.Open } open when publication.Cell(open.Cell) is { Open: true } cell => reads ? Form(context, publication, cell, Ballots.New(publication, cell.Number)) : submissions.TakeForm(context),
            { Kind: LinkKind.Personal } personal => reads ? Begin(context, publication) : Exchange(context, publication, personal),
            { Kind: LinkKind.Door } => reads ? Door(context, publication) : Enter(context, publication),
            _ => reply.Say(context, Notice.Unknown),
        };
    }

    /// <returns>Why there is no form now; null when there is.</returns>
    private Notice? Standing(Publication publication)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var state = store.State(publication.Campaign);
        return state == PublicationState.Closed || now > publication.Closes ? Notice.Closed
            : state == PublicationState.Elsewhere ? Notice.Elsewhere
            : now < publication.Opens ? Notice.NotYetOpen : null;
    }

    /// <summary>The form of a ballot that stands in the address: after a personal link or a code.</summary>
    private async Task Form(HttpContext context, string text)
    {
        if (Ballots.CampaignOf(text) is not { } campaign || store.Published(campaign) is not { } publication) await reply.Say(context, Notice.Unknown);
        else if (Standing(publication) is { } refused) await reply.Say(context, refused);
        else if (Ballots.Read(text, publication) is not { } ballot) await reply.Say(context, Notice.Unknown);
        else if (await store.IsSpent(ballot)) await reply.Say(context, Notice.Spent, publication);
        else await Form(context, publication, publication.Cell(ballot.Cell)!, ballot);
    }

    private async Task Form(HttpContext context, Publication publication, PublishedCell cell, Ballot ballot)
    {
        var word = $"{Ballots.Write(ballot, publication)}.{Ticket.New(publication, clock.GetUtcNow().UtcDateTime)}";
        var forms = reply.Book.Of(publication);
        if (Reply.WantsJson(context.Request)) await Reply.Json(context, "ballot", word);
        else if (forms.Of(cell) is { } form) await Reply.Page(context, await form.Page, forms.Place(cell), System.Text.Encoding.ASCII.GetBytes(word));
        else await reply.Say(context, Notice.Unknown);
    }

    private async Task Begin(HttpContext context, Publication publication) =>
        await Reply.Page(context, StatusCodes.Status200OK, await reply.Rendering.Page<BeginPage>(("Publication", publication), ("Key", Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)))));

    private async Task Exchange(HttpContext context, Publication publication, Link link)
    {
        if (await Field(context, FormFields.Key) is not { Length: 32 } key)
        {
            await reply.Say(context, Notice.Malformed, publication);
            return;
        }
        var result = await store.Exchange(link, System.Text.Encoding.UTF8.GetBytes(key));
        if (result.State == ExchangeState.Issued) Reply.SeeOther(context, $"/q/b/{Ballots.Write(result.Ballot, publication)}");
        else await reply.Say(context, result.State switch
        {
            ExchangeState.Used => Notice.UsedLink,
            ExchangeState.NotYet => Notice.NotYetOpen,
            ExchangeState.Closed => Notice.Closed,
            ExchangeState.Elsewhere => Notice.Elsewhere,
            _ => Notice.Unknown,
        }, publication);
    }

    private async Task Door(HttpContext context, Publication? publication, string? wrong = null)
    {
        var page = await reply.Rendering.Page<CodePage>(("Publication", publication), ("Code", wrong), ("Wrong", wrong is not null));
        await Reply.Page(context, wrong is null ? StatusCodes.Status200OK : StatusCodes.Status404NotFound, page);
    }

    private async Task Enter(HttpContext context, Publication? publication)
    {
        if (await Field(context, FormFields.Code) is not { Length: <= 100 } typed) await reply.Say(context, Notice.Malformed);
        else if (!tries.Passes(context.Connection.RemoteIpAddress)) await reply.Say(context, Notice.TooMany);
        else
        {
            foreach (var campaign in publication is not null ? [publication] : store.Publications().Where(p => Standing(p) is null))
                if (await store.FindCode(campaign.Campaign, typed) is { } ballot)
                {
                    Reply.SeeOther(context, $"/q/b/{Ballots.Write(ballot, campaign)}");
                    return;
                }
            await Door(context, publication, typed);
        }
    }

    private Task Thanks(HttpContext context, ReadOnlySpan<char> campaign) =>
        int.TryParse(campaign, out var number) && store.Published(number) is { } publication ? Thanks(context, publication) : reply.Say(context, Notice.Unknown);

    private async Task Thanks(HttpContext context, Publication publication) => await Reply.Page(context, await reply.Book.Of(publication).Thanks);

    private static async Task<string?> Field(HttpContext context, string name)
    {
        var (fits, fields) = await RequestBody.Read(context, body => FormFields.Read(body.Span));
        return fits ? fields?.FirstOrDefault(f => f.Key == name).Value : null;
    }
}
