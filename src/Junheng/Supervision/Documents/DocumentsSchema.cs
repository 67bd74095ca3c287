using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Supervision.Documents;

public static class DocumentsSchema
{
    [DbContext(typeof(JunhengDb)), Migration("202611211000_Documents_Library")]
    private sealed class Library : Migration
    {
        protected override void Up(MigrationBuilder migration)
        {
            migration.Table("documents", t => t
                .Column<Guid>("id").Column<Guid>("organisation_id").Column<Guid>("district_id").Text("level", 40).Column<List<Guid>>("named_units")
                .Text("file_name", 260).Text("file_hash", 64).Column<long>("file_size").Text("format", 20)
                .Text("title", 500).Text("kind", 40).Text("issuer", 300, nullable: true).Text("number", 100, nullable: true)
                .Column<DateOnly>("date", nullable: true).Text("region", 100, nullable: true).Column<DateTime>("uploaded_at").Text("uploaded_by", 100)
                .Column<int>("claims").Column<int>("tasks").Column<int>("findings").Column<int>("contradictions").Column<int>("to_cover").Column<int>("covered")
                .Text("formal_hash", 64, nullable: true).Text("formal_name", 260, nullable: true).Column<int>("version")
                .Key("id").Index("district_id", "uploaded_at").Index("file_hash"));
            migration.Table("document_texts", t => t
                .Column<Guid>("document_id").Text("text").Text("extractor", 40).Text("reading").Key("document_id"));
            migration.Table("extractions", t => t
                .Column<Guid>("id").Column<Guid>("document_id").Column<Guid>("organisation_id").Column<Guid>("district_id").Text("level", 40).Column<List<Guid>>("named_units")
                .Text("kind", 40).Text("key", 20).Column<int>("start").Column<int>("length").Text("data").Text("summary", 500).Text("state", 40).Column<int>("version")
                .Key("id").Index("document_id", "start").Index("district_id", "kind", "state"));
        }
    }

    [DbContext(typeof(JunhengDb)), Migration("202611211010_Documents_Validity")]
    private sealed class Validity : Migration
    {
        protected override void Up(MigrationBuilder migration)
        {
            migration.Column<DateOnly>("documents", "valid_from");
            migration.Column<DateOnly>("documents", "valid_to");
        }
    }
}
