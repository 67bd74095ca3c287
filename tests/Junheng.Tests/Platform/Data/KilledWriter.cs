using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Tests.Platform.Data;

/// <summary>The entry point of the test assembly, for a process that writes until it is killed: <c>dotnet Junheng.Tests.dll DATABASE</c>.
/// Each line of its output acknowledges one saved organisation. With further words it is the executable itself, beside the native libraries of the tests.</summary>
public static class KilledWriter
{
    public static async Task<int> Main(string[] args)
    {
        if (args.Length > 1) return await Program.Main(args);
        var services = new ServiceCollection().AddLogging().AddDatabase(new DatabaseSettings(args[0]));
        await using var provider = services.BuildServiceProvider();
        for (var i = 1; ; i++)
        {
            await using var scope = provider.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System("writes until killed");
            var db = scope.ServiceProvider.GetRequiredService<JunhengDb>();
            db.Add(new Organisation(i, $"K{i}", $"单位{i}", OrganisationKind.School, null, i));
            await db.Save();
            Console.WriteLine(i);
        }
    }
}
