using Junheng.Platform.Rules;
using Junheng.Platform.Sheets;

namespace Junheng.Supervision.Surveys.Answers;

/// <summary>A table exported by another survey tool, in memory: such files carry names, addresses and times, and are therefore stored nowhere.</summary>
/// <param name="Heads">As in the file, made unique.</param>
/// <param name="Rows">Row number of the spreadsheet and its cells, in the order of the heads.</param>
public sealed record ForeignTable(string FileName, string Sheet, string Hash, IReadOnlyList<string> Heads, IReadOnlyList<(int Number, string[] Cells)> Rows)
{
    public const int MostRows = 100_000;

    /// <exception cref="RuleException">It is no readable table, has no rows or too many.</exception>
    public static async Task<ForeignTable> Read(string name, byte[] content, CancellationToken cancellation)
    {
        try
        {
            using var stream = new MemoryStream(content);
            using var reader = await SheetReader.Open(stream, name, cancellation);
            var heads = new List<string>();
            var rows = new List<(int, string[])>();
            foreach (var row in reader.First.Rows(cancellation))
            {
                if (heads.Count == 0)
                {
                    for (var column = 1; column <= row.LastColumn; column++) heads.Add(Unique(heads, SheetText.Trim(row[column].Text), column));
                    continue;
                }
                if (rows.Count == MostRows) throw new RuleException(SurveyTexts.TooManyAnswers(MostRows), "File");
                rows.Add((row.Number, [.. Enumerable.Range(1, heads.Count).Select(c => SheetText.Trim(row[c].Text))]));
            }
            if (rows.Count == 0) throw new RuleException(SurveyTexts.NoAnswers, "File");
            return new(name, reader.First.Name, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)), heads, rows);
        }
        catch (SheetException unreadable)
        {
            throw new RuleException(unreadable.Reason, "File");
        }
    }

    public int Find(string head) => head.Length == 0 ? -1 : Heads.ToList().IndexOf(head);

    /// <summary>What stands in a column, the most frequent first.</summary>
    public IReadOnlyList<string> Values(int column, int most) =>
        [.. Rows.Select(r => r.Cells[column]).Where(v => v.Length > 0).GroupBy(v => v).OrderByDescending(g => g.Count()).Select(g => g.Key).Take(most)];

    private static string Unique(List<string> known, string head, int column)
    {
        var name = head.Length == 0 ? SurveyTexts.Column(column) : head;
        return known.Contains(name) ? $"{name} ({column})" : name;
    }
}
