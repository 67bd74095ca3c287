using Junheng.Platform.Access.Imports;
using Junheng.Platform.Data;
using Junheng.Platform.Modules;
using Junheng.Platform.Sheets;
using Junheng.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Platform.Access;

public sealed class AccessModule : Module
{
    /// <summary>Of all accounts of the demonstration district; the sign-in page shows it there.</summary>
    public const string DemonstrationPassword = "yunpu-demo-2026";

    public override string Key => "access";
    public override string Title => AccessTexts.Title;
    public override int Order => 0;

    public override IEnumerable<MenuItem> Menu =>
    [
        new(AccessTexts.OrganisationsMenu, "/organisations", "sitemap", Organisations.Manage),
        new(AccessTexts.AccountsMenu, "/accounts", "users", Accounts.Manage),
    ];

    public override IEnumerable<Permission> Permissions =>
    [
        new(Organisations.Manage, AccessTexts.OrganisationsMenu, Roles.Administrator),
        new(Posts.Manage, AccessTexts.PostsPermission, Roles.Administrator),
        new(Accounts.Manage, AccessTexts.AccountsMenu, Roles.Administrator),
    ];

    public override void Configure(IServiceCollection services)
    {
        services.AddScoped<Actors>().AddScoped<Organisations>().AddScoped<Posts>().AddScoped<Accounts>().AddScoped<SignIns>().AddScoped<DistrictProfile>().AddSingleton<Handouts>();
        services.AddScoped<OrganisationsImport>().AddScoped<AccountsImport>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = "/forbidden";
            cookie.ReturnUrlParameter = "return";
            cookie.Cookie.Name = "junheng";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
            cookie.SlidingExpiration = true;
        });
        // A reset password or a disabled account ends running sessions within a minute.
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddIdentityCore<Account>(SetRules).AddEntityFrameworkStores<JunhengDb>().AddSignInManager().AddDefaultTokenProviders()
            .AddErrorDescriber<AccountErrors>();
    }

    /// <summary>Lays the invented district from the same tables a real one would send.</summary>
    public override async Task Demonstrate(IServiceProvider services)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "samples", "district");
        using (var file = await SheetReader.Open(Path.Combine(folder, "organisations.csv")))
            Demand(await services.GetRequiredService<OrganisationsImport>().Run(file, trial: false));
        using (var file = await SheetReader.Open(Path.Combine(folder, "accounts.csv")))
            Demand(await services.GetRequiredService<AccountsImport>().Run(file, trial: false, DemonstrationPassword));
        var db = services.GetRequiredService<JunhengDb>();
        (await db.Set<Organisation>().SingleAsync(o => o.ParentId == null)).MarkAsDemonstration();
        await db.Save();
    }

    private static void Demand(ImportOutcome outcome)
    {
        if (outcome.Refused.Count > 0) throw new InvalidOperationException(string.Join('\n', outcome.Refused));
    }

    public override void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/accounts/import/template", () => ImportTemplate.File(AccountsImport.Columns)).WithMetadata(new PermissionAttribute(Accounts.Manage));
        endpoints.MapGet("/organisations/import/template", () => ImportTemplate.File(OrganisationsImport.Columns)).WithMetadata(new PermissionAttribute(Organisations.Manage));
        endpoints.MapPost("/sign-out", async (SignIns signIns, [FromForm] string? _) =>
        {
            await signIns.SignOut();
            return Results.Redirect("/sign-in");
        }).WithMetadata(new AllowAnonymousAttribute()).RequireRateLimiting(RateLimits.AnonymousPolicy);
    }

    private static void SetRules(IdentityOptions options)
    {
        // Passkeys, which version 3 of the schema adds, are not offered.
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version2;
        options.User.AllowedUserNameCharacters = "";
        options.Password.RequiredLength = 10;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = SignIns.TriesAllowed;
        options.Lockout.DefaultLockoutTimeSpan = SignIns.LockedFor;
    }
}
