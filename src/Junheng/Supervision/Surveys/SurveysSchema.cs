using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Supervision.Surveys;

public static class SurveysSchema
{
    [DbContext(typeof(JunhengDb)), Migration("202611220700_Surveys_Campaigns")]
    private sealed class Campaigns : Migration
    {
        protected override void Up(MigrationBuilder migration)
        {
            migration.Table("survey_campaigns", t => t
                .Column<Guid>("id").Column<int>("number").Column<Guid>("organisation_id").Text("title", 200).Text("organiser", 200)
                .Text("questionnaire_key", 80).Column<int>("edition").Text("questionnaire").Column<DateTime>("opens").Column<DateTime>("closes")
                .Column<int>("threshold").Text("classes", 1000).Text("on_site", 400).Column<int>("population", nullable: true).Text("base_address", 300)
                .Text("state", 40).Column<int>("version")
                .Key("id").Unique("number").Index("organisation_id"));
            migration.Table("survey_cells", t => t
                .Column<int>("campaign").Column<int>("number").Column<Guid>("organisation_id").Text("level", 40).Text("class", 60).Text("place", 200)
                .Column<Guid>("town_id", nullable: true).Text("town", 200, nullable: true).Text("stages", 80).Column<int>("size", nullable: true).Text("origin", 40)
                .Column<int>("stored_as").Column<bool>("open").Column<bool>("is_group")
                .Key("campaign", "number").Index("organisation_id"));
            migration.Table("survey_steps", t => t
                .Column<Guid>("id").Column<Guid>("campaign_id").Column<Guid>("organisation_id").Text("kind", 40).Text("by", 200).Column<DateTime>("at")
                .Text("reason", 500).Column<DateTime>("closes").Column<int>("count", nullable: true)
                .Key("id").Index("campaign_id"));
            migration.Table("survey_mappings", t => t
                .Column<Guid>("id").Column<Guid>("organisation_id").Text("name", 100).Text("questionnaire_key", 80).Text("rules").Column<int>("version")
                .Key("id").Index("organisation_id", "questionnaire_key"));
        }
    }
}
