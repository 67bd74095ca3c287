using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Schools.Imports;

/// <summary>The register in memory while a table is compared with it. Rows outside the actor's scope are not in it.</summary>
internal sealed class KnownSchools
{
    private readonly OrganisationTree tree;
    private readonly Dictionary<Guid, School> byId;
    private readonly Dictionary<string, Guid> byFormerCode = new(StringComparer.Ordinal);
    private readonly Dictionary<(int, string), Organisation> temporary = [];

    private KnownSchools(OrganisationTree tree, List<School> schools, IEnumerable<SchoolChange> coded)
    {
        this.tree = tree;
        byId = schools.ToDictionary(s => s.OrganisationId);
        foreach (var change in coded) byFormerCode[change.FormerCode!] = change.OrganisationId;
        foreach (var school in schools)
            if (school.Temporary && tree.Find(school.OrganisationId) is { } organisation) temporary.TryAdd((school.District, organisation.Name), organisation);
    }

    public static async Task<KnownSchools> Load(JunhengDb db, OrganisationTree tree, CancellationToken cancellation) => new(tree,
        await db.Set<School>().AsNoTracking().ToListAsync(cancellation),
        await db.Set<SchoolChange>().AsNoTracking().Where(c => c.FormerCode != null).ToListAsync(cancellation));

    public School? Find(Guid id) => byId.GetValueOrDefault(id);

    /// <summary>The school that once had this temporary code.</summary>
    public Organisation? ByFormerCode(string code) => byFormerCode.TryGetValue(code, out var id) ? tree.Find(id) : null;

    /// <summary>A school without a code, taken in before under the same name.</summary>
    public Organisation? Temporary(Organisation district, string name) => temporary.GetValueOrDefault((district.Number, name));
}
