using Junheng.Platform.Access;
using Junheng.Platform.Jobs;
using Junheng.Platform.Modules;
using Junheng.Supervision.Collections.Burden;
using Junheng.Supervision.Collections.Form;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Supervision.Collections;

public sealed class CollectionsModule : Module
{
    public override string Key => "collections";
    public override string Title => CollectionTexts.Title;
    public override int Order => 40;

    public override IEnumerable<MenuItem> Menu =>
    [
        new(CollectionTexts.Menu, "/collections", "forms", Collections.ReadPermission),
        new(CollectionTexts.BurdenMenu, "/collections/burden", "scale", Collections.ReadPermission),
        new(CollectionTexts.CodeMenu, "/collections/code", "shield-check", Collections.ReadPermission),
    ];

    public override IEnumerable<Permission> Permissions =>
    [
        new(Collections.ReadPermission, CollectionTexts.Read, Roles.Leader, Roles.Officer, Roles.Inspector, Roles.Contact, Roles.Clerk, Roles.Analyst),
        new(Collections.AskPermission, CollectionTexts.Ask, Roles.Officer, Roles.Contact),
        new(Collections.FillPermission, CollectionTexts.Fill, Roles.Clerk, Roles.Contact),
        new(Collections.PlanPermission, CollectionTexts.Plan, Roles.Officer),
    ];

    public override IEnumerable<Schedule> Schedules => [Schedule.Daily<RemindLate>(new TimeOnly(7, 30))];

    public override void Configure(IServiceCollection services) =>
        services.AddScoped<Collections>().AddScoped<Replies>().AddScoped<Respondents>().AddScoped<KnownValues>().AddScoped<BurdenAccount>();

    public override Task Demonstrate(IServiceProvider services) => ActivatorUtilities.CreateInstance<Demonstration>(services).Lay();

    public override void Map(IEndpointRouteBuilder endpoints) => CollectionEndpoints.Map(endpoints);
}
