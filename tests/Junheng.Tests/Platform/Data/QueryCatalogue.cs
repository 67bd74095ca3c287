using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Jobs;
using Junheng.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Platform.Data;

/// <summary>Queries whose answer could differ between the databases. Each gives its rows as text in its own order.</summary>
public static class QueryCatalogue
{
    private const string Kind = "catalogue";

    public static readonly IReadOnlyDictionary<string, Func<JunhengDb, IQueryable<string>>> Queries = new Dictionary<string, Func<JunhengDb, IQueryable<string>>>
    {
        ["Chinese text by code point"] = db => Rows(db).OrderBy(o => o.Name).Select(o => o.Name),
        ["Chinese text by code point, backwards"] = db => Rows(db).OrderByDescending(o => o.Name).ThenBy(o => o.Code).Select(o => o.Name),
        ["capital letters before small ones"] = db => Rows(db).OrderBy(o => o.Code).Select(o => o.Code),
        ["official order"] = db => Rows(db).OrderBy(o => o.Path).Select(o => o.Name),
        ["a subtree as an interval of paths"] = db => Rows(db).Where(o => o.Path.CompareTo("0001.") >= 0 && o.Path.CompareTo("0001/") < 0).OrderBy(o => o.Path).Select(o => o.Path),
        ["empty dates last"] = db => Rows(db).OrderByNullsLast(o => o.ValidFrom).ThenBy(o => o.Code).Select(o => o.Code),
        ["empty dates last, newest first"] = db => Rows(db).OrderByDescendingNullsLast(o => o.ValidFrom).ThenBy(o => o.Code).Select(o => o.Code),
        ["empty dates last, second"] = db => Rows(db).OrderBy(o => o.Kind).ThenByNullsLast(o => o.ValidTo).ThenBy(o => o.Code).Select(o => o.Code),
        ["equal text minds the case"] = db => Rows(db).Where(o => o.Code == "ab").OrderBy(o => o.Code).Select(o => o.Code),
        ["contains minds the case"] = db => Rows(db).Where(o => o.Name.Contains("AB")).OrderBy(o => o.Code).Select(o => o.Name),
        ["contains with signs of LIKE"] = db => Rows(db).Where(o => o.Name.Contains("%") || o.Name.Contains("_")).OrderBy(o => o.Code).Select(o => o.Name),
        ["begins with"] = db => Rows(db).Where(o => o.Name.StartsWith("望溪")).OrderBy(o => o.Code).Select(o => o.Name),
        ["ends with"] = db => Rows(db).Where(o => o.Name.EndsWith("小学")).OrderBy(o => o.Code).Select(o => o.Name),
        ["small letters, ASCII only"] = db => Rows(db).Where(o => o.Name.ToLower().Contains("ab")).OrderBy(o => o.Code).Select(o => o.Name),
        ["length in characters"] = db => Rows(db).OrderBy(o => o.Name.Length).ThenBy(o => o.Code).Select(o => o.Name.Length + " " + o.Name),
        ["part of a text"] = db => Rows(db).OrderBy(o => o.Code).Select(o => o.Name.Substring(0, 2)),
        ["extension B among the others"] = db => Rows(db).Where(o => o.Name.Contains("𠮷")).OrderBy(o => o.Code).Select(o => o.Name),
        ["years of dates"] = db => Rows(db).Where(o => o.ValidFrom != null).OrderBy(o => o.Code).Select(o => o.ValidFrom!.Value.Year + "-" + o.ValidFrom!.Value.Month),
        ["a range of dates"] = db => Rows(db).Where(o => o.ValidFrom >= new DateOnly(2020, 1, 1) && o.ValidFrom < new DateOnly(2024, 9, 1)).OrderBy(o => o.Code).Select(o => o.Code),
        ["not equal leaves empty ones in"] = db => Rows(db).Where(o => o.ValidTo != new DateOnly(2025, 8, 31)).OrderBy(o => o.Code).Select(o => o.Code),
        ["groups in order"] = db => Rows(db).GroupBy(o => o.Kind).OrderBy(g => g.Key).Select(g => g.Key + " " + g.Count()),
        ["sums and extremes"] = db => Rows(db).GroupBy(o => o.ParentId != null).OrderBy(g => g.Key).Select(g => g.Sum(o => o.Order) + " " + g.Max(o => o.Order) + " " + g.Min(o => o.Number)),
        ["whole-number division"] = db => Rows(db).OrderBy(o => o.Code).Select(o => (o.Number / 2) + " " + (o.Number % 3)),
        ["a mean"] = db => Rows(db).GroupBy(o => 1).Select(g => g.Average(o => o.Order) > 3 ? "more" : "less"),
        ["distinct kinds"] = db => Rows(db).Select(o => o.Kind).Distinct().OrderBy(k => k).Select(k => k + ""),
        ["the second page"] = db => Rows(db).OrderBy(o => o.Path).Skip(3).Take(3).Select(o => o.Path),
        ["a left join"] = db => from child in Rows(db)
                                join parent in Rows(db) on child.ParentId equals parent.Id into parents
                                from parent in parents.DefaultIfEmpty()
                                orderby child.Path
                                select child.Name + " < " + (parent == null ? "-" : parent.Name),
        ["a list as one parameter"] = db => Many(db),
        ["instants to the microsecond"] = db => db.Set<Job>().Where(j => j.Kind == Kind).OrderBy(j => j.NotBefore).ThenBy(j => j.UniqueKey).Select(j => j.UniqueKey!),
        ["an instant met exactly"] = db => db.Set<Job>().Where(j => j.Kind == Kind && j.NotBefore == Instant).OrderBy(j => j.UniqueKey).Select(j => j.UniqueKey!),
        ["booleans and enumerations"] = db => db.Set<Job>().Where(j => j.Kind == Kind && !j.CancelRequested && j.State == JobState.Waiting).OrderBy(j => j.UniqueKey).Select(j => j.UniqueKey + " " + j.State),
        ["lists of keys in a column"] = db => db.Set<SearchEntry>().Where(e => e.Kind == Kind && e.NamedUnits.Contains(Unit)).OrderBy(e => e.Title).Select(e => e.Title),
        ["keys in order"] = db => db.Set<SearchEntry>().Where(e => e.Kind == Kind).OrderBy(e => e.EntityId).Select(e => e.Title),
    };

