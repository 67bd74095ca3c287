using System.Security.Cryptography;
using System.Text;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Supervision.Intake;

namespace Junheng.Bench;

/// <summary>The campaign that is answered: a questionnaire of 20 items for one class at 50 schools, and its requests as bytes.</summary>
internal sealed class IntakeData
{
    public const int Campaign = 1, Cells = 50;

    private static readonly Option[] Levels = [new("5", "很满意"), new("4", "满意"), new("3", "一般"), new("2", "不满意"), new("9", "不清楚", true)];

    public static readonly Questionnaire Questionnaire = new("bench", "学校满意度问卷", 1, "请按实际情况填写。", [new("student", "学生")],
    [
        .. Enumerable.Range(0, 4).Select(page => new QuestionPage($"第 {page + 1} 部分", [
            new Item($"A{page}", ItemKind.Single, "您对学校的教育教学工作总体上满意吗？") { Options = Levels, Required = true },
            new Item($"B{page}", ItemKind.Single, "与去年相比，您觉得学校有没有变化？") { Options = Levels },
            page switch
            {
                0 => new Item("M0", ItemKind.Matrix, "您对下列各方面满意吗？") { Options = Levels, Rows = [.. "教师食堂校舍课后".Chunk(2).Select((w, at) => new MatrixRow($"M0_{at}", new string(w)))] },
                1 => new Item("S1", ItemKind.Scale, "请给学校打分。"),
                2 => new Item("N2", ItemKind.Number, "每天在校多少小时？") { Least = 0, Most = 24, Decimals = 1 },
                _ => new Item("R3", ItemKind.Ranking, "最希望改进的三项") { Options = [.. "abcde".Select(c => new Option($"{c}", $"选项{c}"))], Most = 3 },
            },
            new Item($"C{page}", ItemKind.Multiple, "参加过哪些活动？") { Options = [.. "abcdef".Select(c => new Option($"{c}", $"活动{c}"))] },
            page switch
            {
                0 or 1 => new Item($"D{page}", ItemKind.Single, "愿意向别人推荐这所学校吗？") { Options = Levels },
                2 => new Item("T2", ItemKind.ShortText, "所在年级"),
                _ => new Item("L3", ItemKind.LongText, "您有什么意见和建议？"),
            },
        ])),
    ]);

    public Publication Publication { get; } = new(Campaign, Guid.CreateVersion7(), "满意度调查", "区教育督导室", new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc), new(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        QuestionnaireFormat.Write(Questionnaire), RandomNumberGenerator.GetBytes(32),
        [.. Enumerable.Range(1, Cells).Select(n => new PublishedCell(n, "student", $"第{n}小学", n, Open: true))], ["student"]);

    private static string Text(int length) => string.Concat(Enumerable.Repeat("希望食堂的菜再热一点，作业少一点，操场早点开放。", 40))[..length];

    /// <summary>JSON of about 1,500 bytes: all 20 items, the last a text of 370 characters.</summary>
    public static string Json(string ballot) => $$$"""
        {"ballot":"{{{ballot}}}","answers":{"A0":"5","B0":"4","M0_0":"5","M0_1":"3","M0_2":"4","M0_3":"9","C0":["a","c"],"D0":"5","A1":"4","B1":"3","S1":8,"C1":["b"],"D1":"4","A2":"5","B2":"2","N2":7.5,"C2":["a","b","f"],"T2":"五年级","A3":"3","B3":"4","R3":["c","a","e"],"C3":["d"],"L3":"{{{Text(370)}}}"}}
        """;

    /// <summary>The same as a form, with a text of 40 characters: as a browser escapes it.</summary>
    public static string Form(string ballot) => $"-ballot={ballot}&A0=5&B0=4&M0_0=5&M0_1=3&M0_2=4&M0_3=9&C0=a&C0=c&D0=5&A1=4&B1=3&S1=8&C1=b&D1=4&A2=5&B2=2&N2=7.5&C2=a&C2=b&C2=f&T2="
        + $"{Uri.EscapeDataString("五年级")}&A3=3&B3=4&R3=c&R3=a&R3=e&C3=d&L3={Uri.EscapeDataString(Text(40))}";

    public byte[][] JsonRequests(int count, string path)
    {
        var requests = new byte[count][];
        for (var at = 0; at < count; at++) requests[at] = Post(path, "application/json", Json(Ballots.Write(Ballots.New(Publication, (at % Cells) + 1), Publication)), "Accept: application/json\r\n");
        return requests;
    }

    public static byte[] Post(string path, string type, string body, string head)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return [.. Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{head}Content-Type: {type}\r\nContent-Length: {bytes.Length}\r\n\r\n"), .. bytes];
    }

    /// <summary>What a phone's browser sends along.</summary>
    public const string Phone = "User-Agent: Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/86.0.4240.99 Mobile Safari/537.36\r\n"
        + "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\nAccept-Encoding: gzip, deflate, br\r\nAccept-Language: zh-CN,zh;q=0.9\r\n";

    public static byte[] Get(string path) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{Phone}\r\n");
}

/// <summary>One request a task.</summary>
internal sealed class Single(byte[][] requests) : IntakeLoad.Work
{
    public override int Count => requests.Length;
    public override ReadOnlyMemory<byte> Request(int task, int step, ReadOnlySpan<byte> before) => step == 0 ? requests[task] : default;
    public override int Status(int step) => 200;
}

/// <summary>A respondent without script: opens the form, sends it with its ballot, sees the page after it.</summary>
internal sealed class Journey(IntakeData data, int count) : IntakeLoad.Work
{
    // A ballot stands uncompressed between the compressed parts of the page.
    private const int Word = 76;
    private readonly byte[][] forms = [.. Enumerable.Range(1, IntakeData.Cells).Select(cell => IntakeData.Get(Links.Open(data.Publication, cell)))];
    private readonly byte[][] begins = [.. Enumerable.Range(1, IntakeData.Cells).Select(cell => Encoding.ASCII.GetBytes(Ballots.Write(Ballots.New(data.Publication, cell), data.Publication)[..10]))];
    private readonly byte[][] posts = [.. Enumerable.Range(1, IntakeData.Cells).Select(cell => IntakeData.Post(Links.Open(data.Publication, cell), "application/x-www-form-urlencoded", IntakeData.Form(new string('x', Word)), IntakeData.Phone))];
    private readonly byte[] thanks = IntakeData.Get($"/q/t/{IntakeData.Campaign}");

    public override int Count => count;

    public override ReadOnlyMemory<byte> Request(int task, int step, ReadOnlySpan<byte> before)
    {
        var cell = task % IntakeData.Cells;
        switch (step)
        {
            case 0: return forms[cell];
            case 1:
                var request = posts[cell].ToArray();
                before.Slice(before.IndexOf(begins[cell]), Word).CopyTo(request.AsSpan(request.AsSpan().IndexOf("xxxxxxxxxx"u8)));
                return request;
            case 2: return thanks;
            default: return default;
        }
    }

    public override int Status(int step) => step == 1 ? 303 : 200;
}
