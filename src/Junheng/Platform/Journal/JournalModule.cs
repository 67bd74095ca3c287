using Junheng.Platform.Access;
using Junheng.Platform.Jobs;
using Junheng.Platform.Modules;

namespace Junheng.Platform.Journal;

public sealed class JournalModule : Module
{
    public const string ReadPermission = "journal.read";

    public override string Key => "journal";
    public override string Title => JournalTexts.Title;
    public override int Order => 1;
    public override IEnumerable<MenuItem> Menu => [new(JournalTexts.Title, "/journal", "history", ReadPermission)];
    public override IEnumerable<Permission> Permissions => [new(ReadPermission, JournalTexts.Read, Roles.Auditor)];
    public override IEnumerable<Schedule> Schedules => [Schedule.Every<SealJournal>(TimeSpan.FromMinutes(5))];

    public override void Configure(IServiceCollection services) =>
        services.AddSingleton<JournalAnchors>().AddScoped<JournalSealer>().AddScoped<JournalVerification>().AddScoped<JournalEntries>();
}
