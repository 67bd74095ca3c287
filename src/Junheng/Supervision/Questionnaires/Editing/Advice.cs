using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Supervision.Questionnaires.Editing;

/// <summary>What respondents are likely to stumble over. Nothing of it keeps a questionnaire from being published.</summary>
public static class Advice
{
    private const int LongWording = 60, ManyRows = 10, ManyOptions = 15, ManyItems = 40;

    /// <summary>By code of the item; empty code = the questionnaire.</summary>
    public static ILookup<string, string> Of(Questionnaire questionnaire) => All(questionnaire).ToLookup(a => a.Code, a => a.Text);

    private static IEnumerable<(string Code, string Text)> All(Questionnaire questionnaire)
    {
        foreach (var respondents in questionnaire.Classes)
        {
            var asked = questionnaire.Variables.Count(v => v.AskedOf(respondents.Key));
            if (asked == 0) yield return ("", QuestionnairesTexts.ClassWithoutItems(respondents.Name));
            if (asked > ManyItems) yield return ("", EditingTexts.ManyItems(respondents.Name, asked));
        }
        foreach (var item in questionnaire.Items)
            foreach (var text in Of(item))
                yield return (item.Code, text);
    }

    private static IEnumerable<string> Of(Item item)
    {
        if (item.Kind != ItemKind.Note && item.Wordings.Values.Append(item.Wording).Any(w => w.Length > LongWording)) yield return EditingTexts.LongWording;
        if (item.Kind != ItemKind.Note && item.Wording.Contains(EditingTexts.TwoThings, StringComparison.Ordinal)) yield return EditingTexts.AsksTwoThings;
        if (item.Rows.Count > ManyRows) yield return EditingTexts.ManyRows;
        if (item.Options.Count > ManyOptions) yield return EditingTexts.ManyOptions;
        if (item.Kind == ItemKind.LongText && item.Required) yield return EditingTexts.RequiredText;
        if (item.Kind is ItemKind.Single or ItemKind.Matrix && item.Required && item.Options.Any(o => o.Score is not null) && !item.Options.Any(o => o.Apart)) yield return EditingTexts.NoWayOut;
    }
}
