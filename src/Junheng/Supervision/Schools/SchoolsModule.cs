using Junheng.Platform.Access;
using Junheng.Platform.Modules;
using Junheng.Supervision.Schools.Imports;
using Junheng.Supervision.Schools.Lists;

namespace Junheng.Supervision.Schools;

public sealed class SchoolsModule : Module
{
    public override string Key => "schools";
    public override string Title => SchoolTexts.Title;
    public override int Order => 20;

    public override IEnumerable<Permission> Permissions =>
    [
        new(Schools.Read, SchoolTexts.ReadPermission, Roles.Leader, Roles.Officer, Roles.Inspector, Roles.Contact, Roles.Clerk, Roles.Analyst, Roles.Administrator),
        new(Schools.Manage, SchoolTexts.ManagePermission, Roles.Officer, Roles.Administrator),
    ];

    public override IEnumerable<MenuItem> Menu => [new(SchoolTexts.ListMenu, "/schools", "school", Schools.Read)];

    // The import gathers the rows of one file: every file gets its own.
    public override void Configure(IServiceCollection services) => services.AddScoped<Schools>().AddScoped<SchoolRegister>().AddScoped<SchoolLists>().AddTransient<SchoolsImport>();

    public override Task Demonstrate(IServiceProvider services) => DemonstrationSchools.Lay(services);
}
