using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Junheng.Platform.Sheets;
using Junheng.Platform.Sheets.Tables;

namespace Junheng.Platform.Access.Imports;

/// <summary>Takes in the organisation tree of a district from a table; parents stand above their children or are known already.</summary>
public sealed class OrganisationsImport(JunhengDb db)
{
    public static readonly TableColumn[] Columns =
    [
        new("code", AccessTexts.CodeHeader), new("name", AccessTexts.NameHeader), new("kind", AccessTexts.KindHeader),
        new("parent_code", AccessTexts.ParentHeader) { Required = false }, new("order", AccessTexts.OrderHeader) { Required = false },
    ];

    /// <param name="trial">Checks everything and saves nothing.</param>
    /// <exception cref="SheetException">The file is no readable table.</exception>
    public async Task<ImportOutcome> Run(SheetReader file, bool trial, CancellationToken cancellation = default)
    {
        db.Actor.Demand(Organisations.Manage);
        using var table = Table.Open(file.First, Columns, cancellation);
        var tree = await OrganisationTree.Load(db, cancellation);
        foreach (var row in table.Rows())
        {
            var (code, name, kind) = (row.Code("code") ?? "", row.Text("name") ?? "", Kind(row));
            var order = row.Count("order");
            if (kind is null) continue;
            try
            {
                if (tree.Find(code) is { } known) tree.Change(known).Rename(name);
                else tree.Place(code, name, kind.Value, row.Code("parent_code"), (int?)order);
            }
            catch (RuleException refused)
            {
                table.Refuse(row.Number, ColumnOf(refused.Field), refused.Message);
            }
        }
        if (trial || table.Errors.Count > 0)
        {
            db.ChangeTracker.Clear();
            return new(table.Read, 0, table.Errors);
        }
        db.AddRange(tree.Added);
        await db.Save(AccessTexts.ImportReason, cancellation);
        return new(table.Read, table.Read, []);
    }

    private static OrganisationKind? Kind(TableRow row)
    {
        var text = row.Required("kind");
        if (AccessTexts.TownNames.Contains(text)) return OrganisationKind.Town;
        foreach (var (kind, name) in AccessTexts.KindNames)
            if (text == name || text.Equals(kind.ToString(), StringComparison.OrdinalIgnoreCase)) return kind;
        if (text.Length > 0) row.Refuse("kind", AccessTexts.KindUnknown(text));
        return null;
    }

    private static string ColumnOf(string? field) => field switch
    {
        nameof(Organisation.Name) => "name",
        nameof(Organisation.ParentId) => "parent_code",
        nameof(Organisation.Order) => "order",
        _ => "code",
    };
}
