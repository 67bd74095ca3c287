using Junheng.Platform.Access;
using Junheng.Platform.Modules;

namespace Junheng.Domains.Finance;

public sealed class FinanceModule : Module
{
    public override string Key => "finance";
    public override string Title => FinanceTexts.Title;
    public override int Order => 200;

    public override IEnumerable<MenuItem> Menu => [new(FinanceTexts.Menu, "/finance", "coin-yuan", Spending.Read)];

    public override IEnumerable<Permission> Permissions =>
        [new(Spending.Read, FinanceTexts.ReadPermission, Roles.Leader, Roles.Officer, Roles.Contact, Roles.Analyst)];

    public override void Configure(IServiceCollection services) => services.AddScoped<Spending>();

    public override void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/finance/export.xlsx", async (Spending spending, CancellationToken cancellation) =>
            SpendingExport.File(await spending.OfOwnDistrict(cancellation))).WithMetadata(new PermissionAttribute(Spending.Read));
}
