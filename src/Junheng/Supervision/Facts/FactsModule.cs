using Junheng.Platform.Access;
using Junheng.Platform.Modules;
using Junheng.Supervision.Facts.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Supervision.Facts;

public sealed class FactsModule : Module
{
    public override string Key => "facts";
    public override string Title => FactsTexts.Title;
    public override int Order => 30;

    public override IEnumerable<Permission> Permissions =>
    [
        new(Facts.Read, FactsTexts.ReadPermission, Roles.Leader, Roles.Officer, Roles.Inspector, Roles.Contact, Roles.Clerk, Roles.Analyst),
        new(Facts.Import, FactsTexts.ImportPermission, Roles.Officer, Roles.Contact, Roles.Analyst),
        new(Facts.VerifyValues, FactsTexts.VerifyPermission, Roles.Officer, Roles.Inspector),
    ];

    public override void Configure(IServiceCollection services) => services.AddScoped<Elements>().AddScoped<Facts>().AddScoped<Blocks>().AddScoped<LastYear>();

    /// <summary>After the register of schools, before whatever is computed from figures.</summary>
    public override Task Demonstrate(IServiceProvider services) => DemonstrationFacts.Lay(services);
}
