using System.Globalization;
using Junheng.Core.Indicators;
using Junheng.Core.Schooling;
using Junheng.Platform.Sheets;
using Junheng.Ui.Forms;

namespace Junheng.Supervision.Facts.Wide;

/// <summary>A column of a wide sheet on the page where somebody says what it holds. What is proposed counts only once it is saved.</summary>
internal sealed class DetectedColumn(int column, string path, string sample)
{
    private const int Most = 400;

    public int Column => column;
    public string Letter => CellName.Column(column);
    public string Path => path;
    public string Sample => sample;
    public string Shown => $"{Letter} {path}";
    public string Element { get; private set; } = "";
    public Stage Stage { get; private set; }
    public double Factor { get; private set; } = 1;
    public int YearsBack { get; private set; }

    /// <param name="wanted">Name of the sheet; null takes the first visible one.</param>
    public static (List<string> Sheets, HeaderBand? Header, List<DetectedColumn> Columns) Of(SheetReader reader, string? wanted, int first, int last, Elements elements, bool cells)
    {
        var sheets = reader.Sheets.Where(s => !s.Hidden).Select(s => s.Name).ToList();
        if (cells) return (sheets, null, []);
        var grid = new SheetGrid(reader.Sheets.FirstOrDefault(s => s.Name == wanted) ?? reader.First);
        var header = HeaderBand.Of(grid, first, last);
        if (header is null) return (sheets, null, []);
        var below = grid.Rows.FirstOrDefault(r => r.Number > header.Last && r.Cells.Length > 1);
        var columns = header.Paths.OrderBy(p => p.Key).Take(Most).Select(p => new DetectedColumn(p.Key, p.Value, below?[p.Key].Text ?? "")).ToList();
        foreach (var found in columns) found.Propose(elements);
        return (sheets, header, columns);
    }

    /// <summary>What a saved mapping says of the column, and over it what was typed.</summary>
    public void Settle(IReadOnlyList<PlaceRule>? rules, FormState form)
    {
        if (rules is not null)
        {
            var rule = rules.FirstOrDefault(r => SheetGrid.Plain(r.Place) == SheetGrid.Plain(path));
            (Element, Stage, Factor, YearsBack) = rule is null ? ("", Stage.Shared, 1, 0) : (rule.Element, rule.Stage, rule.Factor, rule.YearsBack);
        }
        if (form.Typed($"e{column}") is not { } typed) return;
        Element = typed.ToString();
        Stage = Stages.TryParse(form.Typed($"s{column}")?.ToString() ?? "", out var stage) ? stage : Stage.Shared;
        Factor = double.TryParse(form.Typed($"f{column}")?.ToString(), CultureInfo.InvariantCulture, out var factor) && factor > 0 ? factor : 1;
        YearsBack = int.TryParse(form.Typed($"y{column}")?.ToString(), out var years) ? Math.Clamp(years, 0, 9) : 0;
    }

    public PlaceRule? Rule() => Element.Length == 0 ? null : new(path, Element, Stage, Factor, YearsBack);

    /// <summary>A header that bears an element's exact name proposes it; a stage's name in it, the stage; 万元, the factor.</summary>
    private void Propose(Elements elements)
    {
        var parts = path.Split(HeaderBand.Separator).SelectMany(p => new[] { p, p.Split('（', '(')[0] }).ToList();
        Element = parts.Select(elements.ByName).FirstOrDefault(e => e is not null)?.Key ?? "";
        Stage = Stages.All.FirstOrDefault(s => parts.Contains(s.Name()));
        Factor = path.Contains(FactsTexts.TenThousandYuan, StringComparison.Ordinal) ? 10_000 : 1;
    }
}

/// <summary>The lines in which the cells of a fixed form are listed.</summary>
internal static class CellRules
{
    /// <exception cref="Platform.Rules.RuleException">A line cannot be read.</exception>
    public static List<PlaceRule> Read(string text, Elements elements)
    {
        var rules = new List<PlaceRule>();
        var lines = text.Split('\n', StringSplitOptions.TrimEntries);
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at].Length == 0) continue;
            var words = SheetText.Fold(lines[at]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var (stage, factor) = (Stage.Shared, 1.0);
            var good = words.Length is >= 2 and <= 4 && CellName.RowOf(words[0]) > 0 && CellName.ColumnOf(words[0]) > 0 && elements.Find(words[1]) is not null
                && (words.Length < 3 || Stages.TryParse(words[2], out stage) || double.TryParse(words[2], CultureInfo.InvariantCulture, out factor))
                && (words.Length < 4 || double.TryParse(words[3], CultureInfo.InvariantCulture, out factor)) && factor > 0;
            if (!good) throw new Platform.Rules.RuleException(FactsTexts.RuleUnreadable(at + 1, lines[at]), "Cells");
            rules.Add(new(words[0].ToUpperInvariant(), words[1], stage, factor));
        }
        return rules;
    }
}
