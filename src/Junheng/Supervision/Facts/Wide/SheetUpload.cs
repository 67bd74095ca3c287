using Junheng.Platform.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Facts.Wide;

/// <summary>A sheet somebody has sent and is deciding how to read; holds the file until it is imported or forgotten.</summary>
public sealed class SheetUpload : IScoped
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid OrganisationId { get; private set; }
    public string FileName { get; private set; } = "";
    public string FileHash { get; private set; } = "";
    public DateTime At { get; private set; }
    public string By { get; private set; } = "";

    private SheetUpload() { }

    public SheetUpload(Guid organisationId, string fileName, string fileHash, string by, DateTime at) =>
        (OrganisationId, FileName, FileHash, By, At) = (organisationId, fileName, fileHash, by, at);

    private sealed class Mapping : IEntityTypeConfiguration<SheetUpload>
    {
        public void Configure(EntityTypeBuilder<SheetUpload> entity)
        {
            entity.ToTable("sheet_uploads");
            entity.Property(u => u.FileName).HasMaxLength(260);
            entity.Property(u => u.FileHash).HasMaxLength(64);
            entity.Property(u => u.By).HasMaxLength(200);
        }
    }
}
