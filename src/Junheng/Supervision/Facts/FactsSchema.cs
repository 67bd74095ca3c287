using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Supervision.Facts;

public static class FactsSchema
{
    [DbContext(typeof(JunhengDb)), Migration("202611220200_Facts_Ledger")]
    private sealed class LedgerTables : Migration
    {
        protected override void Up(MigrationBuilder migration)
        {
            migration.Table("elements", t => t.Column<int>("id").Text("key", 80).Key("id").Unique("key"));
            migration.Table("facts", t => Cell(t)
                .Column<double>("value", nullable: true).Column<bool>("withdrawn").Column<short>("form").Column<int>("batch").Column<long>("cell")
                .Key("district", "element", "period_key", "organisation", "stage", "basis", "origin", "version"));
            migration.Table("fact_notes", t => Cell(t)
                .Text("text", 500).Text("evidence_hash", 64, nullable: true).Text("evidence_name", 260, nullable: true)
                .Key("district", "element", "period_key", "organisation", "stage", "basis", "origin", "version"));
            migration.Table("fact_batches", t => t
                .Counter<int>("id").Column<Guid>("organisation_id").Column<int>("district").Text("kind", 40).Text("title", 200)
                .Column<DateTime>("at").Text("by", 200).Text("reason", 500, nullable: true)
                .Text("file_name", 260, nullable: true).Text("file_hash", 64, nullable: true).Column<List<string>>("sheets").Text("mapping", 200, nullable: true)
                .Column<int>("offered").Column<int>("added").Column<int>("changed").Column<List<int>>("elements").Column<List<int>>("periods")
                .Column<int>("withdraws", nullable: true).Index("district", "id"));
            migration.Table("fact_frames", t => t.Column<int>("district").Column<byte[]>("rows").Key("district"));
            migration.Table("fact_blocks", t => t
                .Column<int>("district").Column<int>("element").Column<int>("period_key").Column<short>("basis")
                .Column<int>("batch").Column<int>("known").Column<int>("differing").Column<bool>("mixed_forms").Column<byte[]>("data").Column<byte[]>("origins")
                .Key("district", "element", "period_key", "basis"));
        }

        private static TableStep Cell(TableStep table) => table
            .Column<int>("district").Column<int>("element").Column<int>("period_key").Column<int>("organisation")
            .Column<short>("stage").Column<short>("origin").Column<short>("basis").Column<int>("version");
    }

    [DbContext(typeof(JunhengDb)), Migration("202611220210_Facts_Mappings")]
    private sealed class Mappings : Migration
    {
        protected override void Up(MigrationBuilder migration) => migration.Table("sheet_mappings", t => t
            .Column<Guid>("id").Column<Guid>("organisation_id").Text("name", 100).Text("form", 40).Text("sheet", 60, nullable: true)
            .Column<int>("header_from").Column<int>("header_to").Text("code_place", 300, nullable: true).Text("name_place", 300, nullable: true)
            .Text("origin", 40).Text("basis", 40).Column<short>("edition").Text("rules").Text("choices").Column<int>("version")
            .Key("id").Unique("organisation_id", "name"));
    }

    [DbContext(typeof(JunhengDb)), Migration("202611220220_Facts_Uploads")]
    private sealed class Uploads : Migration
    {
        protected override void Up(MigrationBuilder migration) => migration.Table("sheet_uploads", t => t
            .Column<Guid>("id").Column<Guid>("organisation_id").Text("file_name", 260).Text("file_hash", 64).Column<DateTime>("at").Text("by", 200).Key("id"));
    }
}
