using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Platform.Events;

public static class EventsSchema
{
    [DbContext(typeof(JunhengDb)), Migration("202611210914_Events_Rows")]
    private sealed class Rows : Migration
    {
        protected override void Up(MigrationBuilder migration) => migration.Table("events", t => t
            .Column<long>("id").Text("name", 100).Text("payload").Column<DateTime>("at").Key("id"));
    }
}
