using Junheng.Platform.Access;
using Junheng.Platform.Extraction;
using Junheng.Platform.Modules;
using Junheng.Supervision.Documents.Desk;

namespace Junheng.Supervision.Documents;

public sealed class DocumentsModule : Module
{
    public override string Key => "documents";
    public override string Title => DocumentTexts.Title;
    public override int Order => 20;

    public override IEnumerable<MenuItem> Menu =>
    [
        new(DocumentTexts.LibraryMenu, "/documents", "file-text", Documents.Read),
        new(DocumentTexts.ClaimsMenu, "/documents/claims", "list-numbers", Documents.Read),
    ];

    public override IEnumerable<Permission> Permissions =>
    [
        new(Documents.Read, DocumentTexts.ReadPermission, Roles.Leader, Roles.Officer, Roles.Inspector, Roles.Contact, Roles.Clerk, Roles.Analyst),
        new(Documents.Upload, DocumentTexts.UploadPermission, Roles.Officer, Roles.Inspector, Roles.Contact, Roles.Analyst),
        new(Documents.Judge, DocumentTexts.JudgePermission, Roles.Officer, Roles.Inspector, Roles.Analyst),
    ];

    public override IEnumerable<HomeCard> HomeCards => [new(typeof(ToCheck), Documents.Read)];

    public override void Configure(IServiceCollection services) => services.AddSingleton(new Extractor()).AddScoped<Documents>();

    public override void Map(IEndpointRouteBuilder endpoints) => DocumentEndpoints.Map(endpoints);

    /// <summary>Takes the invented district's documents in as its supervision office would.</summary>
    public override async Task Demonstrate(IServiceProvider services)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "samples", "documents");
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            await using var content = File.OpenRead(file);
            await services.GetRequiredService<Documents>().TakeIn(content, Path.GetFileName(file), ConfidentialityLevel.District, []);
        }
    }
}
