using System.Globalization;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Data;
using Junheng.Platform.Files;
using Junheng.Platform.Imports;
using Junheng.Platform.Sheets;
using Junheng.Supervision.Facts.Imports;

namespace Junheng.Supervision.Facts;

/// <summary>Lays the invented district's figures: <c>schools-YEAR.csv</c> holds a school's stage a row and an element a column, which keeps
/// them small; everything else is a file as <c>junheng import facts</c> takes it.</summary>
internal static class DemonstrationFacts
{
    private const string Prefix = "schools-";

    public static async Task Lay(IServiceProvider services, CancellationToken cancellation = default)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "samples", "facts");
        var respondents = await Respondents.Load(services.GetRequiredService<JunhengDb>(), register: null, cancellation);
        foreach (var path in Directory.EnumerateFiles(folder, "*.csv").OrderDescending(StringComparer.Ordinal))
        {
            await using var content = File.OpenRead(path);
            var file = new ImportFile(Path.GetFileName(path), content);
            if (file.Name.StartsWith(Prefix, StringComparison.Ordinal)) await Take(services, file, respondents, cancellation);
            else if (await ImportKind.Find("facts")!.Take(services, file, trial: false, cancellation) is { Refused.Count: > 0 } refused)
                throw new InvalidOperationException(string.Join('\n', refused.Refused));
        }
    }

    private static async Task Take(IServiceProvider services, ImportFile file, Respondents respondents, CancellationToken cancellation)
    {
        var period = Period.Parse(Path.GetFileNameWithoutExtension(file.Name)[Prefix.Length..]);
        using var reader = await file.OpenTable(cancellation);
        var rows = reader.First.Rows(cancellation).ToList();
        var keys = rows[0];
        var values = new List<FactValue>();
        foreach (var row in rows.Skip(1))
        {
            var school = respondents.ByCode(row[1].Text) ?? throw new InvalidOperationException($"{file.Name}: no school {row[1].Text}");
            foreach (var cell in row.Cells)
                if (cell.Column > 2)
                    values.Add(new(school.Number, school.Settle(Stages.Parse(row[2].Text)), keys[cell.Column].Text, period, double.Parse(cell.Text, CultureInfo.InvariantCulture))
                    {
                        Cell = new SourceCell(0, row.Number, cell.Column),
                    });
        }
        file.Content.Position = 0;
        var stored = await services.GetRequiredService<ContentStore>().Add(file.Content, file.Name, cancellation: cancellation);
        await services.GetRequiredService<Facts>().Record(
            new(BatchKind.Demonstration, FactsTexts.DemonstrationTitle(period)) { FileName = file.Name, FileHash = stored.Hash, Sheets = [reader.First.Name] }, values, cancellation);
    }
}
