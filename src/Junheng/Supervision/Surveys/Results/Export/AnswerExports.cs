using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Junheng.Supervision.Intake;

namespace Junheng.Supervision.Surveys.Results.Export;

public enum ExportForm { Xlsx, Csv, Spss }

/// <param name="Content">At its beginning; the file behind it goes when it is closed.</param>
public sealed record ExportedFile(Stream Content, string Type, string Name);

/// <summary>Answers of a closed campaign as files, read from the store one by one.</summary>
public sealed class AnswerExports(JunhengDb db, SurveyCampaigns campaigns, ResultBook book, IntakeStore intake)
{
    /// <exception cref="RuleException">It is not closed yet.</exception>
    public async Task<ExportedFile> Write(Guid id, ExportForm form, CancellationToken cancellation = default)
    {
        db.Actor.Demand(SurveyCampaigns.Export);
        var campaign = await campaigns.Seen(id, cancellation);
        var results = await book.Of(campaign, cancellation) ?? throw new RuleException(ResultTexts.NotClosed);
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        try
        {
            var (columns, answers) = (new AnswerColumns(results), intake.Answers(campaign.Number));
            switch (form)
            {
                case ExportForm.Xlsx:
                    AnswerFiles.WriteXlsx(file, columns, answers, campaign.Title, ResultTexts.Notes(campaign, results.Disclosure.Least));
                    break;
                case ExportForm.Csv:
                    AnswerFiles.WriteCsv(file, columns, answers);
                    break;
                default:
                    AnswerFiles.WriteSpss(file, columns, answers, campaign.Title);
                    break;
            }
            file.Position = 0;
            return form switch
            {
                ExportForm.Xlsx => new(file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ResultTexts.FileName(campaign, "xlsx")),
                ExportForm.Csv => new(file, "text/csv; charset=utf-8", ResultTexts.FileName(campaign, "csv")),
                _ => new(file, "application/zip", ResultTexts.FileName(campaign, "spss.zip")),
            };
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
