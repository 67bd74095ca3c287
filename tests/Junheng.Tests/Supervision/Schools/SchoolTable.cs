using System.Text;
using Junheng.Platform.Access;
using Junheng.Platform.Imports;
using Junheng.Supervision.Schools.Imports;
using Junheng.Tests.Support;

namespace Junheng.Tests.Supervision.Schools;

/// <summary>Schools as their district would send them.</summary>
public static class SchoolTable
{
    public const string Header = "code,name,stages,nature,town,group,latitude,longitude,district,school_type,founder,parent_code,opened,closed,order\n";

    public static async Task<ImportReport> ImportSchools(this TestDatabase database, string csv, bool trial = false, Actor? actor = null)
    {
        await using var scope = database.As(actor ?? Actor.System("test"));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        return await scope.Get<SchoolsImport>().Run(new ImportFile("学校.csv", content), trial);
    }
}
