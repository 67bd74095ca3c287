using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Junheng.Platform.Sheets;
using Junheng.Platform.Sheets.Tables;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Platform.Access.Imports;

/// <summary>Takes in people with their posts: one row is one person on one post; a known account gets the post only.</summary>
public sealed class AccountsImport(JunhengDb db, Organisations organisations, Accounts accounts, Posts posts)
{
    public static readonly TableColumn[] Columns =
    [
        new("account", AccessTexts.AccountHeader), new("name", AccessTexts.PersonHeader), new("organisation", AccessTexts.CodeHeader),
        new("post", AccessTexts.PostHeader), new("role", AccessTexts.RoleHeader), new("until", AccessTexts.UntilHeader) { Required = false },
    ];

    /// <param name="trial">Checks everything and saves nothing.</param>
    /// <param name="password">Given to every new account instead of a printed one of its own; for the demonstration district.</param>
    /// <exception cref="SheetException">The file is no readable table.</exception>
    public async Task<ImportOutcome> Run(SheetReader file, bool trial, string? password = null, CancellationToken cancellation = default)
    {
        db.Actor.Demand(Accounts.Manage);
        using var table = Table.Open(file.First, Columns, cancellation);
        var rows = new List<Row>();
        foreach (var row in table.Rows())
            if (await Check(row) is { } accepted) rows.Add(accepted);
        if (trial || table.Errors.Count > 0) return new(table.Read, 0, table.Errors);
        var issued = accounts.Prepare(rows.Where(r => r.Known is null).Select(r => (r.Account, r.Name)).DistinctBy(r => r.Account), password);
        var byName = issued.ToDictionary(i => i.Account.UserName!, i => i.Account);
        foreach (var row in rows)
        {
            var post = await db.Set<Post>().FirstOrDefaultAsync(p => p.OrganisationId == row.Organisation.Id && p.Title == row.Post && p.Role == row.Role, cancellation);
            if (post is null) db.Add(post = new Post(row.Organisation, row.Post, row.Role));
            try
            {
                await posts.Seat(post, row.Known ?? byName[row.Account], row.Until);
            }
            catch (RuleException refused)
            {
                table.Refuse(row.Number, "until", refused.Message);
            }
        }
        if (table.Errors.Count > 0)
        {
            db.ChangeTracker.Clear();
            return new(table.Read, 0, table.Errors);
        }
        await db.Save(AccessTexts.ImportReason, cancellation);
        return new(table.Read, rows.Count, []) { Issued = issued };
    }

    private async Task<Row?> Check(TableRow row)
    {
        var (account, name, code) = (row.Required("account"), row.Required("name"), row.Required("organisation"));
        var (post, roleName, until) = (row.Required("post"), row.Required("role"), row.Date("until"));
        var role = AccessTexts.RoleNames.FirstOrDefault(r => r.Value == roleName || r.Key == roleName).Key;
        if (roleName.Length > 0 && role is null) row.Refuse("role", AccessTexts.RoleUnknown(roleName));
        var organisation = code.Length == 0 ? null : await organisations.Find(SheetText.Fold(code));
        if (code.Length > 0 && organisation is null) row.Refuse("organisation", AccessTexts.OrganisationUnknown(code));
        if (account.Length == 0 || name.Length == 0 || post.Length == 0 || role is null || organisation is null) return null;
        var known = await accounts.Find(account);
        if (known is not null && known.DisplayName != name)
        {
            row.Refuse("name", AccessTexts.NameDiffers(account, known.DisplayName));
            return null;
        }
        return new(row.Number, account, name, organisation, post, role, until, known);
    }

    private sealed record Row(int Number, string Account, string Name, Organisation Organisation, string Post, string Role, DateOnly? Until, Account? Known);
}
