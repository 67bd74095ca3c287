using System.Reflection;
using Junheng.Platform.Access;
using Junheng.Platform.Modules;
using Junheng.Platform.Web;
using Junheng.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace Junheng.Tests.Ui;

public sealed class PagesTests
{
    private static readonly Type[] All = typeof(App).Assembly.GetTypes();

    [Fact]
    public void Every_page_says_who_may_open_it()
    {
        Assert.NotEmpty(Pages(All));
        Assert.Empty(Undeclared(All));
    }

    [Fact]
    public void Planted_pages_without_a_declaration_or_with_two_are_found() =>
        Assert.Equal(["Both", "Neither"], Undeclared([typeof(Neither), typeof(Both), typeof(Sound)]).Order());

    [Fact]
    public void Every_permission_a_page_asks_for_is_declared_by_a_module()
    {
        var declared = new ModuleCatalogue().Modules.SelectMany(m => m.Permissions).Select(p => p.Key).Append(PermissionAttribute.SignedIn).ToHashSet();
        Assert.Empty(Pages(All).SelectMany(p => p.GetCustomAttributes<PermissionAttribute>()).Select(p => p.Key).Except(declared));
    }

    [Fact]
    public void Every_menu_line_leads_to_a_page_and_has_its_icon()
    {
        var routes = Pages(All).SelectMany(p => p.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template).ToHashSet();
        var icons = new Icons(new WebFiles());
        Assert.All(new ModuleCatalogue().Modules.SelectMany(m => m.Menu), item =>
        {
            Assert.Contains(item.Path, routes);
            Assert.NotEmpty(icons[item.Icon]);
        });
    }

    [Fact]
    public void A_piece_of_the_home_page_is_a_component() =>
        Assert.All(new ModuleCatalogue().Modules.SelectMany(m => m.HomeCards), card => Assert.True(card.Component.IsAssignableTo(typeof(IComponent))));

    [Fact]
    public void A_name_that_is_no_icon_is_refused() => Assert.Throws<ArgumentException>(() => new Icons(new WebFiles())["no-such-icon"]);

    private static IEnumerable<Type> Pages(IEnumerable<Type> types) => types.Where(t => t.IsDefined(typeof(RouteAttribute)));

    private static IEnumerable<string> Undeclared(IEnumerable<Type> types) =>
        Pages(types).Where(p => p.IsDefined(typeof(PermissionAttribute)) == p.IsDefined(typeof(AllowAnonymousAttribute))).Select(p => p.Name);

    [Route("/planted/neither")]
    private sealed class Neither : ComponentBase;

    [Route("/planted/both"), Permission(PermissionAttribute.SignedIn), AllowAnonymous]
    private sealed class Both : ComponentBase;

    [Route("/planted/sound"), Permission(PermissionAttribute.SignedIn)]
    private sealed class Sound : ComponentBase;
}
