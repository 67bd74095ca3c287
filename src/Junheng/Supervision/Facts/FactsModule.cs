using Junheng.Platform.Access;
using Junheng.Platform.Access.Imports;
using Junheng.Platform.Data;
using Junheng.Platform.Files;
using Junheng.Platform.Modules;
using Junheng.Platform.Rules;
using Junheng.Supervision.Facts.Imports;
using Junheng.Supervision.Facts.Views;
using Junheng.Supervision.Facts.Wide;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Facts;

public sealed class FactsModule : Module
{
    public override string Key => "facts";
    public override string Title => FactsTexts.Title;
    public override int Order => 30;

    public override IEnumerable<MenuItem> Menu => [new(FactsTexts.Title, "/facts", "database", Facts.Read)];

    public override IEnumerable<Permission> Permissions =>
    [
        new(Facts.Read, FactsTexts.ReadPermission, Roles.Leader, Roles.Officer, Roles.Inspector, Roles.Contact, Roles.Clerk, Roles.Analyst),
        new(Facts.Import, FactsTexts.ImportPermission, Roles.Officer, Roles.Contact, Roles.Analyst),
        new(Facts.VerifyValues, FactsTexts.VerifyPermission, Roles.Officer, Roles.Inspector),
    ];

    public override void Configure(IServiceCollection services) => services.AddScoped<Elements>().AddScoped<Facts>().AddScoped<Blocks>().AddScoped<LastYear>().AddScoped<FactViews>().AddScoped<FactLists>().AddScoped<WideSheets>().AddScoped<SheetMappings>();

    public override void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/facts/import/template", () => ImportTemplate.File(FactsTexts.Columns)).WithMetadata(new PermissionAttribute(Facts.Import));
        endpoints.MapGet("/facts/batches/{id:int}/file", Original).WithMetadata(new PermissionAttribute(Facts.Read));
    }

    private static async Task<IResult> Original(int id, JunhengDb db, ContentStore files) =>
        await db.Set<FactBatch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id) is { FileHash: { } hash } batch && files.Has(hash)
            ? Results.File(files.Open(hash), "application/octet-stream", batch.FileName) : throw new NotFoundException();

    /// <summary>After the register of schools, before whatever is computed from figures.</summary>
    public override Task Demonstrate(IServiceProvider services) => DemonstrationFacts.Lay(services);
}
