using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Supervision.Intake;
using Junheng.Supervision.Intake.Packages;
using Junheng.Tests.Platform.Data;
using Junheng.Tests.Supervision.Intake.Forms;

namespace Junheng.Tests.Supervision.Intake.Packages;

/// <summary>The executable as a host that runs alone: started, asked, killed, started again.</summary>
public sealed class AnswerHost(DirectoryInfo folder, string? database = null) : IDisposable
{
    private Process? process;

    /// <summary>What the process wrote to its log.</summary>
    public Task<string> Log { get; private set; } = Task.FromResult("");

    public HttpClient Client { get; private set; } = new();

    public string Package => Path.Combine(folder.FullName, "campaign.package");

    /// <summary>Where its answers lie.</summary>
    public string Database => database ?? Path.Combine(folder.FullName, "host", "junheng.sqlite");

    /// <summary>A campaign that is open by the clock of this machine, signed by a key of its own.</summary>
    public async Task<Publication> Pack(int number)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var publication = SampleCampaign.New(number) with { Questionnaire = QuestionnaireFormat.Write(SampleForm.Questionnaire), Opens = now.AddDays(-1), Closes = now.AddDays(1) };
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await File.WriteAllBytesAsync(Package, new CampaignPackage(publication, [], []).Sign(key));
        return publication;
    }

    public async Task Start()
    {
        string[] words = [typeof(KilledWriter).Assembly.Location, "intake", "serve", Package, "--data", Path.Combine(folder.FullName, "host"), "--port", "0", .. database is null ? Array.Empty<string>() : ["--db", database]];
        var started = process = Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Log = started.StandardError.ReadToEndAsync();
        string? line;
        do line = await started.StandardOutput.ReadLineAsync();
        while (line is not null && !line.Contains("http://", StringComparison.Ordinal));
        Assert.True(line is not null, line is null ? await Log : "");
        Log = Both(Log, started.StandardOutput.ReadToEndAsync());
        Client.Dispose();
        Client = new() { BaseAddress = new Uri($"http://{line!.Split("http://")[1].Trim()}") };
    }

    /// <summary>Hands in an answer whose short text is the word.</summary>
    public Task<HttpResponseMessage> Answer(Publication publication, string ballot, string word) =>
        Client.PostAsJsonAsync($"/q/api/{publication.Campaign}", new { ballot, answers = new Dictionary<string, string> { ["Q1"] = "5", ["Q8"] = word } });

    private static async Task<string> Both(Task<string> one, Task<string> other) => await one + await other;

    /// <summary>Lets another process seal and take answers out, and kills it after a while.</summary>
    public async Task KillSealing(int campaign, TimeSpan after)
    {
        using var sealing = Process.Start(new ProcessStartInfo("dotnet", [typeof(KilledWriter).Assembly.Location, "intake", "answers", $"{campaign}",
            "--data", Path.Combine(folder.FullName, "host"), "--db", Database, "--out", Path.Combine(folder.FullName, "x.answers")])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await Task.Delay(after);
        sealing.Kill();
        await sealing.WaitForExitAsync();
    }

    /// <summary>As a power cut would.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (process is { HasExited: false }) process.Kill();
        process?.Dispose();
        Client.Dispose();
    }
}
