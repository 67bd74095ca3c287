using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Platform.Access;

public static class AccessSchema
{
    [DbContext(typeof(JunhengDb)), Migration("202611210900_Access_Organisations")]
    private sealed class Organisations : Migration
    {
        protected override void Up(MigrationBuilder migration)
        {
            migration.Table("organisations", t => t
                .Column<Guid>("id").Column<int>("number").Text("code", 40).Text("name", 200).Text("kind", 40).Column<Guid>("parent_id", nullable: true)
                .Text("path", 80).Column<int>("order").Column<DateOnly>("valid_from", nullable: true).Column<DateOnly>("valid_to", nullable: true).Column<bool>("demonstration").Column<int>("version")
                .Key("id").References("parent_id", "organisations").Unique("number").Unique("code").Unique("path").Index("parent_id"));
            migration.Table("posts", t => t
                .Column<Guid>("id").Column<Guid>("organisation_id").Text("title", 100).Text("role", 40).Text("reach", 40).Column<int>("version")
                .Key("id").References("organisation_id", "organisations").Index("organisation_id"));
            migration.Table("tenures", t => t
                .Column<Guid>("id").Column<Guid>("post_id").Column<Guid>("account_id").Column<DateOnly>("from").Column<DateOnly>("to", nullable: true).Column<int>("version")
                .Key("id").Index("account_id").Index("post_id"));
        }
    }

    [DbContext(typeof(JunhengDb)), Migration("202611210901_Access_Accounts")]
    private sealed class Accounts : Migration
    {
        protected override void Up(MigrationBuilder migration)
        {
            migration.Table("accounts", t => t
                .Column<Guid>("id").Text("display_name", 100).Column<bool>("must_change_password").Column<bool>("disabled")
                .Text("user_name", 256, nullable: true).Text("normalized_user_name", 256, nullable: true)
                .Text("email", 256, nullable: true).Text("normalized_email", 256, nullable: true).Column<bool>("email_confirmed")
                .Text("password_hash", nullable: true).Text("security_stamp", nullable: true).Text("concurrency_stamp", nullable: true)
                .Text("phone_number", 256, nullable: true).Column<bool>("phone_number_confirmed").Column<bool>("two_factor_enabled")
                .Column<DateTimeOffset>("lockout_end", nullable: true).Column<bool>("lockout_enabled").Column<int>("access_failed_count")
                .Key("id").Unique("normalized_user_name").Index("normalized_email"));
            migration.Table("account_claims", t => t
                .Counter<int>("id").Column<Guid>("user_id").Text("claim_type", nullable: true).Text("claim_value", nullable: true)
                .References("user_id", "accounts", ReferentialAction.Cascade).Index("user_id"));
            migration.Table("account_logins", t => t
                .Text("login_provider", 128).Text("provider_key", 128).Text("provider_display_name", nullable: true).Column<Guid>("user_id")
                .Key("login_provider", "provider_key").References("user_id", "accounts", ReferentialAction.Cascade).Index("user_id"));
            migration.Table("account_tokens", t => t
                .Column<Guid>("user_id").Text("login_provider", 128).Text("name", 128).Text("value", nullable: true)
                .Key("user_id", "login_provider", "name").References("user_id", "accounts", ReferentialAction.Cascade));
        }
    }
}
