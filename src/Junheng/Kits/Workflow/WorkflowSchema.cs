using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Kits.Workflow;

public static class WorkflowSchema
{
    [DbContext(typeof(JunhengDb)), Migration("202611220300_Workflow_Steps")]
    private sealed class Steps : Migration
    {
        protected override void Up(MigrationBuilder migration)
        {
            migration.Table("work_steps", t => t
                .Column<long>("id").Column<Guid>("organisation_id").Text("subject", 60).Column<Guid>("subject_id").Text("verb", 40).Text("verb_title", 40)
                .Text("from", 40).Text("to", 40).Column<DateTime>("at").Column<Guid>("account_id", nullable: true).Text("actor_name", 200)
                .Text("post", 320, nullable: true).Text("reason", 2000, nullable: true).Text("merged", 200, nullable: true)
                .Key("id").Index("subject_id", "id"));
            migration.Table("work_reminders", t => t
                .Column<Guid>("id").Column<Guid>("unit_id").Text("subject", 60).Column<Guid>("subject_id").Text("title", 200).Text("path", 200)
                .Column<DateOnly>("show_from").Column<DateOnly>("due").Column<bool>("closed")
                .Key("id").Index("unit_id", "closed", "show_from").Index("subject_id"));
        }
    }
}
