using System.Collections.Concurrent;
using Junheng.Core.Surveys.Answers;
using Junheng.Supervision.Intake;
using Junheng.Tests.Support;
using Junheng.Tests.Supervision.Intake.Forms;

namespace Junheng.Tests.Supervision.Intake.Packages;

/// <summary>Kills the server under load, as often as JUNHENG_KILLS says (3 unless set), and starts it again.</summary>
public sealed class KillTests(TestDatabase database) : DataTests(database), IDisposable
{
    private const int Senders = 16, PerRound = 300;
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("JUNHENG_KILLS"), out var set) ? set : 3;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("junheng-kill-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task No_acknowledged_answer_is_lost_and_none_is_there_twice()
    {
        using var host = new AnswerHost(folder, TestDatabase.OnPostgres ? Database.Settings.Database.Target : null);
        var publication = await host.Pack(31);
        var acknowledged = new ConcurrentBag<string>();
        var unanswered = new ConcurrentQueue<(string Ballot, string Word)>();
        for (var round = 0; round < Rounds; round++)
        {
            await host.Start();
            using var over = new CancellationTokenSource();
            var goal = acknowledged.Count + PerRound;
            var load = Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(() => Send(host, publication, unanswered, acknowledged, over.Token))));
            while (acknowledged.Count < goal && !load.IsCompleted) await Task.Delay(5);
            await host.Kill();
            await over.CancelAsync();
            await load;
        }
        // Phones send again what was never answered.
        await host.Start();
        while (unanswered.TryDequeue(out var left))
        {
            var reply = await host.Answer(publication, left.Ballot, left.Word);
            Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync());
            acknowledged.Add(left.Word);
        }
        await host.Kill();
        using var store = new IntakeStore(new(host.Database), TimeProvider.System);
        await store.Close(publication.Campaign);
        var stored = store.Answers(publication.Campaign).Select(a => AnswerCode.Read(SampleForm.Questionnaire, a.Bytes.Span)["Q8"].Words!).ToList();
        Assert.True(stored.Count >= Rounds * PerRound);
        Assert.Equal(acknowledged.Order(StringComparer.Ordinal), stored.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_sealing_that_is_killed_leaves_every_answer_once()
    {
        using var host = new AnswerHost(folder, TestDatabase.OnPostgres ? Database.Settings.Database.Target : null);
        var publication = SampleCampaign.New(32);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.FullName, "host", "x"))!);
        using (var store = new IntakeStore(new(host.Database), Database.Clock))
        {
            await store.Publish(publication);
            var words = new List<string>();
            for (var round = 0; round < Rounds; round++)
            {
                words.AddRange(Enumerable.Range(0, 4000).Select(i => $"{round}/{i}"));
                await Task.WhenAll(words.Skip(round * 4000).Select(w => store.Answer(publication, SampleCampaign.Pupils, w)));
                // Ever later: before it begins, in its middle, after its end.
                await host.KillSealing(publication.Campaign, TimeSpan.FromMilliseconds(400 + 1200.0 * round / Rounds));
            }
            await store.Close(publication.Campaign);
            Assert.Equal(words.Order(StringComparer.Ordinal), store.Answers(publication.Campaign).Select(a => a.Text()).Order(StringComparer.Ordinal));
        }
    }

    private static async Task Send(AnswerHost host, Publication publication, ConcurrentQueue<(string, string)> unanswered, ConcurrentBag<string> acknowledged, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            var (ballot, word) = unanswered.TryDequeue(out var left) ? left
                : (Ballots.Write(Ballots.New(publication, SampleCampaign.Pupils), publication), Convert.ToHexStringLower(SampleCampaign.Key()));
            try
            {
                var reply = await host.Answer(publication, ballot, word);
                Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync(CancellationToken.None));
                acknowledged.Add(word);
            }
            catch (HttpRequestException)
            {
                // The server was killed: whether it stored the answer is what the next round finds out.
                unanswered.Enqueue((ballot, word));
                return;
            }
        }
    }
}
