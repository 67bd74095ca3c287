using System.Text.Json.Nodes;
using Junheng.Core.Indicators.Language;
using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Supervision.Intake.Forms;

/// <summary>
/// A condition as the page's script reads it: <c>["all",…] ["any",…] ["given",code,is] ["chosen",code,[options],is] ["&lt;=",code,number]</c>, with the
/// codes that stand in the form's fields.
/// </summary>
public static class ConditionScript
{
    public static string Of(Condition condition, Questionnaire questionnaire) => Node(condition, questionnaire).ToJsonString();

    private static JsonArray Node(Condition condition, Questionnaire questionnaire)
    {
        Variable Variable(int at) => questionnaire.Variables[at];
        return condition switch
        {
            AllOf all => ["all", .. all.Parts.Select(p => (JsonNode)Node(p, questionnaire))],
            AnyOf any => ["any", .. any.Parts.Select(p => (JsonNode)Node(p, questionnaire))],
            Given given => ["given", Variable(given.Variable).Code, given.Is],
            Chosen chosen => ["chosen", Variable(chosen.Variable).Code, new JsonArray([.. chosen.Options.Select(o => (JsonNode)Variable(chosen.Variable).Options[o].Code)]), chosen.Is],
            Compared compared => [Sign(compared.Operator), Variable(compared.Variable).Code, compared.Number],
            _ => throw new ArgumentException(condition.ToString(), nameof(condition)),
        };
    }

    private static string Sign(Operator comparison) => comparison switch
    {
        Operator.Equal => "=",
        Operator.NotEqual => "!=",
        Operator.Less => "<",
        Operator.AtMost => "<=",
        Operator.Greater => ">",
        _ => ">=",
    };
}
