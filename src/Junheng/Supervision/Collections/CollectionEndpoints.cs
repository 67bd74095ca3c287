using System.IO.Compression;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Supervision.Collections.Templates;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Collections;

/// <summary>Downloads: a respondent's workbook, all of them in one archive, the signed sheet.</summary>
public static class CollectionEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var read = new PermissionAttribute(Collections.ReadPermission);
        endpoints.MapGet("/replies/{id:guid}/template", Template).WithMetadata(read);
        endpoints.MapGet("/replies/{id:guid}/scan/file", async (Guid id, Replies replies) =>
        {
            var (reply, _) = await replies.Open(id);
            return Results.File(replies.Scan(reply), "application/octet-stream", reply.ScanName);
        }).WithMetadata(read);
        endpoints.MapGet("/replies/{id:guid}/upload/file", async (Guid id, Replies replies) =>
        {
            var (reply, _) = await replies.Open(id);
            return Results.File(replies.Workbook(reply), Workbook, reply.UploadName);
        }).WithMetadata(read);
        endpoints.MapGet("/collections/{id:guid}/templates", All).WithMetadata(new PermissionAttribute(Collections.AskPermission));
    }

    private static async Task<IResult> Template(Guid id, Replies replies)
    {
        var (reply, collection) = await replies.Open(id);
        var content = new MemoryStream();
        TemplateWriter.Write(content, collection, reply, await replies.Lay(reply, collection));
        content.Position = 0;
        return Results.File(content, Workbook, TemplateTexts.FileName(collection.Title, reply.Name));
    }

    /// <summary>Through a file that removes itself: an archive of hundreds of workbooks stays out of memory.</summary>
    private static async Task<IResult> All(Guid id, Collections collections, Replies replies, JunhengDb db, CancellationToken cancellation)
    {
        var collection = await collections.Get(id);
        using var _ = await collections.Oversee(collection, cancellation);
        var all = await db.Set<Reply>().AsNoTracking().Where(r => r.CollectionId == id).OrderBy(r => r.Order).ToListAsync(cancellation);
        var forms = await replies.LayAll(all, collection, cancellation);
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var reply in all)
            {
                using var book = new MemoryStream();
                TemplateWriter.Write(book, collection, reply, forms[reply.Number]);
                book.Position = 0;
                await using var entry = await zip.CreateEntry($"{reply.Code}-{TemplateTexts.FileName(collection.Title, reply.Name)}", CompressionLevel.NoCompression).OpenAsync(cancellation);
                await book.CopyToAsync(entry, cancellation);
            }
        file.Position = 0;
        return Results.File(file, "application/zip", TemplateTexts.ZipName(collection.Title));
    }
}