    /// <summary>Terms asked of the full-text index.</summary>
    public static readonly string[] Terms = ["教育", "育", "经费 2023", "𠮷", "ab", "费投", "没有", "2023年", "小学 局"];

    private static readonly Guid Unit = Guid.Parse("0198c0de-0000-7000-8000-00000000000a");
    private static readonly DateTime Instant = new DateTime(2026, 3, 1, 23, 59, 59, DateTimeKind.Utc).AddTicks(1234567);

    /// <summary>A list of five thousand numbers, which hold every second school.</summary>
    private static IQueryable<string> Many(JunhengDb db)
    {
        var numbers = Enumerable.Range(0, 5000).Select(i => i * 2).ToList();
        return Rows(db).Where(o => numbers.Contains(o.Number)).OrderBy(o => o.Path).Select(o => o.Name);
    }

    public static async Task Fill(JunhengDb db, SearchIndex index)
    {
        var root = Add(new Organisation(1, "ROOT", "云浦区", OrganisationKind.District, null, 1));
        (string Code, string Name, OrganisationKind Kind, string? From, string? To)[] rows =
        [
            ("ab", "望溪小学", OrganisationKind.School, "2020-09-01", null), ("AB", "白鹭小学", OrganisationKind.School, null, "2025-08-31"),
            ("Ab", "𠮷村小学", OrganisationKind.School, "2024-02-29", null), ("b1", "望溪街道", OrganisationKind.Town, null, null),
            ("a_", "AB 实验学校", OrganisationKind.School, "1999-12-31", null), ("a%", "ab_分校", OrganisationKind.School, "2024-09-01", "2030-01-01"),
            ("z", "财政局", OrganisationKind.Department, "2021-01-01", null), ("10", "ÄB 100%", OrganisationKind.Group, null, null),
            ("9", "\uE863教育局", OrganisationKind.Department, null, null), ("é", "㐀学校", OrganisationKind.School, "2023-12-31", "2024-01-01"),
        ];
        var order = 0;
        foreach (var row in rows)
        {
            var organisation = Add(new Organisation(2 + order, row.Code, row.Name, row.Kind, row.Code == "z" ? null : root, ++order + (row.Code == "z" ? 1 : 0)));
            db.Entry(organisation).Property(o => o.ValidFrom).CurrentValue = row.From is null ? null : DateOnly.Parse(row.From);
            db.Entry(organisation).Property(o => o.ValidTo).CurrentValue = row.To is null ? null : DateOnly.Parse(row.To);
        }
        foreach (var (key, ticks) in new[] { ("exact", 0), ("same microsecond", 2), ("later", 10), ("earlier", -10) })
            db.Add(new Job(Kind, "{}", key, null, Instant, Instant.AddTicks(ticks)));
        await db.Write(async () =>
        {
            var at = 0;
            foreach (var (title, text) in new[] { ("教育局", "2023年教育经费投入，𠮷村小学"), ("AB", "小学教育局 ab"), ("财政", "经费\n2023") })
                await index.Put(Kind, Guid.Parse($"0198c0de-0000-7000-8000-0000000000{"0fA"[at]}{"a0F"[at]}"), new Named(root.Id, [Unit]), title, text, Instant.AddDays(at++ % 2));
            await db.Save();
        });

        Organisation Add(Organisation organisation)
        {
            db.Add(organisation);
            return organisation;
        }
    }

    private static IQueryable<Organisation> Rows(JunhengDb db) => db.Set<Organisation>();

    private sealed record Named(Guid OrganisationId, List<Guid> NamedUnits) : ILevelled
    {
        public Guid DistrictId => OrganisationId;
        public ConfidentialityLevel Level => ConfidentialityLevel.NamedUnits;
    }
}
