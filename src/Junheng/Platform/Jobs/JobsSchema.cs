using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Platform.Jobs;

public static class JobsSchema
{
    [DbContext(typeof(JunhengDb)), Migration("202611210911_Jobs_Table")]
    private sealed class JobsTable : Migration
    {
        protected override void Up(MigrationBuilder migration) => migration.Table("jobs", t => t
            .Column<Guid>("id").Text("kind", 100).Text("arguments").Text("state", 40).Column<int>("progress").Text("message", 1000, nullable: true)
            .Text("error", 4000, nullable: true).Text("checkpoint", nullable: true).Text("result", nullable: true).Column<int>("attempts")
            .Column<DateTime>("not_before").Text("lease", 60, nullable: true).Column<DateTime>("lease_until", nullable: true)
            .Column<bool>("cancel_requested").Text("unique_key", 200, nullable: true).Column<Guid>("account_id", nullable: true)
            .Column<DateTime>("created_at").Column<DateTime>("finished_at", nullable: true)
            .Key("id").Unique("unique_key").Index("state", "not_before"));
    }
}
