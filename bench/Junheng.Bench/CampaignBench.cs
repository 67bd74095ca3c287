using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Web;
using Junheng.Supervision.Intake;
using Junheng.Supervision.Questionnaires;
using Junheng.Supervision.Surveys;
using Junheng.Supervision.Surveys.Demonstration;
using Junheng.Supervision.Surveys.Frames;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Bench;

/// <summary>
/// A whole campaign over the demonstration district: made, opened, answered over HTTP by as many invented respondents as the documents speak of, closed,
/// computed, read. Answers are counted before and after closing. Exit code 1 where one is missing.
/// </summary>
internal static partial class CampaignBench
{
    private const int Connections = 64, Respondents = 43_582, Delegates = 120;

    public static async Task<int> Run(string[] args)
    {
        var respondents = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : Respondents;
        var folder = Directory.CreateTempSubdirectory("junheng-bench-").FullName;
        try
        {
            var settings = new Settings { DataDirectory = folder, Database = new DatabaseSettings(Path.Combine(folder, "junheng.sqlite")), Port = 0, RateLimits = new RateLimits { Answers = int.MaxValue } };
            await using var app = Hosting.Build(settings);
            await Timed("demonstration district with three campaigns laid", () => Hosting.Prepare(app.Services, settings));
            await app.StartAsync();
            var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
            return await Whole(app, address, respondents) ? 0 : 1;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<bool> Whole(WebApplication app, Uri address, int respondents)
    {
        var (campaign, questionnaire) = await Open(app.Services);
        var intake = app.Services.GetRequiredService<IntakeStore>();
        var work = await Timed("answers invented", async () => new Answering(await Cells(app.Services, campaign), questionnaire, intake.Published(campaign.Number)!, respondents));
        using (var load = new IntakeLoad(address.Port, Connections))
        {
            var (seconds, _) = load.Run(work);
            Console.WriteLine($"{work.Count} answers over HTTP on {Connections} connections: {seconds:0.0} s, {work.Count / seconds:0}/s, {work.Bytes / (double)work.Count:0} bytes each");
        }
        var counted = (await intake.Counts(campaign.Number)).Sum(c => c.Answers);
        await Timed("closing: sealed, computed, stored", () => Close(app.Services, campaign.Id));
        var kept = intake.Answers(campaign.Number).Count();
        Console.WriteLine($"counted before closing {counted}, kept after {kept}");
        await Read(address, campaign.Id);
        return counted == respondents && kept == respondents;
    }

    private static async Task<(SurveyCampaign, Questionnaire)> Open(IServiceProvider services)
    {
        await using var scope = AsSystem(services);
        var questionnaire = await scope.ServiceProvider.GetRequiredService<QuestionnaireLibrary>().Get("general-supervision");
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var campaigns = scope.ServiceProvider.GetRequiredService<SurveyCampaigns>();
        var frames = scope.ServiceProvider.GetRequiredService<CampaignFrames>();
        SurveyCampaign campaign = null!;
        await Timed("campaign made, frame drawn, opened", async () =>
        {
            campaign = await campaigns.Create(new("bench", "bench", questionnaire.Key, questionnaire.Edition, QuestionnaireFormat.Write(questionnaire), now.AddHours(-1), now.AddDays(7))
            {
                Classes = [.. questionnaire.Classes.Select(c => (c.Key, RespondentKeys.UsualLevel(c.Key)))],
                BaseAddress = "https://survey.example",
            });
            await frames.Draw(campaign.Id);
            var unknown = (await campaigns.Cells(campaign.Number)).Where(c => c.Size is null).ToList();
            await frames.Count(campaign.Id, unknown.ToDictionary(c => c.Number, _ => (int?)Delegates), unknown.Select(c => c.Number).ToHashSet());
            await scope.ServiceProvider.GetRequiredService<Openings>().Open(campaign.Id, (await campaigns.Get(campaign.Id)).Version);
        });
        return (campaign, questionnaire);
    }

    private static async Task<List<SurveyCell>> Cells(IServiceProvider services, SurveyCampaign campaign)
    {
        await using var scope = AsSystem(services);
        return (await scope.ServiceProvider.GetRequiredService<SurveyCampaigns>().Cells(campaign.Number)).FindAll(c => !c.IsGroup);
    }

    /// <summary>The job is done by the running server, as everywhere.</summary>
    private static async Task Close(IServiceProvider services, Guid campaign)
    {
        await using (var scope = AsSystem(services)) await scope.ServiceProvider.GetRequiredService<Openings>().Close(campaign);
        for (var waited = 0; ; waited++)
        {
            await using var scope = AsSystem(services);
            if ((await scope.ServiceProvider.GetRequiredService<SurveyCampaigns>().Get(campaign)).State == CampaignState.Closed) return;
            if (waited > 1200) throw new InvalidOperationException("the campaign did not close");
            await Task.Delay(100);
        }
    }

    private static async Task Read(Uri address, Guid campaign)
    {
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
        // The page has other forms with hidden fields of their own.
        var form = (await client.GetStringAsync("/sign-in")).Split("<form").First(f => f.Contains("\"Account\"", StringComparison.Ordinal));
        var fields = Inputs().Matches(form).ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));
        (fields["Account"], fields["Password"]) = ("dudao", AccessModule.DemonstrationPassword);
        (await client.PostAsync("/sign-in", new FormUrlEncodedContent(fields))).EnsureSuccessStatusCode();
        foreach (var path in new[] { "results", "results/items", "report", "results", "results/items", "report", "export/csv", "export/xlsx" })
            await Timed($"GET {path}", async () => (await client.GetByteArrayAsync($"/surveys/{campaign}/{path}")).Length, length => $", {length / 1024.0:0} KB");
    }

