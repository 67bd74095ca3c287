using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Platform.Journal;

public static class JournalSchema
{
    [DbContext(typeof(JunhengDb)), Migration("202611210902_Journal_Entries")]
    private sealed class Entries : Migration
    {
        protected override void Up(MigrationBuilder migration) => migration.Table("journal", t => t
            .Column<int>("district").Column<long>("id").Column<DateTime>("at").Text("account_id", 40, nullable: true).Text("actor_name", 200)
            .Text("entity", 100).Text("entity_key", 200).Text("action", 20).Text("reason", nullable: true).Text("before", nullable: true)
            .Text("after", nullable: true).Column<byte[]>("hash").Column<long>("block", nullable: true)
            .Key("district", "id").Index("district", "entity", "entity_key"));
    }

    [DbContext(typeof(JunhengDb)), Migration("202611210913_Journal_Blocks")]
    private sealed class Blocks : Migration
    {
        protected override void Up(MigrationBuilder migration)
        {
            migration.Table("journal_blocks", t => t
                .Column<long>("number").Column<long>("first").Column<long>("last").Column<byte[]>("previous_root").Column<byte[]>("merkle_root")
                .Column<int>("count").Column<DateTime>("at").Column<byte[]>("root").Key("number"));
            migration.Index("journal", unique: false, "block", "id");
        }
    }
}
