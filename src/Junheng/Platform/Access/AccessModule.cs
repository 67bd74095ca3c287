using Junheng.Platform.Data;
using Junheng.Platform.Modules;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Platform.Access;

public sealed class AccessModule : Module
{
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
        services.AddScoped<Actors>().AddScoped<Organisations>().AddScoped<Posts>().AddScoped<Accounts>().AddScoped<SignIns>().AddScoped<DistrictProfile>();
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
