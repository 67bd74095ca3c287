using System.Text;
using Junheng.Core.Quantities;
using Junheng.Core.Reading;
using Junheng.Platform.Access;
using Junheng.Platform.Extraction;
using Junheng.Platform.Files;
using Junheng.Platform.Journal;
using Junheng.Platform.Rules;
using Junheng.Platform.Search;
using Junheng.Supervision.Documents;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Library = Junheng.Supervision.Documents.Documents;

namespace Junheng.Tests.Supervision.Documents;

public sealed class DocumentsTests(TestDatabase database) : DataTests(database)
{
    private const string Report = "云浦区教育工作报告\n一、经费投入\n2024年教育支出为20.00亿元，2025年为22.00亿元，同比增长15.0%。全区共有学校120所。\n";

    [Fact]
    public async Task A_document_keeps_its_original_and_what_was_read_from_it()
    {
        var officer = await Officer();
        var taken = await Take(officer, Report, "报告一.txt");
        await using var scope = Database.As(officer);
        var (document, text, ledger) = await scope.Get<Library>().Open(taken.Id);
        await using var original = scope.Get<Library>().Original(document);
        Assert.Equal(Report + "报告一.txt", await new StreamReader(original).ReadToEndAsync());
        Assert.Equal("云浦区教育工作报告", document.Title);
        Assert.Equal(document.Claims, ledger.Count(l => l.Kind == ExtractionKind.Claim));
        Assert.All(ledger, line => Assert.Equal(ExtractionState.Read, line.State));
        Assert.Contains(ledger, line => text.Text.Substring(line.Start, line.Length) == "22.00亿元");
    }

    [Fact]
    public async Task A_file_with_known_content_is_not_stored_again()
    {
        var officer = await Officer();
        var first = await Take(officer, Report, "报告二.txt");
        await using var scope = Database.As(officer);
        var again = await scope.Get<Library>().TakeIn(Content(Report, "报告二.txt"), "另一个名字.txt", ConfidentialityLevel.District, []);
        Assert.True(again.Known);
        Assert.Equal(first.Id, again.Document.Id);
    }

