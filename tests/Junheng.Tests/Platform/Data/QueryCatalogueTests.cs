using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Search;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Tests.Platform.Data;

public sealed class QueryCatalogueTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task Both_databases_give_the_same_rows_in_the_same_order()
    {
        var here = await Answers(Database.Settings.Database);
        Assert.Equal("ab", Assert.Single(here["equal text minds the case"]));
        Assert.Equal(["10", "9", "AB", "Ab", "ROOT", "a%", "a_", "ab", "b1", "z", "é"], here["capital letters before small ones"]);
        Assert.Equal("\uE863教育局", here["Chinese text by code point"][^2]);
        Assert.Equal("𠮷村小学", here["Chinese text by code point"][^1]);
        Assert.Equal("a_", here["empty dates last"][0]);
        Assert.Equal(3, here["search: 教育"].Count);
        Assert.Equal(["earlier", "exact", "same microsecond", "later"], here["instants to the microsecond"]);
        if (!TestDatabase.OnPostgres) return;

        var file = Path.Combine(Database.Settings.DataDirectory, "catalogue.sqlite");
        var there = await Answers(new DatabaseSettings(file) { Pooled = false });
        Assert.All(here, answer => Assert.True(answer.Value.SequenceEqual(there[answer.Key]),
            $"{answer.Key}: PostgreSQL [{string.Join(" | ", answer.Value)}], SQLite [{string.Join(" | ", there[answer.Key])}]"));
    }

    private async Task<Dictionary<string, List<string>>> Answers(DatabaseSettings database)
    {
        var collection = new ServiceCollection().AddLogging().AddDatabase(database);
        collection.AddScoped<SearchIndex>().AddSingleton<TimeProvider>(Database.Clock);
        await using var services = collection.BuildServiceProvider();
        await using (var filling = services.CreateAsyncScope())
        {
            filling.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System("catalogue");
            var db = filling.ServiceProvider.GetRequiredService<JunhengDb>();
            await SchemaUpdate.Apply(db, database);
            await QueryCatalogue.Fill(db, filling.ServiceProvider.GetRequiredService<SearchIndex>());
        }
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System("catalogue");
        var answers = new Dictionary<string, List<string>>();
        foreach (var (name, query) in QueryCatalogue.Queries)
            answers.Add(name, await query(scope.ServiceProvider.GetRequiredService<JunhengDb>()).ToListAsync());
        foreach (var term in QueryCatalogue.Terms)
            answers.Add($"search: {term}", [.. (await scope.ServiceProvider.GetRequiredService<SearchIndex>().Find(term)) is var found
                ? found.Hits.Select(h => $"{h.Title} {h.Offset} {string.Join(',', h.Marks)}").Prepend($"{found.Total}") : []]);
        return answers;
    }
}
