using System.Text;
using Junheng.Platform.Access;
using Junheng.Platform.Access.Imports;
using Junheng.Platform.Sheets;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Platform.Access.Imports;

public sealed class OrganisationsImportTests(TestDatabase database) : DataTests(database)
{
    private const string Header = "机构代码,机构名称,类别,上级代码,次序\n";

    [Fact]
    public async Task Streets_towns_and_industrial_zones_are_all_towns()
    {
        await District.In(Database);
        var outcome = await Import(Header + "T1,望江街道,街道,D,201\nT2,白石镇,镇,D,202\nT3,滨海工业区,工业区,D,203\nT4,松林乡,乡,D,204\nT5,云岭镇,街镇,D,205\n");
        Assert.Empty(outcome.Refused);
        await using var scope = Database.AsSystem();
        var kinds = await scope.Db.Set<Organisation>().Where(o => o.Order > 200).Select(o => o.Kind).ToListAsync();
        Assert.Equal(Enumerable.Repeat(OrganisationKind.Town, 5), kinds);
    }

    [Fact]
    public async Task A_kind_nobody_knows_is_refused_with_its_row_and_column()
    {
        await District.In(Database);
        var outcome = await Import(Header + "X1,望江公司,公司,D,\n");
        Assert.Equal([(2, "类别")], outcome.Refused.Select(e => (e.Row, e.Column)));
        Assert.Equal(0, outcome.Stored);
    }

    private async Task<ImportOutcome> Import(string csv)
    {
        await using var scope = Database.AsSystem();
        using var file = await SheetReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "机构.csv");
        return await scope.Get<OrganisationsImport>().Run(file, trial: false);
    }
}
