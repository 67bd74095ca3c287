using System.Collections.Immutable;

namespace Junheng.Platform.Modules;

/// <summary>All modules of the assembly in their order.</summary>
public sealed class ModuleCatalogue
{
    public ImmutableArray<Module> Modules { get; } =
        [.. typeof(Module).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(Module)))
            .Select(t => (Module)Activator.CreateInstance(t)!)
            .OrderBy(m => m.Order).ThenBy(m => m.Key, StringComparer.Ordinal)];

    /// <summary>The permissions a role holds in all modules.</summary>
    public IEnumerable<string> PermissionsOf(string role) =>
        from module in Modules
        from permission in module.Permissions
        where permission.Roles.Contains(role)
        select permission.Key;

    /// <summary>What the modules add to a page, as far as the actor may see it.</summary>
    public IEnumerable<Panel> PanelsOf(string page, Access.Actor actor) =>
        Modules.SelectMany(m => m.Panels).Where(p => p.Page == page && (p.Permission is null || actor.Can(p.Permission)));
}
