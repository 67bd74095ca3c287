using Junheng.Core.Schooling;

namespace Junheng.Supervision.Collections.Form;

/// <summary>One line of a respondent's form: a question, asked of one stage or of the whole.</summary>
public sealed record FormRow(int Number, Question Question, Stage Stage)
{
    /// <summary>Names the row in files, forms and stored values: <c>students:primary</c>.</summary>
    public string Key => Stage == Stage.Shared ? Question.Key : $"{Question.Key}:{Stage.Key()}";

    public string StageName => CollectionTexts.StageName(Stage);

    /// <summary>As messages call it.</summary>
    public string Label => Stage == Stage.Shared ? Question.Name : CollectionTexts.OfStage(Question.Name, StageName);

    /// <summary>The lines a respondent with these stages fills in; none for another stage's questions.</summary>
    /// <param name="stages">Empty for a respondent that is no school.</param>
    public static IReadOnlyList<FormRow> Of(IReadOnlyList<Question> questions, IReadOnlyList<Stage> stages)
    {
        List<FormRow> rows = [];
        foreach (var question in questions)
        {
            var asked = question.Stages.Count == 0 ? stages : [.. stages.Where(question.Stages.Contains)];
            if (stages.Count == 0 && question.Stages.Count == 0) rows.Add(new(rows.Count + 1, question, Stage.Shared));
            else if (asked.Count == 0) continue;
            // What a school with one stage has belongs to that stage.
            else if (question.Whole && stages.Count > 1) rows.Add(new(rows.Count + 1, question, Stage.Shared));
            else foreach (var stage in asked) rows.Add(new(rows.Count + 1, question, stage));
        }
        return rows;
    }
}
