using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Platform.Web;

public static class WebSchema
{
    [DbContext(typeof(JunhengDb)), Migration("202611210940_Web_FormKeys")]
    private sealed class FormKeyTable : Migration
    {
        protected override void Up(MigrationBuilder migration) => migration.Table("form_keys", t => t
            .Text("key", 40).Column<Guid>("account_id", nullable: true).Column<DateTime>("used_at").Text("location", 2000, nullable: true)
            .Key("key").Index("used_at"));
    }
}
