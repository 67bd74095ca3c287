using Junheng.Platform.Access;
using Junheng.Platform.Modules;

namespace Junheng.Supervision.Targets;

public sealed class TargetsModule : Module
{
    public override string Key => "targets";
    public override string Title => TargetTexts.Title;
    public override int Order => 60;

    public override IEnumerable<MenuItem> Menu => [new(TargetTexts.Title, "/targets", "target", Targets.Read)];

    public override IEnumerable<Permission> Permissions =>
    [
        new(Targets.Read, TargetTexts.ReadPermission, Roles.Leader, Roles.Officer, Roles.Inspector, Roles.Analyst),
        new(Targets.Keep, TargetTexts.KeepPermission, Roles.Officer, Roles.Analyst),
    ];

    public override void Configure(IServiceCollection services) => services.AddScoped<Targets>();

    public override void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/targets/values/{id:guid}/file", async (Guid id, Targets targets) =>
    {
        var (content, name) = await targets.Evidence(id);
        return Results.File(content, "application/octet-stream", name);
    }).WithMetadata(new PermissionAttribute(Targets.Read));
}