    [Fact]
    public async Task A_marked_secret_leaves_nothing_behind()
    {
        var officer = await Officer();
        await using var scope = Database.As(officer);
        var secret = new MemoryStream(Encoding.UTF8.GetBytes("机密★1年\n\n关于某项工作的报告\n全区共有学校3所。\n"));
        var refusal = await Assert.ThrowsAsync<ExtractionException>(() =>
            scope.Get<Library>().TakeIn(secret, "密件.txt", ConfidentialityLevel.Group, []));
        Assert.Contains("密件.txt", refusal.Message);
        Assert.False(await scope.Db.Set<Document>().AnyAsync(d => d.FileName == "密件.txt"));
        Assert.False(scope.Get<ContentStore>().Has(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(secret.ToArray()))));
    }

    [Fact]
    public async Task A_draft_of_one_unit_is_unknown_to_the_others_in_list_ledger_and_search()
    {
        var officer = await Officer();
        var contact = await (await District.In(Database)).Person("FINANCE", Roles.Contact);
        var draft = await Take(officer, Report, "草稿.txt", ConfidentialityLevel.Group);
        Assert.False(await Sees(contact, draft.Id));
        await using (var scope = Database.As(officer))
            await scope.Get<Library>().SetLevel(draft.Id, draft.Version, ConfidentialityLevel.District, [], "征求意见");
        Assert.True(await Sees(contact, draft.Id));
    }

    [Fact]
    public async Task Named_units_read_what_was_opened_to_them_alone()
    {
        var district = await District.In(Database);
        var officer = await Officer();
        var finance = await district.Person("FINANCE", Roles.Contact);
        var town = await district.Person("TOWN", Roles.Contact);
        await using (var scope = Database.As(officer))
        {
            var taken = await scope.Get<Library>()
                .TakeIn(Content(Report, "指定.txt"), "指定.txt", ConfidentialityLevel.NamedUnits, [district.Units["FINANCE"].Id]);
            Assert.True(await Sees(finance, taken.Document.Id));
            Assert.False(await Sees(town, taken.Document.Id));
        }
    }

    [Fact]
    public async Task Opening_a_document_wider_asks_for_a_reason()
    {
        var officer = await Officer();
        var draft = await Take(officer, Report, "扩大.txt", ConfidentialityLevel.Group);
        await using var scope = Database.As(officer);
        await Assert.ThrowsAsync<RuleException>(() =>
            scope.Get<Library>().SetLevel(draft.Id, draft.Version, ConfidentialityLevel.Open, [], null));
    }

    [Fact]
    public async Task Deciding_a_line_is_journalled_and_can_be_taken_back()
    {
        var officer = await Officer();
        var document = await Take(officer, Report, "核对.txt");
        var line = await FirstClaim(officer, document.Id);
        await Act(officer, d => d.Confirm(line.Id, line.Version));
        await Act(officer, d => d.Reopen(line.Id, line.Version + 1));
        await Act(officer, d => d.Reject(line.Id, line.Version + 2));
        await using var scope = Database.AsSystem();
        Assert.Equal(ExtractionState.Rejected, (await scope.Db.Set<Extraction>().SingleAsync(e => e.Id == line.Id)).State);
        Assert.Equal(3, await scope.Db.Set<JournalEntry>().CountAsync(j => j.EntityKey == line.Id.ToString() && j.Action == "modified"));
    }

    [Fact]
    public async Task Two_people_deciding_the_same_line_do_not_overwrite_each_other()
    {
        var officer = await Officer();
        var document = await Take(officer, Report, "并发.txt");
        var line = await FirstClaim(officer, document.Id);
        await Act(officer, d => d.Confirm(line.Id, line.Version));
        await Assert.ThrowsAsync<StaleException>(() => Act(officer, d => d.Reject(line.Id, line.Version)));
    }

    [Fact]
    public async Task A_correction_replaces_the_reading_and_leaves_the_text()
    {
        var officer = await Officer();
        var document = await Take(officer, Report, "更正.txt");
        var line = await FirstClaim(officer, document.Id);
        await Act(officer, d => d.Correct(line.Id, line.Version, new ClaimCorrection(20.5m, null, "亿元", Bound.Eq, "2024", ClaimStatus.Actual, "云浦区", "教育支出")));
        await using var scope = Database.As(officer);
        var (_, text, ledger) = await scope.Get<Library>().Open(document.Id);
        var corrected = ledger.Single(l => l.Id == line.Id);
        Assert.Equal(ExtractionState.Corrected, corrected.State);
        Assert.Equal(20.5m, StoredReading.ParseClaim(corrected.Data).Value);
        Assert.StartsWith("云浦区教育工作报告", text.Text);
    }

    [Fact]
    public async Task A_document_with_decided_lines_is_not_removed()
    {
        var officer = await Officer();
        var document = await Take(officer, Report, "删除.txt");
        var line = await FirstClaim(officer, document.Id);
        await Act(officer, d => d.Confirm(line.Id, line.Version));
        await using (var scope = Database.As(officer))
            await Assert.ThrowsAsync<RuleException>(() => scope.Get<Library>().Remove(document.Id, "重复"));
        await Act(officer, d => d.Reopen(line.Id, line.Version + 1));
        await using (var scope = Database.As(officer)) await scope.Get<Library>().Remove(document.Id, "重复");
        Assert.False(await Sees(officer, document.Id));
    }

    [Fact]
    public async Task A_citation_leads_to_the_document_of_that_number()
    {
        var officer = await Officer();
        var cited = await Take(officer, Report, "被引用.txt");
        await Act(officer, d => d.Describe(cited.Id, cited.Version, new DocumentHead("某项实施意见", DocumentKind.ImplementationOpinion, null, "云教〔2025〕7号", null, null, null, null)));
        var citing = await Take(officer, "云浦区工作报告\n根据《某项工作的意见》（云教〔2025〕7号），新建学校3所。\n", "引用.txt");
        await using var scope = Database.As(officer);
        var (_, text, _) = await scope.Get<Library>().Open(citing.Id);
        Assert.Equal(cited.Id, Assert.Single((await scope.Get<Library>().Cited(StoredReading.Parse(text.Reading))).Values).Id);
    }

    [Fact]
    public async Task The_stored_reading_comes_back_as_it_was()
    {
        var reading = Reader.Read(Report);
        var again = StoredReading.Parse(ReadingJson.Write("报告.txt", reading));
        Assert.Equal(ReadingJson.Write("报告.txt", reading), ReadingJson.Write("报告.txt", again));
    }

    private async Task<Actor> Officer() => await (await District.In(Database)).Person("OFFICE", Roles.Officer);

    private async Task<Document> Take(Actor actor, string text, string name, ConfidentialityLevel level = ConfidentialityLevel.District)
    {
        await using var scope = Database.As(actor);
        return (await scope.Get<Library>().TakeIn(Content(text, name), name, level, [])).Document;
    }

    // The name goes into the content, so that each test has a document of its own.
    private static MemoryStream Content(string text, string name) => new(Encoding.UTF8.GetBytes(text + name));

    private async Task<bool> Sees(Actor actor, Guid id)
    {
        await using var scope = Database.As(actor);
        var listed = await scope.Db.Set<Document>().AnyAsync(d => d.Id == id);
        Assert.Equal(listed, await scope.Db.Set<Extraction>().AnyAsync(e => e.DocumentId == id));
        Assert.Equal(listed, (await scope.Get<SearchIndex>().Find("教育支出", pageSize: 500)).Hits.Any(h => h.EntityId == id));
        return listed;
    }

    private async Task<Extraction> FirstClaim(Actor actor, Guid document)
    {
        await using var scope = Database.As(actor);
        return await scope.Db.Set<Extraction>().AsNoTracking().Where(e => e.DocumentId == document && e.Kind == ExtractionKind.Claim).OrderBy(e => e.Start).FirstAsync();
    }

    private async Task Act(Actor actor, Func<Library, Task> action)
    {
        await using var scope = Database.As(actor);
        await action(scope.Get<Library>());
    }
}
