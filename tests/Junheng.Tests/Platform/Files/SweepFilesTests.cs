using System.Text;
using Junheng.Platform.Access;
using Junheng.Platform.Files;
using Junheng.Platform.Jobs;
using Junheng.Tests.Platform.Data;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Tests.Platform.Files;

public sealed class SweepFilesTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task Only_old_contents_that_no_row_holds_are_swept_and_lost_or_altered_ones_are_named()
    {
        await using var planted = await FromModel.Create(Database, options => options.ReplaceService<IModelCustomizer, PlantedModel>());
        await using var scope = new TestScope(planted.Services.CreateAsyncScope(), Actor.System("test"));
        var store = new ContentStore(Database.Settings, Database.Clock);
        var (held, orphan) = (await Add("有主"), await Add("无主"));
        scope.Db.Add(new Plan { FileHash = held });
        await scope.Db.Save();
        Database.Clock.Advance(TimeSpan.FromHours(25));
        var young = await Add("刚上传");

        var run = new JobRun(new Job("files.sweep", "{}", null, null, Database.Clock.Now.UtcDateTime, null), "lease", scope.Db, planted.Services);
        await new SweepFiles(scope.Db, store, Database.Clock).Run(run, default);
        Assert.Equal((true, false, true), (store.Has(held), store.Has(orphan), store.Has(young)));
        Assert.Equal((1, 0), await FileVerification.Verify(scope.Db, store) is var sound ? (sound.Checked, sound.Faults.Count) : default);

        var place = Path.Combine(Database.Settings.DataDirectory, "files", held[..2], held[2..]);
        await File.AppendAllTextAsync(place, "x");
        Assert.Contains("内容已变", Assert.Single((await FileVerification.Verify(scope.Db, store)).Faults));
        File.Delete(place);
        Assert.Contains("丢失", Assert.Single((await FileVerification.Verify(scope.Db, store)).Faults));

        async Task<string> Add(string text) => (await store.Add(new MemoryStream(Encoding.UTF8.GetBytes(text)), "f")).Hash;
    }

    [Fact]
    public async Task The_files_of_documents_are_held()
    {
        await using var scope = Database.AsSystem();
        var columns = FileReferences.Columns(scope.Db.Model).Select(c => $"{c.DeclaringType.GetTableName()}.{c.GetColumnName()}");
        Assert.Contains("documents.file_hash", columns);
        Assert.Contains("documents.formal_hash", columns);
    }
}
