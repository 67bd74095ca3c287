using Junheng.Platform.Access;
using Junheng.Platform.Search;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Support;

namespace Junheng.Tests.Platform.Search;

public sealed class SearchIndexTests(TestDatabase database) : DataTests(database)
{
    private static readonly DateTime Day = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly string kind = $"k{Guid.CreateVersion7():N}"[..20];

    [Fact]
    public async Task A_term_is_found_however_short()
    {
        var (owner, row) = await Unit("OFFICE");
        await Put(row, "教育经费", "2023年教育经费投入。总计ＡＢＣ，𠮷村小学");
        foreach (var query in new[] { "教育", "育", "费", "经费投入", "教育 2023年", "2023", "ABC", "𠮷", "𠮷村", "村小", "入。总" })
            Assert.True((await Find(owner, query)).Total == 1, $"{query} is not found");
        foreach (var query in new[] { "ｂ 教", "投教", "费投入总", "202", "村学", "𠮷小", "。", "" })
            Assert.True((await Find(owner, query)).Total == 0, $"{query} is found");
    }

    [Fact]
    public async Task A_phrase_beyond_the_positions_of_a_tsvector_is_found_and_marked()
    {
        var (owner, row) = await Unit("OFFICE");
        var text = string.Concat(Enumerable.Repeat("教育教育教育", 4000)) + "末尾的督导意见" + new string('区', 300);
        await Put(row, "长文", text);
        var hit = Assert.Single((await Find(owner, "督导意见")).Hits);
        var mark = Assert.Single(hit.Marks);
        Assert.Equal("督导意见", hit.Snippet.Substring(mark.Start, mark.Length));
        Assert.Equal("督导意见", text.Substring(hit.Offset + mark.Start, mark.Length));
    }

    [Fact]
    public async Task A_phrase_across_any_passage_edge_is_found()
    {
        var (owner, row) = await Unit("OFFICE");
        var text = string.Concat(Enumerable.Range(0, 700).Select(i => (char)(0x4E00 + i * 7)));
        await Put(row, "各不相同", text);
        for (var at = 200; at < 260; at++) Assert.Equal(1, (await Find(owner, text.Substring(at, 32))).Total);
    }

    [Fact]
    public async Task What_is_put_again_is_found_by_its_new_words_only_and_what_is_removed_not_at_all()
    {
        var (owner, row) = await Unit("OFFICE");
        var id = await Put(row, "旧题", "旧文甲");
        await Put(row, "新题", "新文乙", id: id);
        Assert.Equal(0, (await Find(owner, "旧")).Total);
        Assert.Equal(1, (await Find(owner, "新文")).Total);
        await using (var scope = Database.AsSystem())
            await scope.Db.Write(async () =>
            {
                await scope.Get<SearchIndex>().Remove(kind, id);
                await scope.Db.Save();
            });
        Assert.Equal(0, (await Find(owner, "新文")).Total);
    }

    [Fact]
    public async Task Title_matches_come_first_then_the_newest_page_by_page()
    {
        var (owner, row) = await Unit("OFFICE");
        var old = await Put(row, "经费", "督导", Day.AddDays(1));
        var newest = await Put(row, "其他", "经费", Day.AddDays(3));
        var older = await Put(row, "其他", "经费", Day.AddDays(2));
        Assert.Equal([old, newest, older], (await Find(owner, "经费")).Hits.Select(h => h.EntityId));
        await using var scope = Database.As(owner);
        var page = await scope.Get<SearchIndex>().Find("经费", [kind], page: 2, pageSize: 2);
        Assert.Equal((3, older), (page.Total, Assert.Single(page.Hits).EntityId));
    }

    [Fact]
    public async Task Nobody_finds_what_lies_outside_the_scope()
    {
        var (school, row) = await Unit("SCHOOL1");
        var (other, _) = await Unit("SCHOOL2");
        var (office, _) = await Unit("OFFICE");
        await Put(row, "校内", "保密事项");
        Assert.Equal(1, (await Find(school, "保密")).Total);
        Assert.Equal(1, (await Find(office, "保密")).Total);
        Assert.Equal(0, (await Find(other, "保密")).Total);
        Assert.Equal(0, (await Find(Actor.Nobody, "保密")).Total);
    }

    [Fact]
    public async Task The_level_decides_who_finds_a_document()
    {
        var (owner, row) = await Unit("FINANCE");
        var (friend, friendRow) = await Unit("SCHOOL1");
        var (other, _) = await Unit("SCHOOL2");
        foreach (var (level, word) in new[]
        {
            (ConfidentialityLevel.Open, "公开"), (ConfidentialityLevel.District, "区内"), (ConfidentialityLevel.NamedUnits, "指定"), (ConfidentialityLevel.Group, "本组"),
        })
            await Put(new Levelled(row.OrganisationId, owner.Districts[0], level, [friendRow.OrganisationId]), "文件", word);
        Assert.Equal("公开 区内 指定 本组", await Found(owner));
        Assert.Equal("公开 区内 指定", await Found(friend));
        Assert.Equal("公开 区内", await Found(other));
        Assert.Equal("", await Found(Actor.Nobody));

        async Task<string> Found(Actor actor)
        {
            var found = new List<string>();
            foreach (var word in new[] { "公开", "区内", "指定", "本组" })
                if ((await Find(actor, word)).Total == 1) found.Add(word);
            return string.Join(' ', found);
        }
    }

    [Fact]
    public async Task An_index_row_is_written_only_with_the_write_it_belongs_to()
    {
        var (_, row) = await Unit("OFFICE");
        await using var scope = Database.AsSystem();
        await Assert.ThrowsAsync<InvalidOperationException>(() => scope.Get<SearchIndex>().Put(kind, Guid.CreateVersion7(), row, "题", "文", Day));
    }

    private async Task<(Actor Actor, Row Row)> Unit(string code)
    {
        var district = await District.In(Database);
        return (await district.Person(code, code == "OFFICE" ? Roles.Officer : Roles.Contact), new Row(district.Units[code].Id));
    }

    private async Task<Guid> Put(object row, string title, string text, DateTime? at = null, Guid? id = null)
    {
        var entity = id ?? Guid.CreateVersion7();
        await using var scope = Database.AsSystem();
        var index = scope.Get<SearchIndex>();
        await scope.Db.Write(async () =>
        {
            await (row is ILevelled levelled ? index.Put(kind, entity, levelled, title, text, at ?? Day) : index.Put(kind, entity, (IScoped)row, title, text, at ?? Day));
            await scope.Db.Save();
        });
        return entity;
    }

    private async Task<SearchAnswer> Find(Actor actor, string query)
    {
        await using var scope = Database.As(actor);
        return await scope.Get<SearchIndex>().Find(query, [kind]);
    }

    private sealed record Row(Guid OrganisationId) : IScoped;

    private sealed record Levelled(Guid OrganisationId, Guid DistrictId, ConfidentialityLevel Level, List<Guid> NamedUnits) : ILevelled;
}
