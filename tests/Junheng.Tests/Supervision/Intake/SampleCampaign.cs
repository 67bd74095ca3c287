using System.Security.Cryptography;
using System.Text;
using Junheng.Core.Surveys.Answers;
using Junheng.Supervision.Intake;

namespace Junheng.Tests.Supervision.Intake;

/// <summary>A campaign of one school with two large classes, and of heads and deputies kept as one group because each school has only one.</summary>
public static class SampleCampaign
{
    public const int Pupils = 1, Teachers = 2, FirstHead = 11, Heads = 12, Group = 100;

    public static readonly DateTime Opens = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc), Closes = new(2026, 3, 20, 0, 0, 0, DateTimeKind.Utc);

    public static Publication New(int number = 7) => new(number, Guid.CreateVersion7(), "满意度调查", "云浦区教育督导室", Opens, Closes, "questionnaire: text", RandomNumberGenerator.GetBytes(32),
    [
        new(Pupils, "student", "第一小学", Pupils, Open: true),
        new(Teachers, "teacher", "第一小学", Teachers, Open: false),
        .. Enumerable.Range(0, Heads).Select(i => new PublishedCell(FirstHead + i, "head", $"学校{i}", Group, Open: false)),
    ], ["student"]);

    public static byte[] Sheet(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Key() => RandomNumberGenerator.GetBytes(16);

    public static async Task<Receipt> Answer(this IntakeStore store, Publication publication, int cell, string text, Pace pace = Pace.Usual) =>
        await store.Submit(Ballots.New(publication, cell), pace, Sheet(text), Key());

    public static string Text(this StoredAnswer answer) => Encoding.UTF8.GetString(answer.Bytes.Span);
}
