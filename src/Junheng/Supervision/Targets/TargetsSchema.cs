using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Supervision.Targets;

public static class TargetsSchema
{
    [DbContext(typeof(JunhengDb)), Migration("202611220500_Targets_Register")]
    private sealed class Register : Migration
    {
        protected override void Up(MigrationBuilder migration)
        {
            migration.Table("targets", t => t
                .Column<Guid>("id").Column<Guid>("organisation_id").Text("title", 300).Text("bound", 40).Column<double>("value").Column<double>("upper", nullable: true)
                .Text("unit", 20).Column<DateOnly>("deadline", nullable: true).Column<int>("years", nullable: true).Column<DateOnly>("start", nullable: true)
                .Text("bodies", 300, nullable: true).Column<Guid>("document_id", nullable: true).Text("claim_key", 20, nullable: true)
                .Text("pack", 80, nullable: true).Text("criterion", 80, nullable: true).Text("stage", 40).Column<int>("version")
                .Key("id").Index("organisation_id").Index("document_id", "claim_key"));
            migration.Table("target_values", t => t
                .Column<Guid>("id").Column<Guid>("target_id").Column<Guid>("organisation_id").Column<DateOnly>("day").Column<double>("value").Text("evidence", 500)
                .Text("file_hash", 64, nullable: true).Text("file_name", 260, nullable: true).Text("by", 200)
                .Key("id").Index("target_id", "day"));
        }
    }
}
