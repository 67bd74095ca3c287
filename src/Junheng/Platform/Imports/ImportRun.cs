using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Platform.Imports;

/// <summary>A file that was taken in. Its rows are written in bulk and leave no journal entries of their own; this row does, with the file's hash.</summary>
public sealed class ImportRun
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    /// <summary>Name of the <see cref="ImportKind"/>.</summary>
    public string Kind { get; private set; } = "";
    public string FileName { get; private set; } = "";
    /// <summary>SHA-256 in lower-case hexadecimal digits.</summary>
    public string FileHash { get; private set; } = "";
    public int Read { get; private set; }
    public int Stored { get; private set; }
    public DateTime At { get; private set; }
    public string By { get; private set; } = "";

    private ImportRun() { }

    public ImportRun(string kind, string fileName, string fileHash, int read, int stored, string by, DateTime at) =>
        (Kind, FileName, FileHash, Read, Stored, By, At) = (kind, fileName, fileHash, read, stored, by, at);

    private sealed class Mapping : IEntityTypeConfiguration<ImportRun>
    {
        public void Configure(EntityTypeBuilder<ImportRun> entity)
        {
            entity.ToTable("import_runs");
            entity.Property(r => r.Kind).HasMaxLength(40);
            entity.Property(r => r.FileName).HasMaxLength(260);
            entity.Property(r => r.FileHash).HasMaxLength(64);
            entity.Property(r => r.By).HasMaxLength(200);
        }
    }
}

public static class ImportsSchema
{
    [DbContext(typeof(JunhengDb)), Migration("202611220101_Imports_Runs")]
    private sealed class Runs : Migration
    {
        protected override void Up(MigrationBuilder migration) => migration.Table("import_runs", t => t
            .Column<Guid>("id").Text("kind", 40).Text("file_name", 260).Text("file_hash", 64).Column<int>("read").Column<int>("stored")
            .Column<DateTime>("at").Text("by", 200).Key("id"));
    }
}
