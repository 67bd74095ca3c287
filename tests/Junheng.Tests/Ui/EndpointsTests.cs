using Junheng.Platform.Access;
using Junheng.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Junheng.Tests.Ui;

public sealed class EndpointsTests(TestDatabase database) : DataTests(database)
{
    /// <summary>The framework's own; it declares nothing, so the fallback policy keeps it closed to everybody.</summary>
    private const string Framework = "Blazor Opaque Redirection";

    [Fact]
    public async Task Every_address_asks_for_a_permission_or_is_open_and_then_limited()
    {
        var endpoints = (await Database.Application).Endpoints;
        Assert.NotEmpty(endpoints);
        Assert.Equal([Framework], Unguarded(endpoints));
    }

    [Fact]
    public void Planted_addresses_without_a_guard_are_found()
    {
        Endpoint Planted(string name, params object[] metadata) => new(null, new EndpointMetadataCollection(metadata), name);
        Assert.Equal(["bare", "open without limit"], Unguarded(
        [
            Planted("bare"),
            Planted("open without limit", new AllowAnonymousAttribute()),
            Planted("open", new AllowAnonymousAttribute(), new EnableRateLimitingAttribute("anonymous")),
            Planted("permitted", new PermissionAttribute("documents.read")),
        ]));
    }

    private static IEnumerable<string> Unguarded(IEnumerable<Endpoint> endpoints) =>
        from endpoint in endpoints
        let open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        where open ? endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>() is null : endpoint.Metadata.GetMetadata<PermissionAttribute>() is null
        select endpoint.DisplayName;
}
