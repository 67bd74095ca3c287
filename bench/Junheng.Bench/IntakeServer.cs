using System.Diagnostics;
using Junheng.Platform.Data;
using Junheng.Platform.Web;
using Junheng.Supervision.Intake;
using Junheng.Supervision.Intake.Writing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Bench;

/// <summary>
/// The whole application as a process of its own, on the data of the bench. Besides what it always answers it has <c>/bench/nothing</c>, in front of all its
/// middleware: reads the body and says what an accepted answer says, which is what the same server can do at most without storing or even looking.
/// </summary>
internal sealed class IntakeServer : IDisposable
{
    private readonly Process process;

    public int Port { get; }

    /// <param name="limits">Of the writer; null = as shipped.</param>
    public IntakeServer(string folder, string database, WriterLimits? limits = null)
    {
        var program = Environment.ProcessPath!;
        string[] arguments = ["intake-server", folder, database, .. limits is null ? Array.Empty<string>() : [$"{limits.Batch}", $"{limits.Lanes}"]];
        if (Path.GetFileNameWithoutExtension(program) == "dotnet") arguments = [typeof(IntakeServer).Assembly.Location, .. arguments];
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardInput = true };
        // As the published executable runs.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        process = Process.Start(start)!;
        string? line;
        while ((line = process.StandardOutput.ReadLine()) is not null && !line.StartsWith("http", StringComparison.Ordinal)) Console.Error.WriteLine(line);
        Port = new Uri(line ?? throw new InvalidOperationException("the server did not start")).Port;
        _ = Echo(process.StandardOutput);
    }

    private static async Task Echo(StreamReader said)
    {
        while (await said.ReadLineAsync() is { } line) await Console.Error.WriteLineAsync(line);
    }

    /// <summary>Processor seconds it has used.</summary>
    public double Spent
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    public static async Task<int> Run(string[] args)
    {
        var settings = new Settings { DataDirectory = args[0], Database = new DatabaseSettings(args[1]), Port = 0, Empty = true, RateLimits = new RateLimits { Answers = int.MaxValue } };
        var limits = args.Length > 2 ? new WriterLimits(int.Parse(args[2]), int.Parse(args[3])) : null;
        await using var app = Hosting.Build(settings, services =>
        {
            services.AddSingleton<IStartupFilter, Nothing>();
            if (limits is not null) services.AddSingleton(given => new IntakeStore(settings.Database, given.GetRequiredService<TimeProvider>(), limits));
        });
        await Hosting.Prepare(app.Services, settings);
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        // Ends with whoever started it.
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
        return 0;
    }

    private sealed class Nothing : IStartupFilter
    {
        private static readonly byte[] Said = "{\"state\":\"accepted\"}"u8.ToArray();

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(following => context => context.Request.Path == "/bench/nothing" ? Answer(context) : following(context));
            next(app);
        };

        private static async Task Answer(HttpContext context)
        {
            while (true)
            {
                var read = await context.Request.BodyReader.ReadAsync();
                context.Request.BodyReader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted) break;
            }
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Said.Length;
            await context.Response.BodyWriter.WriteAsync(Said);
        }
    }
}
