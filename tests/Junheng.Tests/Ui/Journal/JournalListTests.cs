using System.Net;
using Junheng.Platform.Access;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Support;

namespace Junheng.Tests.Ui.Journal;

public sealed class JournalListTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task The_auditor_reads_who_changed_what_and_others_do_not()
    {
        var district = await District.In(Database);
        using var auditor = await district.Visitor("D", Roles.Auditor);
        var page = await auditor.Open("/journal?q=Organisation");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("望溪小学", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("PasswordHash\":\"A", page.Html, StringComparison.Ordinal);
        using var officer = await district.Visitor("OFFICE", Roles.Officer);
        Assert.NotEqual(HttpStatusCode.OK, (await officer.Open("/journal")).Status);
    }
}
