using Junheng.Platform.Access;
using Junheng.Platform.Commands;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;

namespace Junheng;

/// <summary><c>junheng district NAME --code CODE</c>: founds an empty real district with its administrator.</summary>
public sealed class DistrictCommand : Command
{
    public override string Name => "district";
    public override string Usage => AccessTexts.DistrictUsage;
    public override IReadOnlyCollection<string> Valued => ["--code", "--admin"];

    public override async Task<int> Run(Arguments arguments, Terminal terminal)
    {
        if (arguments.Operands is not [var name]) throw new UsageException(AccessTexts.DistrictNameMissing);
        var code = arguments["--code"] ?? throw new UsageException(AccessTexts.DistrictCodeMissing);
        var settings = Settings.From(arguments) with { Empty = true };
        await using var services = Hosting.Services(settings);
        await Hosting.Prepare(services, settings);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System(AccessTexts.DistrictReason);
        var db = scope.ServiceProvider.GetRequiredService<JunhengDb>();
        if (await db.Set<Organisation>().AnyAsync())
        {
            await terminal.Error.WriteLineAsync(AccessTexts.DistrictExists);
            return CommandLine.Refused;
        }
        try
        {
            var issued = await db.Write(() => Found(scope.ServiceProvider, name, code, arguments["--admin"] ?? "admin"));
            await terminal.Out.WriteLineAsync(AccessTexts.DistrictFounded(name, issued.Account.UserName!, issued.Password));
            return CommandLine.Done;
        }
        catch (RuleException refused)
        {
            await terminal.Error.WriteLineAsync(refused.Message);
            return CommandLine.Refused;
        }
    }

    private static async Task<IssuedPassword> Found(IServiceProvider services, string name, string code, string administrator)
    {
        var district = await services.GetRequiredService<Organisations>().Add(code, name, OrganisationKind.District, null);
        var issued = await services.GetRequiredService<Accounts>().Create(administrator, AccessTexts.RoleNames[Roles.Administrator]);
        var posts = services.GetRequiredService<Posts>();
        var post = await posts.Create(district.Id, AccessTexts.RoleNames[Roles.Administrator], Roles.Administrator);
        await posts.Assign(post.Id, issued.Account.Id);
        return issued;
    }
}
