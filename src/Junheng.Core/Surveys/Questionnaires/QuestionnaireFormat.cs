using Junheng.Core.Indicators;

namespace Junheng.Core.Surveys.Questionnaires;

/// <summary>A questionnaire as text: YAML written by hand, JSON written by us; both are one tree. Unknown words are refused.</summary>
public static class QuestionnaireFormat
{
    /// <exception cref="PackException">The first problem, with file and line.</exception>
    public static Questionnaire Read(PackNode tree) => Read(tree, out var problems) ?? throw problems[0];

    /// <summary>Null where there are problems; then all of them, in the order of the file.</summary>
    public static Questionnaire? Read(PackNode tree, out IReadOnlyList<PackException> problems)
    {
        var reader = new QuestionnaireReader(tree);
        var read = reader.Read();
        problems = reader.Problems;
        return problems.Count == 0 ? read : null;
    }

    /// <summary>Reads what <see cref="Write"/> wrote, without a reader of YAML.</summary>
    /// <exception cref="PackException">It is not such a text.</exception>
    public static Questionnaire Read(string json) => Read(TreeText.Read(json));

    /// <summary>JSON of the same tree; reading it gives the same questionnaire. Jumps have become conditions, named scales and sources stand where they are used.</summary>
    public static string Write(Questionnaire questionnaire) => TreeText.Json(QuestionnaireTree.Of(questionnaire));

    /// <summary>The same as YAML, to be read and edited by people.</summary>
    public static string WriteYaml(Questionnaire questionnaire) => TreeText.Yaml(QuestionnaireTree.Of(questionnaire));

    /// <summary>What is inconsistent in a questionnaire that was built or changed in code; <see cref="PackException.File"/> is the code of the item or the key of the figure, else empty.</summary>
    public static IReadOnlyList<PackException> Check(Questionnaire questionnaire)
    {
        Read(QuestionnaireTree.Of(questionnaire), out var problems);
        return problems;
    }
}
