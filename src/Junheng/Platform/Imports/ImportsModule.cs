using Junheng.Platform.Access;
using Junheng.Platform.Access.Imports;
using Junheng.Platform.Data;
using Junheng.Platform.Modules;
using Junheng.Platform.Rules;

namespace Junheng.Platform.Imports;

public sealed class ImportsModule : Module
{
    public override string Key => "imports";
    public override string Title => ImportTexts.Title;
    public override int Order => 5;

    public override void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/import/{kind}/template", (string kind, JunhengDb db) =>
        {
            var found = ImportKind.Find(kind) is { Columns.Count: > 0 } table ? table : throw new NotFoundException();
            db.Actor.Demand(found.Permission);
            return ImportTemplate.File(found.Columns);
        }).WithMetadata(new PermissionAttribute(PermissionAttribute.SignedIn));
}
