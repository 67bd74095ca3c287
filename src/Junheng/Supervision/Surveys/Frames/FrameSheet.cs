using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Imports;
using Junheng.Platform.Sheets;
using Junheng.Platform.Sheets.Tables;
using Junheng.Platform.Sheets.Writing;

namespace Junheng.Supervision.Surveys.Frames;

/// <summary>The frame as a workbook, out and in again. All rows come in or none; a row names its cell by number and must still be the same place and class.</summary>
public sealed class FrameSheet(SurveyCampaigns campaigns, CampaignFrames frames, CampaignQuestionnaires copies)
{
    private static readonly TableColumn[] Columns =
    [
        new("number", SurveyTexts.FrameHeads[0]), new("place", SurveyTexts.FrameHeads[1]), new("class", SurveyTexts.FrameHeads[3]), new("size", SurveyTexts.FrameHeads[4]),
        new("open", SurveyTexts.FrameHeads[6]) { Required = false },
    ];

    public async Task<Stream> Write(SurveyCampaign campaign, CancellationToken cancellation)
    {
        var names = Names(copies.Of(campaign));
        var file = new MemoryStream();
        using (var book = new SheetWriter(file, new(Title: SurveyTexts.FrameSheet)))
        {
            var page = book.Add(SurveyTexts.FrameSheet, new() { FrozenRows = 1, FilterRow = 1, Columns = [new(8), new(32), new(18), new(20), new(10), new(16), new(14)] });
            page.Write(SheetValue.Headers(SurveyTexts.FrameHeads));
            foreach (var cell in (await campaigns.Cells(campaign.Number, cancellation)).Where(c => !c.IsGroup))
                page.Write(cell.Number, cell.Place, cell.Town, names.GetValueOrDefault(cell.Class, cell.Class), cell.Size is { } size ? size : default(SheetValue), SurveyTexts.Name(cell.Origin), SurveyTexts.YesNo(cell.Open));
        }
        file.Position = 0;
        return file;
    }

    public async Task<ImportReport> Take(SurveyCampaign campaign, ImportFile file, CancellationToken cancellation)
    {
        var names = Names(copies.Of(campaign));
        var cells = (await campaigns.Cells(campaign.Number, cancellation)).Where(c => !c.IsGroup).ToDictionary(c => c.Number);
        var sizes = new Dictionary<int, int?>();
        var open = new HashSet<int>();
        try
        {
            using var reader = await file.OpenTable(cancellation);
            using var table = Table.Open(reader.First, Columns, cancellation);
            foreach (var row in table.Rows()) Read(row, cells, names, sizes, open);
            if (table.Errors.Count > 0) return new(table.Read, 0, table.Errors, []);
            await frames.Count(campaign.Id, sizes, open, cancellation);
            return new(table.Read, sizes.Count(s => s.Value != cells[s.Key].Size || open.Contains(s.Key) != cells[s.Key].Open), [], []);
        }
        catch (SheetException unreadable)
        {
            return ImportReport.Refusal(unreadable);
        }
    }

    private static void Read(TableRow row, Dictionary<int, SurveyCell> cells, Dictionary<string, string> names, Dictionary<int, int?> sizes, HashSet<int> open)
    {
        if (row.Count("number") is not { } number || !cells.TryGetValue((int)Math.Min(number, int.MaxValue), out var cell))
        {
            row.Refuse("number", SurveyTexts.CellUnknown);
            return;
        }
        if (row.Text("place") != cell.Place) row.Refuse("place", SurveyTexts.CellElsewhere(cell.Place));
        if (row.Text("class") is { } named && named != names.GetValueOrDefault(cell.Class, cell.Class)) row.Refuse("class", SurveyTexts.CellOfClass(names.GetValueOrDefault(cell.Class, cell.Class)));
        var size = row.Count("size");
        if (size > 1_000_000) row.Refuse("size", SurveyTexts.SizeOutOfRange(cell.Place));
        else if (!sizes.TryAdd(cell.Number, (int?)size)) row.Refuse("number", SurveyTexts.CellTwice);
        if (row.YesNo("open") ?? cell.Open) open.Add(cell.Number);
    }

    private static Dictionary<string, string> Names(Questionnaire questionnaire) => questionnaire.Classes.ToDictionary(c => c.Key, c => c.Name);
}
