using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Supervision.Questionnaires;

public static class QuestionnairesSchema
{
    [DbContext(typeof(JunhengDb)), Migration("202611220610_Questionnaires_Own")]
    private sealed class Own : Migration
    {
        protected override void Up(MigrationBuilder migration)
        {
            migration.Table("own_questionnaires", t => t
                .Column<Guid>("id").Column<Guid>("organisation_id").Text("key", 80).Text("title", 200).Text("based_on", 80).Column<int>("latest")
                .Text("draft", nullable: true).Text("before", nullable: true).Column<int>("version")
                .Key("id").Unique("organisation_id", "key"));
            migration.Table("own_questionnaire_editions", t => t
                .Column<Guid>("id").Column<Guid>("questionnaire_id").Column<Guid>("organisation_id").Column<int>("number").Text("text")
                .Text("reason", 500).Text("by", 200).Column<DateTime>("at")
                .Key("id").Unique("questionnaire_id", "number"));
        }
    }
}
