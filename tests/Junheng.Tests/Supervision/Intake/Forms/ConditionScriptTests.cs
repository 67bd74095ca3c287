using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Supervision.Intake.Forms;
using Junheng.Tests.Core.Surveys.Questionnaires;
using Junheng.Tests.Support;

namespace Junheng.Tests.Supervision.Intake.Forms;

public sealed class ConditionScriptTests
{
    private const int Cases = 400;

    /// <summary>Runs the page's own script on every case and prints what it would show.</summary>
    private const string Program = """
        import { readFileSync } from 'node:fs';
        const { asked } = await import(process.argv[1]);
        const cases = JSON.parse(readFileSync(0, 'utf8'));
        console.log(cases.map((one) => asked(one.items, (name) => one.answers[name] || []).map((shown) => (shown ? '1' : '0')).join('')).join('\n'));
        """;

    [Fact]
    public async Task The_page_shows_what_the_server_asks()
    {
        var (sent, expected) = (new JsonArray(), new List<string>());
        for (var seed = 0; seed < Cases; seed++)
        {
            var questionnaire = Generated.Of(seed);
            var conditions = Conditions.Compile(questionnaire);
            var sheet = Generated.Sheet(questionnaire, new(seed));
            sent.Add(new JsonObject { ["items"] = new JsonArray([.. questionnaire.Items.Select(i => Item(i, conditions))]), ["answers"] = Answers(sheet) });
            expected.Add(string.Concat(questionnaire.Items.Select(i => conditions.Shown(i, sheet) ? '1' : '0')));
        }
        Assert.Contains(expected, e => e.Contains('0'));
        Assert.Equal(expected, await Run(sent.ToJsonString()));
    }

    private static JsonObject Item(Item item, Conditions conditions) => new()
    {
        ["variables"] = new JsonArray([.. conditions.Questionnaire.Variables.Where(v => v.Item == item).Select(v => (JsonNode)v.Code)]),
        ["showIf"] = conditions.Of(item) is { } condition ? JsonNode.Parse(ConditionScript.Of(condition, conditions.Questionnaire)) : null,
    };

    private static JsonObject Answers(AnswerSheet sheet) => new(sheet.Questionnaire.Variables.Where(v => sheet[v.Index].IsGiven)
        .Select(v => KeyValuePair.Create(v.Code, (JsonNode?)new JsonArray([.. Values(v, sheet[v.Index]).Select(t => (JsonNode)t)]))));

    private static IEnumerable<string> Values(Variable variable, Answer answer) => answer.Form switch
    {
        AnswerForm.Option => [variable.Options[answer.Choice].Code],
        AnswerForm.Options => variable.Options.Where((_, at) => (answer.Set >> at & 1) == 1).Select(o => o.Code),
        AnswerForm.Ranking => answer.Words!.Select(c => variable.Options[c].Code),
        AnswerForm.Number => [answer.Value.ToString("R", CultureInfo.InvariantCulture)],
        _ => [answer.Words!],
    };

    private static async Task<string[]> Run(string cases)
    {
        var script = new Uri(Path.Combine(Checkout.Root, "src/Junheng/wwwroot/intake/conditions.js")).AbsoluteUri;
        using var node = Process.Start(new ProcessStartInfo("node", ["--input-type=module", "-e", Program, script]) { RedirectStandardInput = true, RedirectStandardOutput = true, StandardInputEncoding = new UTF8Encoding(false) })!;
        var said = node.StandardOutput.ReadToEndAsync();
        await node.StandardInput.WriteAsync(cases);
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.Equal(0, node.ExitCode);
        return (await said).TrimEnd().Split('\n');
    }
}
