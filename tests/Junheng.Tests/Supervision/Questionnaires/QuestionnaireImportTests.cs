using Junheng.Platform.Access;
using Junheng.Platform.Imports;
using Junheng.Supervision.Questionnaires;
using Junheng.Supervision.Questionnaires.XlsForms;
using Junheng.Tests.Support;

namespace Junheng.Tests.Supervision.Questionnaires;

/// <summary>Into a database that has nothing yet, as the command line makes it.</summary>
public sealed class QuestionnaireImportTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task An_empty_database_gets_a_district_and_says_so()
    {
        await using var scope = Database.AsSystem();
        Assert.Empty(scope.Db.Set<Organisation>());
        var form = XlsFormWriter.Write(new ShippedQuestionnaires().Find("school-climate")! with { Key = "first" });
        var report = await ImportKind.Find("questionnaire")!.Take(scope.Get<IServiceProvider>(), new("form.xlsx", new MemoryStream(form)), trial: false);
        Assert.Contains(report.Warnings, w => w.Reason.Contains("已新建", StringComparison.Ordinal));
        Assert.True(report.Stored > 0);
        Assert.Equal(1, (await scope.Get<QuestionnaireLibrary>().Get("first")).Edition);
        Assert.Single(scope.Db.Set<Organisation>());
    }
}
