using Junheng.Platform.Access;
using Junheng.Platform.Access.Imports;
using Junheng.Platform.Modules;
using Junheng.Platform.Sheets;

namespace Junheng.Domains.Construction;

public sealed class ConstructionModule : Module
{
    public override string Key => "construction";
    public override string Title => ConstructionTexts.Title;
    public override int Order => 210;

    public override IEnumerable<MenuItem> Menu => [new(ConstructionTexts.Menu, "/construction", "building", Construction.Read)];

    public override IEnumerable<Permission> Permissions =>
    [
        new(Construction.Read, ConstructionTexts.ReadPermission, Roles.Leader, Roles.Officer, Roles.Inspector, Roles.Clerk, Roles.Analyst),
        new(Construction.Keep, ConstructionTexts.KeepPermission, Roles.Officer, Roles.Analyst),
    ];

    public override void Configure(IServiceCollection services) => services.AddScoped<Construction>().AddScoped<WorksImport>();

    public override void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/construction/import/template", () => ImportTemplate.File(WorksImport.Columns)).WithMetadata(new PermissionAttribute(Construction.Keep));

    /// <summary>An invented set with invented items: the lists of the real ones are not known to the platform.</summary>
    public override async Task Demonstrate(IServiceProvider services)
    {
        var construction = services.GetRequiredService<Construction>();
        var set = await construction.Found(ConstructionTexts.SampleSet, ConstructionTexts.SampleEdition, ConstructionTexts.SampleSource, new(2023, 1, 1));
        foreach (var (name, unit) in ConstructionTexts.SampleItems) await construction.Ask(set.Id, name, unit);
        await using var content = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "samples", "construction", "works.csv"));
        using var file = await SheetReader.Open(content, "works.csv");
        var outcome = await services.GetRequiredService<WorksImport>().Run(set.Id, file);
        if (outcome.Refused is [var first, ..]) throw new InvalidOperationException($"works.csv {first.Row}: {first.Reason}");
    }
}
