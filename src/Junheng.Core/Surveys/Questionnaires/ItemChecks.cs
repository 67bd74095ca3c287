namespace Junheng.Core.Surveys.Questionnaires;

/// <summary>What an item must be by itself.</summary>
internal static class ItemChecks
{
    /// <summary>A set of chosen options is kept in the bits of one word.</summary>
    private const int MostChosen = 60;
    private const int MostOptions = 200, MostRows = 60, LongestText = 5000;

    public static void Run(Item item, Action<string> report)
    {
        if (item.Kind == ItemKind.Note && (item.Required || item.Shuffled || item.Least is not null || item.Most is not null)) report(QuestionnaireTexts.NoteAsks);
        if (item.Shuffled && !item.Kind.HasOptions() && item.Kind != ItemKind.Note) report(QuestionnaireTexts.NoShuffle);
        Options(item, report);
        if (item.Kind == ItemKind.Matrix && item.Rows.Count == 0) report(QuestionnaireTexts.NeedsRows);
        if (item.Kind != ItemKind.Matrix && item.Rows.Count > 0) report(QuestionnaireTexts.RowsOnlyMatrix);
        if (item.Rows.Count > MostRows) report(QuestionnaireTexts.TooManyRows(MostRows));
        if (item.Kind != ItemKind.Note) Limits(item, report);
        if (item.Decimals is < 0 or > 6 || (item.Decimals > 0 && item.Kind != ItemKind.Number)) report(QuestionnaireTexts.DecimalsOnlyNumber);
        if (item.Kind != ItemKind.Scale && item.LeastLabel + item.MostLabel != "") report(QuestionnaireTexts.LabelsOnlyScale);
    }

    private static void Options(Item item, Action<string> report)
    {
        if (!item.Kind.HasOptions())
        {
            if (item.Options.Count > 0) report(QuestionnaireTexts.NoOptions);
            return;
        }
        var least = item.Kind == ItemKind.Multiple ? 1 : 2;
        var most = item.Kind is ItemKind.Multiple or ItemKind.Ranking ? MostChosen : MostOptions;
        if (item.Options.Count < least) report(QuestionnaireTexts.TooFewOptions(least));
        if (item.Options.Count > most) report(QuestionnaireTexts.TooManyOptions(most));
        foreach (var code in item.Options.GroupBy(o => o.Code, StringComparer.Ordinal).Where(g => g.Count() > 1)) report(QuestionnaireTexts.Twice(code.Key));
    }

    private static void Limits(Item item, Action<string> report)
    {
        var (least, most) = (item.Least, item.Most);
        switch (item.Kind)
        {
            case ItemKind.Single or ItemKind.Matrix when least is not null || most is not null:
                report(QuestionnaireTexts.NoLimits);
                break;
            case ItemKind.Multiple or ItemKind.Ranking:
                if (!Count(least, 0, item) || !Count(most, 1, item)) report(QuestionnaireTexts.CountsWhole);
                break;
            case ItemKind.Scale:
                var (low, high) = (least ?? 0, most ?? 10);
                if (low != Math.Floor(low) || high != Math.Floor(high) || high - low is < 1 or > 100) report(QuestionnaireTexts.ScaleWhole);
                return;
            case ItemKind.ShortText or ItemKind.LongText:
                if (least is not null) report(QuestionnaireTexts.NoLeastLength);
                if (most is { } length && (length < 1 || length != Math.Floor(length) || length > LongestText)) report(QuestionnaireTexts.TooLong(LongestText));
                return;
        }
        if (least > most) report(QuestionnaireTexts.LimitsTurned);
    }

    private static bool Count(double? count, int least, Item item) => count is null || (count >= least && count <= item.Options.Count && count == Math.Floor(count.Value));
}
