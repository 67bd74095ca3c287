using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Supervision.Collections;

public static class CollectionsSchema
{
    [DbContext(typeof(JunhengDb)), Migration("202611220310_Collections_Replies")]
    private sealed class Replies : Migration
    {
        protected override void Up(MigrationBuilder migration)
        {
            migration.Table("collections", t => Levelled(t)
                .Text("asker_name", 200).Text("title", 200).Column<int>("period_key").Column<DateOnly>("deadline").Column<bool>("provisional")
                .Text("basis", 500).Column<Guid>("plan_item_id", nullable: true).Text("note", 2000, nullable: true).Column<bool>("asks_scan")
                .Text("asked", 40).Text("asked_stages", 80).Column<Guid>("list_id", nullable: true).Text("question_data").Column<int>("form_version")
                .Column<int>("respondents").Column<int>("minutes").Text("over_budget", 500, nullable: true).Text("state", 40)
                .Column<DateTime>("created_at").Column<DateTime>("opened_at", nullable: true).Column<int>("version")
                .Key("id").Index("organisation_id", "state"));
            migration.Table("replies", t => t
                .Column<Guid>("id").Column<Guid>("collection_id").Column<Guid>("organisation_id").Column<Guid>("asker_id").Column<int>("number").Text("code", 40)
                .Text("name", 200).Text("stage_keys", 80).Text("town", 200, nullable: true).Text("group", 200, nullable: true).Column<int>("order").Text("title", 200)
                .Column<DateOnly>("due", nullable: true).Column<int>("form_version").Column<bool>("asks_scan").Text("value_data").Text("state", 40).Text("content_code", 20, nullable: true)
                .Text("scan_hash", 64, nullable: true).Text("scan_name", 260, nullable: true).Text("scan_code", 20, nullable: true)
                .Column<DateTime>("submitted_at", nullable: true).Column<DateTime>("accepted_at", nullable: true).Column<int>("later_changes").Column<int>("version")
                .Key("id").Unique("collection_id", "organisation_id").Index("organisation_id", "state"));
            migration.Table("reply_approvals", t => t
                .Column<Guid>("id").Column<Guid>("reply_id").Column<Guid>("organisation_id").Column<DateTime>("at").Text("by", 200).Text("value_data").Text("content_code", 20)
                .Key("id").Index("reply_id"));
            migration.Table("content_codes", t => t
                .Column<Guid>("id").Text("code", 20).Column<Guid>("reply_id").Column<Guid>("organisation_id").Column<DateTime>("at")
                .Key("id").Index("code").Index("reply_id"));
        }
    }

    [DbContext(typeof(JunhengDb)), Migration("202611220311_Collections_Burden")]
    private sealed class Burden : Migration
    {
        protected override void Up(MigrationBuilder migration)
        {
            migration.Table("collection_plan_items", t => Levelled(t)
                .Column<int>("year").Text("number", 40).Text("title", 200).Column<Guid>("asker_id").Text("asker_name", 200).Text("approval", 300).Column<int>("version")
                .Key("id").Index("district_id", "year"));
            migration.Table("collection_budgets", t => Levelled(t)
                .Column<Guid>("asker_id").Column<int>("year").Column<int>("minutes").Column<int>("version")
                .Key("id").Unique("asker_id", "year"));
        }
    }

    [DbContext(typeof(JunhengDb)), Migration("202611220312_Collections_Uploads")]
    private sealed class Uploads : Migration
    {
        protected override void Up(MigrationBuilder migration)
        {
            migration.Column<string>("replies", "upload_hash", 64);
            migration.Column<string>("replies", "upload_name", 260);
        }
    }

    private static TableStep Levelled(TableStep table) =>
        table.Column<Guid>("id").Column<Guid>("organisation_id").Column<Guid>("district_id").Text("level", 40).Column<List<Guid>>("named_units");
}
