using System.Net;
using System.Text.Json;
using Junheng.Platform.Access;
using Junheng.Platform.Files;
using Junheng.Platform.Jobs;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Support;

namespace Junheng.Tests.Platform.Jobs;

public sealed class JobEndpointTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task Whoever_oversees_jobs_sees_how_one_stands_and_others_are_told_there_is_none()
    {
        var district = await District.In(Database);
        Guid id;
        await using (var scope = Database.AsSystem())
        {
            id = (await scope.Get<JobQueue>().Enqueue<SweepFiles>(0, notBefore: Database.Clock.Now.UtcDateTime.AddYears(1))).Id;
            await scope.Db.Save();
        }
        using var administrator = await district.Visitor("D", Roles.Administrator);
        var state = JsonDocument.Parse(await administrator.Client.GetStringAsync($"/api/jobs/{id}")).RootElement;
        Assert.Equal(("排队等待中", 0, false), (state.GetProperty("message").GetString(), state.GetProperty("progress").GetInt32(), state.GetProperty("over").GetBoolean()));
        Assert.Equal(HttpStatusCode.BadRequest, (await administrator.Client.PostAsync($"/api/jobs/{id}/cancel", null)).StatusCode);
        using var contact = await district.Visitor("FINANCE", Roles.Contact);
        Assert.Equal(HttpStatusCode.NotFound, (await contact.Client.GetAsync($"/api/jobs/{id}")).StatusCode);
        using var stranger = (await Database.Application).Visitor();
        Assert.DoesNotContain("progress\":", await (await stranger.Client.GetAsync($"/api/jobs/{id}")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
