using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Supervision.Measures;

public static class MeasuresSchema
{
    [DbContext(typeof(JunhengDb)), Migration("202611220400_Measures_Results")]
    private sealed class Results : Migration
    {
        protected override void Up(MigrationBuilder migration)
        {
            migration.Table("evaluation_runs", t => t
                .Counter<int>("id").Column<int>("district").Text("pack", 80).Text("pack_name", 200).Column<int>("pack_version").Text("pack_hash", 64)
                .Column<int>("period_key").Column<int>("data_version").Text("precedence", 40).Text("schools", 64)
                .Text("verdict", 40).Column<List<string>>("indicators").Column<List<string>>("remarks").Column<int>("differing")
                .Column<DateTime>("at").Column<double>("milliseconds").Column<bool>("current")
                .Index("district", "pack", "period_key", "current"));
            migration.Table("evaluation_values", t => t
                .Column<int>("run").Column<short>("indicator").Column<short>("stage").Column<int>("organisation")
                .Column<double>("value", nullable: true).Column<short>("verdict").Column<bool>("below_floor")
                .Key("run", "indicator", "stage", "organisation"));
            migration.Table("evaluation_stages", t => t
                .Column<int>("run").Column<int>("organisation").Column<short>("stage").Column<short>("met").Column<short>("judged").Column<short>("unknown")
                .Column<short>("verdict").Column<double>("weight", nullable: true).Text("excluded", 300, nullable: true)
                .Key("run", "organisation", "stage"));
            migration.Table("evaluation_lines", t => t
                .Column<int>("run").Column<short>("number").Column<short>("kind").Text("key", 80).Text("against", 80).Column<short>("stage")
                .Column<int>("organisation").Column<double>("value", nullable: true).Column<double>("bound", nullable: true).Column<short>("verdict").Text("detail")
                .Key("run", "number"));
            migration.Table("own_packs", t => t
                .Column<Guid>("id").Column<Guid>("organisation_id").Text("key", 80).Text("name", 200).Text("based_on", 80).Column<int>("latest").Column<int>("version")
                .Key("id").Unique("organisation_id", "key"));
            migration.Table("own_pack_editions", t => t
                .Column<Guid>("id").Column<Guid>("pack_id").Column<Guid>("organisation_id").Column<int>("number").Text("text").Text("hash", 64)
                .Column<DateOnly>("valid_from").Column<DateOnly>("valid_to", nullable: true).Text("reason", 500).Text("by", 200).Column<DateTime>("at")
                .Key("id").Unique("pack_id", "number"));
        }
    }

    [DbContext(typeof(JunhengDb)), Migration("202611220410_Measures_Rosters")]
    private sealed class Rosters : Migration
    {
        protected override void Up(MigrationBuilder migration)
        {
            migration.Column<Guid>("evaluation_runs", "school_list");
            migration.Column<string>("evaluation_runs", "list_title", 200);
        }
    }
}
