using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Supervision.Surveys.Results;

public static class ResultsSchema
{
    [DbContext(typeof(JunhengDb)), Migration("202611220710_Results_Stored")]
    private sealed class Stored : Migration
    {
        protected override void Up(MigrationBuilder migration) => migration.Table("survey_results", t => t
            .Column<int>("campaign").Column<Guid>("campaign_id").Column<Guid>("district").Text("questionnaire", 80).Column<int>("edition")
            .Column<int>("received").Column<int>("valid").Column<DateTime>("at").Column<double>("milliseconds").Column<byte[]>("content")
            .Key("campaign").Index("district", "questionnaire"));
    }
}
