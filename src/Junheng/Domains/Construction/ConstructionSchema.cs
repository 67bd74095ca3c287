using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Domains.Construction;

public static class ConstructionSchema
{
    [DbContext(typeof(JunhengDb)), Migration("202611220600_Construction_Standards")]
    private sealed class Standards : Migration
    {
        protected override void Up(MigrationBuilder migration)
        {
            migration.Table("construction_sets", t => t
                .Column<Guid>("id").Text("name", 200).Text("edition", 40).Text("source", 300).Column<DateOnly>("from", nullable: true).Column<int>("version")
                .Key("id").Unique("name", "edition"));
            migration.Table("construction_items", t => t
                .Column<Guid>("id").Column<Guid>("set_id").Text("name", 200).Text("unit", 20).Column<int>("order").Column<int>("version")
                .Key("id").Unique("set_id", "name"));
            migration.Table("construction_works", t => t
                .Column<Guid>("id").Column<Guid>("item_id").Column<Guid>("organisation_id").Column<double>("planned", nullable: true).Column<double>("done", nullable: true)
                .Column<DateOnly>("started_on", nullable: true).Column<DateOnly>("finished_on", nullable: true).Text("note", 500, nullable: true).Column<int>("version")
                .Key("id").Unique("item_id", "organisation_id").Index("organisation_id"));
        }
    }
}
