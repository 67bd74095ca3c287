using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Junheng.Platform.Sheets.Writing;
using Junheng.Supervision.Intake;
using Junheng.Supervision.Surveys.Frames;

namespace Junheng.Supervision.Surveys.Vouchers;

/// <summary>
/// Makes what lets people in: addresses of posters, one-time codes, personal links. Of codes and links the intake keeps hashes alone; the list exists once,
/// in memory for a quarter of an hour, for whoever made it.
/// </summary>
public sealed class CampaignVouchers(JunhengDb db, SurveyCampaigns campaigns, IntakeStore intake, TimeProvider clock)
{
    public const int Most = 5000;

    /// <exception cref="RuleException">The intake does not know the campaign.</exception>
    public Publication Publication(SurveyCampaign campaign) => intake.Published(campaign.Number) ?? throw new RuleException(SurveyTexts.NotPublished);

    /// <summary>Where the poster of a cell leads.</summary>
    public static string Address(SurveyCampaign campaign, Publication publication, SurveyCell cell) => campaign.BaseAddress + Links.Open(publication, cell.Number);

    public async Task<IssuedVouchers> Make(Guid id, VoucherKind kind, Guid organisation, string respondents, int count, CancellationToken cancellation = default)
    {
        db.Actor.Demand(SurveyCampaigns.Manage);
        var campaign = await campaigns.Get(id);
        if (campaign.State != CampaignState.Open) throw new RuleException(SurveyTexts.NotOpen);
        if (count is < 1 or > Most) throw new RuleException(SurveyTexts.VoucherCountOutOfRange, "Count");
        var cell = (await campaigns.Cells(campaign.Number, cancellation)).Find(c => c.OrganisationId == organisation && c.Class == respondents && !c.IsGroup)
            ?? throw new RuleException(SurveyTexts.VoucherCellMissing, "Class");
        var publication = Publication(campaign);
        var made = Enumerable.Range(0, count).Select(_ => kind == VoucherKind.Codes ? OneTimeCodes.New(publication) : Links.NewPersonal(publication)).ToList();
        var hashes = made.ConvertAll(m => (m.Item2, cell.Number));
        if (kind == VoucherKind.Codes) await intake.AddCodes(campaign.Number, hashes);
        else await intake.AddLinks(campaign.Number, hashes);
        db.Add(new CampaignStep(campaign, kind == VoucherKind.Codes ? StepKind.Codes : StepKind.Links, db.Actor.Name, clock.GetUtcNow().UtcDateTime, cell.Place, count));
        await db.Save(cancellation: cancellation);
        return new(campaign.Id, kind, cell.Place, respondents, campaign.BaseAddress + Links.Door(publication),
            [.. made.Select(m => kind == VoucherKind.Codes ? m.Item1 : campaign.BaseAddress + m.Item1)]);
    }

    public static Stream Sheet(IssuedVouchers issued, string className)
    {
        var (codes, file) = (issued.Kind == VoucherKind.Codes, new MemoryStream());
        var title = codes ? SurveyTexts.CodesSheet : SurveyTexts.LinksSheet;
        using (var book = new SheetWriter(file, new(Title: title)))
        {
            var page = book.Add(title, new() { FrozenRows = 1, Columns = [new(30), new(18), new(codes ? 16 : 70), new(60)] });
            page.Write(SheetValue.Headers(codes ? SurveyTexts.CodeHeads : SurveyTexts.LinkHeads));
            foreach (var text in issued.Texts)
                if (codes) page.Write(issued.Place, className, text, issued.Door);
                else page.Write(issued.Place, className, text);
        }
        file.Position = 0;
        return file;
    }
}

public enum VoucherKind { Codes, Links }

/// <param name="Door">Where codes are entered.</param>
/// <param name="Texts">Codes, or whole addresses.</param>
public sealed record IssuedVouchers(Guid Campaign, VoucherKind Kind, string Place, string Class, string Door, IReadOnlyList<string> Texts);
