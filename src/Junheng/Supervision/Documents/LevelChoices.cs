using Junheng.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Documents;

/// <summary>The choices of who may read a document.</summary>
public static class LevelChoices
{
    public static IEnumerable<(string Value, string Text)> All { get; } =
        [.. new[] { ConfidentialityLevel.Group, ConfidentialityLevel.NamedUnits, ConfidentialityLevel.District, ConfidentialityLevel.Open }
            .Select(level => (level.ToString(), LedgerTexts.Name(level)))];

    public static async Task<List<(string Value, string Text)>> Units(Organisations organisations) =>
        [.. (await organisations.InOrder.Where(o => o.Kind != OrganisationKind.School).Select(o => new { o.Id, o.Name }).ToListAsync())
            .Select(o => (o.Id.ToString(), o.Name))];
}
