using System.Security.Cryptography;
using Junheng.Core.Surveys.Answers;
using Junheng.Platform.Commands;
using Junheng.Platform.Imports;
using Junheng.Platform.Rules;
using Junheng.Supervision.Intake;
using Junheng.Supervision.Intake.Packages;
using Junheng.Tests.Support;

namespace Junheng.Tests.Supervision.Intake.Packages;

public sealed class PackageTests(TestDatabase database) : DataTests(database), IDisposable
{
    private readonly Publication campaign = SampleCampaign.New(Random.Shared.Next(1, int.MaxValue)) with { Closes = new(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc) };
    private readonly IntakeStore home = new(database.Settings.Database, database.Clock);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("junheng-package-");
    private readonly List<IDisposable> opened = [];

    public void Dispose()
    {
        foreach (var thing in opened) thing.Dispose();
        home.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_campaign_goes_out_is_answered_elsewhere_and_its_answers_come_home_once()
    {
        var ((path, hash), (code, codeHash)) = (Links.NewPersonal(campaign), OneTimeCodes.New(campaign));
        await home.Publish(campaign);
        await home.AddLinks(campaign.Campaign, [(hash, SampleCampaign.FirstHead)]);
        await home.AddCodes(campaign.Campaign, [(codeHash, SampleCampaign.Teachers)]);
        Assert.Equal(Receipt.Accepted, await home.Answer(campaign, SampleCampaign.Pupils, "home"));
        var host = await Adopted(await home.Pack(campaign.Campaign, Key()));
        Assert.Equal(Receipt.Elsewhere, await home.Answer(campaign, SampleCampaign.Pupils, "late"));
        Assert.Equal(CommandLine.Refused, (await Run("intake", "answers", "--data", Path.Combine(folder.FullName, "nothing"), "--out", "none")).Code);

        Assert.Equal(ExchangeState.Issued, (await host.Exchange(Links.Read(path.AsSpan(3), campaign)!.Value, SampleCampaign.Key())).State);
        Assert.Equal(Receipt.Accepted, await host.Submit((await host.FindCode(campaign.Campaign, code))!.Value, Pace.Usual, SampleCampaign.Sheet("code"), SampleCampaign.Key()));
        for (var i = 0; i < 20; i++) await host.Answer(campaign, SampleCampaign.Pupils, $"first {i}");
        var first = await Extract("first");
        for (var i = 0; i < 12; i++) await host.Answer(campaign, SampleCampaign.Pupils, $"second {i}");
        var second = await Extract("second");

        Assert.Equal((20, 20), await Take(first));
        Assert.Equal((20, 0), await Take(first));
        Assert.Equal((32, 12), await Take(second));
        Assert.Equal((32, 0), await Take(second));
        Assert.Equal(33, (await home.Counts(campaign.Campaign)).Sum(c => c.Answers));
        // One answer by code is held back: alone it would stand out between two packages.
        Assert.Equal(33, (await host.Counts(campaign.Campaign)).Sum(c => c.Answers));
        await home.Close(campaign.Campaign);
        Assert.Equal(33, home.Answers(campaign.Campaign).Select(a => a.Text()).Distinct().Count());
    }

    [Fact]
    public async Task A_code_spent_at_home_and_a_link_used_there_do_not_go_out()
    {
        var ((path, hash), (code, codeHash)) = (Links.NewPersonal(campaign), OneTimeCodes.New(campaign));
        await home.Publish(campaign);
        await home.AddLinks(campaign.Campaign, [(hash, SampleCampaign.FirstHead)]);
        await home.AddCodes(campaign.Campaign, [(codeHash, SampleCampaign.Teachers)]);
        await home.Submit((await home.FindCode(campaign.Campaign, code))!.Value, Pace.Usual, SampleCampaign.Sheet("code"), SampleCampaign.Key());
        await home.Exchange(Links.Read(path.AsSpan(3), campaign)!.Value, SampleCampaign.Key());
        var host = await Adopted(await home.Pack(campaign.Campaign, Key()));
        Assert.Null(await host.FindCode(campaign.Campaign, code));
        Assert.Equal(ExchangeState.Unknown, (await host.Exchange(Links.Read(path.AsSpan(3), campaign)!.Value, SampleCampaign.Key())).State);
    }

    [Fact]
    public async Task An_altered_package_or_one_signed_by_somebody_else_is_refused()
    {
        await home.Publish(campaign);
        var path = Path.Combine(folder.FullName, "campaign.package");
        var (code, said) = await Run("intake", "package", $"{campaign.Campaign}", "--out", path, "--db", Database.Settings.Database.Target, "--data", Path.Combine(folder.FullName, "district"));
        Assert.True(code == CommandLine.Done, said);
        var file = await File.ReadAllBytesAsync(path);
        var (package, fingerprint) = CampaignPackage.Read(file);
        Assert.Contains(fingerprint, said);
        Assert.Equal(campaign.Id, package.Publication.Id);
        Assert.Matches("^([0-9A-F]{4}-){4}[0-9A-F]{4}$", fingerprint);
        Assert.NotEqual(fingerprint, CampaignPackage.Read(package.Sign(Key())).Fingerprint);
        for (var at = 40; at < file.Length - 2; at += 97)
        {
            var altered = file.ToArray();
            altered[at] = altered[at] == (byte)'A' ? (byte)'B' : (byte)'A';
            Assert.Throws<RuleException>(() => CampaignPackage.Read(altered));
        }
        (code, said) = await Run("intake", "serve", path, "--data", Path.Combine(folder.FullName, "other"), "--trust", "0000-0000-0000-0000-0000");
        Assert.Equal(CommandLine.Refused, code);
        Assert.Contains(fingerprint, said);
    }

    [Fact]
    public async Task Answers_that_were_altered_cut_off_or_belong_elsewhere_are_refused_whole()
    {
        await home.Publish(campaign);
        var host = await Adopted(await home.Pack(campaign.Campaign, Key()));
        for (var i = 0; i < 15; i++) await host.Answer(campaign, SampleCampaign.Pupils, $"{i}");
        var good = await File.ReadAllBytesAsync(await Extract("good"));
        Assert.Equal(-1, good.AsSpan().IndexOf("JHANSWERS2"u8));
        for (var at = 0; at < good.Length; at += 13)
        {
            var altered = good.ToArray();
            altered[at] ^= 4;
            Assert.Single((await Import(altered)).Refused);
        }
        foreach (var length in new[] { 0, 5, 30, 60, good.Length - 1 }) Assert.Single((await Import(good[..length])).Refused);
        Assert.Equal(0, (await home.Counts(campaign.Campaign)).Sum(c => c.Answers));
        var trial = await Import(good, trial: true);
        Assert.Equal((15, 0), (trial.Read, trial.Stored));
        Assert.Equal(15, (await Import(good)).Stored);
    }

    [Fact]
    public async Task The_host_serves_respondents_pages_and_nothing_else()
    {
        using var host = new AnswerHost(folder);
        var publication = await host.Pack(41);
        await host.Start();
        var page = await host.Client.GetAsync(Links.Open(publication, SampleCampaign.Pupils));
        Assert.True(page.IsSuccessStatusCode);
        var style = System.Text.RegularExpressions.Regex.Match(await page.Content.ReadAsStringAsync(), "href=\"(/assets/[^\"]+css)\"").Groups[1].Value;
        Assert.True((await host.Client.GetAsync(style)).IsSuccessStatusCode);
        foreach (var other in new[] { "/", "/sign-in", "/import/answers", "/assets/x/ui/app.css", "/surveys", "/api/jobs" })
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await host.Client.GetAsync(other)).StatusCode);
        var ballot = Ballots.Write(Ballots.New(publication, SampleCampaign.Pupils), publication);
        Assert.True((await host.Answer(publication, ballot, "一句话")).IsSuccessStatusCode);
        Assert.False((await host.Answer(publication, ballot, "另一句")).IsSuccessStatusCode);
        await host.Kill();
        Assert.False(File.Exists(host.Database));
        var log = await host.Log;
        foreach (var trace in new[] { ballot[..20], "一句话", "/q/", $"{publication.Campaign}/" }) Assert.DoesNotContain(trace, log);
    }

    private ECDsa Key()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        opened.Add(key);
        return key;
    }

    private string HostData => Path.Combine(folder.FullName, "host");

    private async Task<IntakeStore> Adopted(byte[] package)
    {
        Directory.CreateDirectory(HostData);
        var host = new IntakeStore(new(Path.Combine(HostData, "junheng.sqlite")), Database.Clock);
        opened.Insert(0, host);
        await host.Adopt(CampaignPackage.Read(package).Package);
        return host;
    }

    private async Task<string> Extract(string name)
    {
        var file = Path.Combine(folder.FullName, $"{name}.answers");
        var (code, said) = await Run("intake", "answers", "--data", HostData, "--out", file);
        Assert.True(code == CommandLine.Done, said);
        return file;
    }

    private async Task<(int Read, int Stored)> Take(string file)
    {
        var report = await Import(await File.ReadAllBytesAsync(file));
        Assert.Empty(report.Refused);
        return (report.Read, report.Stored);
    }

    private async Task<ImportReport> Import(byte[] content, bool trial = false)
    {
        await using var scope = Database.AsSystem();
        return await ImportKind.Find("answers")!.Take(scope.Get<IServiceProvider>(), new ImportFile("x.answers", new MemoryStream(content)), trial);
    }

    private static async Task<(int Code, string Said)> Run(params string[] words)
    {
        var said = new StringWriter();
        return (await CommandLine.Run(words, new Terminal(said, said)), said.ToString());
    }
}
