using Junheng.Platform.Jobs;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Platform.Modules;

/// <summary>The only registration of a feature folder. Every sealed subclass in the assembly is found by itself.</summary>
public abstract class Module
{
    /// <summary>Stable word in permissions, routes and the journal: <c>documents</c>.</summary>
    public abstract string Key { get; }

    /// <summary>Name in zh-CN as the menu shows it.</summary>
    public abstract string Title { get; }

    /// <summary>Place among the modules, in the menu and when demonstration data are laid; the platform's own come first.</summary>
    public virtual int Order => 100;

    public virtual IEnumerable<MenuItem> Menu => [];

    public virtual IEnumerable<Permission> Permissions => [];

    /// <summary>Work that comes round by itself.</summary>
    public virtual IEnumerable<Schedule> Schedules => [];

    /// <summary>What the module shows on the home page.</summary>
    public virtual IEnumerable<HomeCard> HomeCards => [];

    /// <summary>What the module adds to pages of other modules.</summary>
    public virtual IEnumerable<Panel> Panels => [];

    public virtual void Configure(IServiceCollection services) { }

    /// <summary>What answers before anybody is asked who he is, and before antiforgery and compression: addresses whose link is the authority.</summary>
    public virtual void Front(IApplicationBuilder app) { }

    /// <summary>JSON endpoints and downloads; pages are found by their routes.</summary>
    public virtual void Map(IEndpointRouteBuilder endpoints) { }

    /// <summary>Lays invented data, marked as such, into a new demonstration database; runs as the system.</summary>
    public virtual Task Demonstrate(IServiceProvider services) => Task.CompletedTask;
}

/// <summary>A line of the navigation.</summary>
/// <param name="Icon">Name of a Tabler icon, e.g. <c>file-text</c>.</param>
/// <param name="Permission">Key of the permission without which the line is not shown; null shows it to everybody signed in.</param>
public sealed record MenuItem(string Title, string Path, string Icon, string? Permission = null);

/// <summary>A piece of the home page.</summary>
/// <param name="Component">A Razor component without parameters; one that reads data derives from <c>DataCard</c>.</param>
/// <param name="Permission">Key of the permission without which it is not shown; null shows it to everybody signed in.</param>
public sealed record HomeCard(Type Component, string? Permission = null);

/// <summary>A piece of another module's page, below what that page shows itself.</summary>
/// <param name="Page">The word by which the page asks for its panels: <c>school</c>.</param>
/// <param name="Component">A Razor component with one parameter <c>Id</c>, a Guid; one that reads data derives from <c>DataCard</c>.</param>
/// <param name="Permission">Key of the permission without which it is not shown; null shows it to everybody who may open the page.</param>
public sealed record Panel(string Page, Type Component, string? Permission = null);

/// <summary>Something one may do, and the roles that may.</summary>
public sealed record Permission(string Key, string Title, params string[] Roles);