    private static AsyncServiceScope AsSystem(IServiceProvider services)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System("bench");
        return scope;
    }

    private static async Task<T> Timed<T>(string what, Func<Task<T>> work, Func<T, string>? more = null)
    {
        var begun = Stopwatch.GetTimestamp();
        var result = await work();
        Console.WriteLine($"{what}: {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.00} s{more?.Invoke(result)}");
        return result;
    }

    private static Task Timed(string what, Func<Task> work) => Timed(what, async () =>
    {
        await work();
        return true;
    });

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Inputs();

    /// <summary>Every respondent's answer as a program would hand it in, with a ballot of its own.</summary>
    private sealed class Answering : IntakeLoad.Work
    {
        private readonly List<byte[]> requests = [];

        public Answering(IReadOnlyList<SurveyCell> cells, Questionnaire questionnaire, Publication publication, int respondents)
        {
            var simulated = new SimulatedAnswers(questionnaire, 1);
            foreach (var (cell, count) in SimulatedTurnout.Of(cells, respondents, 1))
                for (var at = 0; at < count; at++)
                    requests.Add(Request(publication, AnswerText.Of(simulated.Sheet(cell.Class, cell.Stages), Ballots.Write(Ballots.New(publication, cell.Number), publication))));
            // Not school after school, as nobody answers so.
            Random.Shared.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(requests));
        }

        public long Bytes => requests.Sum(r => (long)r.Length);

        public override int Count => requests.Count;

        public override ReadOnlyMemory<byte> Request(int task, int step, ReadOnlySpan<byte> before) => step == 0 ? requests[task] : default;

        public override int Status(int step) => 200;

        private static byte[] Request(Publication publication, string json) =>
            Encoding.UTF8.GetBytes($"POST /q/api/{publication.Campaign} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");
    }
}

/// <summary>An answer sheet as the JSON endpoint takes it.</summary>
internal static class AnswerText
{
    public static string Of(AnswerSheet sheet, string ballot)
    {
        var answers = new Dictionary<string, object>();
        foreach (var variable in sheet.Questionnaire.Variables)
            if (sheet[variable.Index] is { IsGiven: true } answer) answers[variable.Code] = Value(variable, answer);
        return System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, object> { ["ballot"] = ballot, ["answers"] = answers });
    }

    private static object Value(Variable variable, Answer answer) => answer.Form switch
    {
        AnswerForm.Option => variable.Options[answer.Choice].Code,
        AnswerForm.Options => variable.Options.Where((_, at) => (answer.Set & 1UL << at) != 0).Select(o => o.Code).ToArray(),
        AnswerForm.Number => answer.Value,
        AnswerForm.Ranking => answer.Words!.Select(c => variable.Options[c].Code).ToArray(),
        _ => answer.Words!,
    };
}
