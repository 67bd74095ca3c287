using Junheng.Platform.Commands;
using Junheng.Platform.Rules;
using Junheng.Supervision.Intake.Storage;

namespace Junheng.Supervision.Intake.Packages;

/// <summary><c>junheng intake package | resume | serve | answers</c>: answers taken in by a host that runs alone, and how they come home.</summary>
public sealed class IntakeCommand : Command
{
    /// <summary>New answers of a cell that leave a host together before the campaign is over.</summary>
    private const int Together = 10;

    public override string Name => "intake";
    public override string Usage => IntakeTexts.Usage;
    public override IReadOnlyCollection<string> Valued => ["--out", "--port", "--package", "--trust"];

    public override async Task<int> Run(Arguments arguments, Terminal terminal)
    {
        var settings = Settings.From(arguments);
        try
        {
            return arguments.Operands.FirstOrDefault() switch
            {
                "package" => await Package(settings, arguments, terminal),
                "resume" => await Resume(settings, arguments, terminal),
                "serve" => await Serve(settings, arguments, arguments.Operands.Skip(1), terminal),
                "answers" => await Answers(settings, arguments, terminal),
                _ => throw new UsageException(IntakeTexts.Usage),
            };
        }
        catch (Exception refused) when (refused is RuleException or IntakeUnavailableException)
        {
            await terminal.Error.WriteLineAsync(refused.Message);
            return CommandLine.Refused;
        }
    }

    private static async Task<int> Package(Settings settings, Arguments arguments, Terminal terminal)
    {
        var campaign = Campaign(arguments);
        var file = arguments["--out"] ?? throw new UsageException(IntakeTexts.OutMissing);
        using var store = new IntakeStore(settings.Database, TimeProvider.System);
        using var key = InstallationKey.Open(settings.DataDirectory);
        await File.WriteAllBytesAsync(file, await store.Pack(campaign, key));
        await terminal.Out.WriteLineAsync(IntakeTexts.Packed(file, InstallationKey.Fingerprint(key.ExportSubjectPublicKeyInfo())));
        return CommandLine.Done;
    }

    private static async Task<int> Resume(Settings settings, Arguments arguments, Terminal terminal)
    {
        using var store = new IntakeStore(settings.Database, TimeProvider.System);
        await store.Hand(Campaign(arguments), elsewhere: false);
        await terminal.Out.WriteLineAsync(IntakeTexts.Resumed);
        return CommandLine.Done;
    }

    private static int Campaign(Arguments arguments) =>
        arguments.Operands.Count == 2 && int.TryParse(arguments.Operands[1], out var number) ? number : throw new UsageException(IntakeTexts.CampaignMissing);

    private static async Task<int> Serve(Settings settings, Arguments arguments, IEnumerable<string> files, Terminal terminal)
    {
        if (arguments["--port"] is null) settings = settings with { Port = FreePort.From(settings.Port) };
        Directory.CreateDirectory(settings.DataDirectory);
        List<string> packages = [.. arguments["--package"] is { } first ? [first] : Array.Empty<string>(), .. files];
        var adopted = new List<CampaignPackage>();
        foreach (var file in packages) adopted.Add(await Trusted(settings, arguments["--trust"], file, terminal));
        await using var host = IntakeHost.Build(settings);
        var store = host.Services.GetRequiredService<IntakeStore>();
        foreach (var package in adopted) await store.Adopt(package);
        if (store.Publications().Count == 0) throw new RuleException(packages.Count == 0 ? IntakeTexts.PackagesMissing : IntakeTexts.NothingToServe);
        await host.StartAsync();
        await terminal.Out.WriteLineAsync(ServeTexts.Address(host.Urls.First()));
        await terminal.Out.FlushAsync();
        await host.WaitForShutdownAsync();
        return CommandLine.Done;
    }

    /// <summary>Takes a package whose signer is named on the command line, or was the first this host met.</summary>
    private static async Task<CampaignPackage> Trusted(Settings settings, string? named, string file, Terminal terminal)
    {
        if (!File.Exists(file)) throw new RuleException(IntakeTexts.FileMissing(file));
        var (package, fingerprint) = CampaignPackage.Read(await File.ReadAllBytesAsync(file));
        var memory = Path.Combine(settings.DataDirectory, "keys", "trusted.txt");
        var trusted = named ?? (File.Exists(memory) ? (await File.ReadAllTextAsync(memory)).Trim() : null);
        if (trusted is not null && !string.Equals(trusted, fingerprint, StringComparison.OrdinalIgnoreCase)) throw new RuleException(IntakeTexts.Untrusted(file, fingerprint));
        if (trusted is null) await terminal.Error.WriteLineAsync(IntakeTexts.Trusted(fingerprint));
        Directory.CreateDirectory(Path.GetDirectoryName(memory)!);
        await File.WriteAllTextAsync(memory, fingerprint);
        return package;
    }

    private static async Task<int> Answers(Settings settings, Arguments arguments, Terminal terminal)
    {
        var file = arguments["--out"] ?? throw new UsageException(IntakeTexts.OutMissing);
        using var store = new IntakeStore(settings.Database, TimeProvider.System);
        IReadOnlyList<Publication> publications = store.Publications();
        if (arguments.Operands.Count == 2) publications = [.. publications.Where(p => $"{p.Campaign}" == arguments.Operands[1])];
        if (publications is not [var publication]) throw new RuleException(publications.Count == 0 ? IntakeTexts.NoCampaign : IntakeTexts.ManyCampaigns);
        var over = TimeProvider.System.GetUtcNow().UtcDateTime > publication.Closes;
        var batches = await store.Ask(vault =>
        {
            vault.HandOut(publication.Campaign, over ? 1 : Together);
            return vault.Outgoing(publication.Campaign);
        });
        await using (var target = File.Create(file)) AnswerPackage.Write(target, publication, batches);
        var packed = batches.Sum(b => b.Heads.Length / BatchCode.HeadLength);
        await terminal.Out.WriteLineAsync(IntakeTexts.Extracted(file, packed, (await store.Counts(publication.Campaign)).Sum(c => c.Answers) - packed));
        return CommandLine.Done;
    }
}
