using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Junheng.Core.Indicators.Language;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Supervision.Intake;
using Junheng.Tests.Support;

namespace Junheng.Tests.Supervision.Intake.Forms;

/// <summary>A campaign with a questionnaire that asks in every way, and what a respondent's browser does with it.</summary>
internal static class SampleForm
{
    public static readonly Questionnaire Questionnaire = new("school", "学校满意度问卷", 1, "请按实际情况填写。\n大约需要三分钟。", [new("student", "学生"), new("teacher", "教师"), new("head", "校长")],
    [
        new("总体情况", [
            new("Q1", ItemKind.Single, "您对学校总体满意吗？") { Options = [new("5", "满意"), new("1", "不满意"), new("9", "不清楚", true)], Required = true, Wordings = new Dictionary<string, string> { ["student"] = "你喜欢你的学校吗？" } },
            new("Q2", ItemKind.LongText, "为什么不满意？") { ShowIf = Parser.Read("Q1 = 1"), Required = true },
            new("Q3", ItemKind.Matrix, "各方面怎么样？") { Options = [new("5", "好"), new("1", "不好")], Rows = [new("Q3a", "老师"), new("Q3b", "食堂")] },
        ]),
        new("更多", [
            new("N", ItemKind.Note, "下面的问题可以不答。"),
            new("Q4", ItemKind.Multiple, "参加了哪些活动？") { Options = [new("a", "体育"), new("b", "艺术"), new("c", "劳动")], Most = 2, Shuffled = true },
            new("Q5", ItemKind.Scale, "打几分？") { LeastLabel = "很差", MostLabel = "很好" },
            new("Q6", ItemKind.Number, "每天睡几个小时？") { Least = 3, Most = 14, Decimals = 1 },
            new("Q7", ItemKind.Ranking, "最想改进的两项") { Options = [new("a", "作业"), new("b", "午餐"), new("c", "操场")], Most = 2 },
            new("Q8", ItemKind.ShortText, "还有什么想说的？"),
            new("Q9", ItemKind.Single, "只问教师") { Options = [new("1", "是"), new("2", "否")], Classes = ["teacher"] },
        ]),
    ]);

    public static async Task<Publication> Publish(TestDatabase database, int number = 7, Func<Publication, Publication>? change = null)
    {
        var store = await Store(database);
        if (store.Published(number) is { } known) return known;
        var publication = SampleCampaign.New(number) with { Questionnaire = QuestionnaireFormat.Write(Questionnaire) };
        publication = change?.Invoke(publication) ?? publication;
        await store.Publish(publication);
        return publication;
    }

    /// <summary>The running application's own, which knows at once what is published.</summary>
    public static async Task<IntakeStore> Store(TestDatabase database) => (await database.Application).Get<IntakeStore>();

    public static async Task<int> Stored(TestDatabase database, int campaign = 7) => (await (await Store(database)).Counts(campaign)).Sum(c => c.Answers);

    /// <summary>The ballot the page carries.</summary>
    public static string Ballot(this TestPage page) => ((IHtmlInputElement)(page.Document.QuerySelector("input[name='-ballot']") ?? throw new InvalidOperationException(page.Html))).Value;

    public static FormUrlEncodedContent Form(string ballot, params (string Name, string Value)[] fields) =>
        new([new("-ballot", ballot), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);

    /// <summary>Sends what a browser without script would, without following where it leads.</summary>
    public static Task<HttpResponseMessage> Send(this TestVisitor visitor, string path, HttpContent content, bool json = false)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (json) request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return visitor.Client.SendAsync(request);
    }
}
