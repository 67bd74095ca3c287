using Junheng.Platform.Commands;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Junheng;

/// <summary>Starts the web server; also what the executable does without a verb.</summary>
public sealed class ServeCommand : Command
{
    public override string Name => "serve";
    public override string Usage => ServeTexts.Usage;
    public override IReadOnlyCollection<string> Valued => ["--port"];
    public override IReadOnlyCollection<string> Switches => ["--empty"];

    public override async Task<int> Run(Arguments arguments, Terminal terminal)
    {
        var settings = Settings.From(arguments);
        // A port somebody asked for is taken or refused; the default one moves on.
        if (arguments["--port"] is null) settings = settings with { Port = FreePort.From(settings.Port) };
        Directory.CreateDirectory(settings.DataDirectory);
        await using var app = Hosting.Build(settings);
        await Hosting.Prepare(app.Services, settings);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await terminal.Out.WriteLineAsync(ServeTexts.Address(address));
        await terminal.Out.FlushAsync();
        await app.WaitForShutdownAsync();
        return CommandLine.Done;
    }
}
