using System.Text;
using Junheng.Platform.Access;
using Junheng.Platform.Imports;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Supervision.Facts;

/// <summary>A small district for tests of the ledger: a primary school, a junior school, a nine-year school.</summary>
internal static class SchoolsForFacts
{
    public const string Register =
        "code,name,stages,nature,town,group\n3131000001,云浦区第一小学,primary,public,望溪街道,\n3131000002,云浦区第二初级中学,junior,public,望溪街道,\n3131000003,云浦区九年一贯制学校,primary;junior,public,青禾街道,\n";

    public static async Task Lay(TestDatabase database)
    {
        await using var scope = database.AsSystem();
        if (await scope.Db.Set<Organisation>().AnyAsync()) return;
        scope.Db.Add(new Organisation(1, "YP", "云浦区", OrganisationKind.District, null, 1));
        await scope.Db.Save();
        Assert.Empty((await Import(database, "schools", "schools.csv", Register)).Refused);
    }

    public static Task<ImportReport> Import(TestDatabase database, string kind, string name, string csv, bool trial = false) =>
        Import(database, kind, name, Encoding.UTF8.GetBytes(csv), trial);

    public static async Task<ImportReport> Import(TestDatabase database, string kind, string name, byte[] content, bool trial = false)
    {
        await using var scope = database.AsSystem();
        using var stream = new MemoryStream(content);
        return await ImportKind.Find(kind)!.Take(scope.Get<IServiceProvider>(), new ImportFile(name, stream), trial);
    }

    /// <summary>The number by which the ledger knows an organisation.</summary>
    public static async Task<int> Number(TestDatabase database, string code)
    {
        await using var scope = database.AsSystem();
        return (await scope.Db.Set<Organisation>().SingleAsync(o => o.Code == code)).Number;
    }
}
