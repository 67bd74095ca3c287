using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Platform.Search;

public static class SearchSchema
{
    /// <summary>The table of words, which each database has in its own form and the model does not know.</summary>
    public const string Words = "search_words";

    [DbContext(typeof(JunhengDb)), Migration("202611210912_Search_Index")]
    private sealed class Index : Migration
    {
        protected override void Up(MigrationBuilder migration)
        {
            migration.Table("search_entries", t => t
                .Column<long>("id").Text("kind", 40).Column<Guid>("entity_id").Column<Guid>("organisation_id").Column<Guid>("district_id", nullable: true)
                .Text("level", 40, nullable: true).Column<List<Guid>>("named_units").Text("title", 500).Text("text").Column<DateTime>("at")
                .Key("id").Unique("kind", "entity_id"));
            migration.Table("search_passages", t => t
                .Column<long>("id").Column<long>("entry_id").Column<bool>("in_title").Key("id").Index("entry_id"));
            if (migration.OnPostgres())
            {
                migration.Sql($"CREATE TABLE {Words} (id bigint PRIMARY KEY, words tsvector NOT NULL)");
                migration.Sql($"CREATE INDEX ix_{Words}_words ON {Words} USING gin (words)");
            }
            // Tokens come ready cut: the ascii tokenizer splits at spaces and leaves everything beyond ASCII alone.
            else migration.Sql($"CREATE VIRTUAL TABLE {Words} USING fts5(words, content='', contentless_delete=1, tokenize='ascii')");
        }
    }
}
