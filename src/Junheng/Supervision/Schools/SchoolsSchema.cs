using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Supervision.Schools;

public static class SchoolsSchema
{
    [DbContext(typeof(JunhengDb)), Migration("202611220100_Schools_Register")]
    private sealed class Register : Migration
    {
        protected override void Up(MigrationBuilder migration)
        {
            migration.Table("schools", t => t
                .Column<Guid>("organisation_id").Column<int>("district").Column<bool>("temporary").Text("national_code", 20, nullable: true)
                .Text("nature", 40).Text("stages", 80).Text("type", 60, nullable: true).Text("founder", 100, nullable: true).Text("unit", 40)
                .Column<Guid>("parent_id", nullable: true).Column<Guid>("town_id", nullable: true).Column<Guid>("group_id", nullable: true)
                .Column<double>("latitude", nullable: true).Column<double>("longitude", nullable: true)
                .Column<DateOnly>("opened", nullable: true).Column<DateOnly>("closed", nullable: true).Column<int>("order").Column<int>("version")
                .Key("organisation_id").References("organisation_id", "organisations").Index("district", "order"));
            migration.Table("school_stages", t => t
                .Column<Guid>("organisation_id").Text("stage", 40).Column<DateOnly>("valid_from", nullable: true).Column<DateOnly>("valid_to", nullable: true)
                .Key("organisation_id", "stage").References("organisation_id", "schools", principalColumn: "organisation_id"));
            migration.Table("school_changes", t => t
                .Column<Guid>("id").Column<Guid>("organisation_id").Text("kind", 40).Column<DateOnly>("date").Text("reason", 500).Text("document", 300, nullable: true)
                .Text("former_name", 200, nullable: true).Text("former_code", 40, nullable: true).Column<Guid>("successor_id", nullable: true)
                .Text("recorded_by", 200).Column<DateTime>("recorded_at")
                .Key("id").References("organisation_id", "schools", principalColumn: "organisation_id").Index("former_name").Index("organisation_id", "date"));
        }
    }

    [DbContext(typeof(JunhengDb)), Migration("202611220102_Schools_Lists")]
    private sealed class Lists : Migration
    {
        protected override void Up(MigrationBuilder migration)
        {
            migration.Table("school_lists", t => t
                .Column<Guid>("id").Column<Guid>("organisation_id").Text("purpose", 40).Column<DateOnly>("as_of").Text("note", 500, nullable: true)
                .Column<int>("included").Column<int>("excluded").Column<int>("undetermined").Column<DateTime>("frozen_at", nullable: true).Text("frozen_by", 200, nullable: true)
                .Column<int>("version").Key("id").Index("organisation_id", "purpose", "as_of"));
            migration.Table("school_list_rows", t => t
                .Column<Guid>("list_id").Column<Guid>("organisation_id").Text("stage", 40).Text("purpose", 40).Column<DateOnly>("as_of").Column<int>("position")
                .Column<int>("number").Text("code", 40).Text("name", 200).Text("state", 40).Text("reason", 500, nullable: true).Column<long>("pupils", nullable: true)
                .Key("list_id", "organisation_id", "stage").References("list_id", "school_lists", ReferentialAction.Cascade).Index("organisation_id"));
        }
    }
}
