using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Junheng.Platform.Web;
using Junheng.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Platform.Web;

public sealed class FormKeysTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task A_second_sending_leads_to_the_first_result_and_writes_nothing()
    {
        var key = FormKeys.Draw();
        Assert.Equal(("/first", false), await Send(key, "/first", "F1"));
        Assert.Equal(("/first", true), await Send(key, "/second", "F2"));
        Assert.Equal(["F1"], await Codes("F"));
    }

    [Fact]
    public async Task Of_two_sendings_at_once_one_writes()
    {
        var key = FormKeys.Draw();
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 6).Select(n => Attempt(key, $"P{n}")));
        Assert.Single(outcomes, o => o == "written");
        Assert.Single(await Codes("P"));
    }

    [Fact]
    public async Task A_form_refused_by_a_rule_may_be_sent_again()
    {
        var key = FormKeys.Draw();
        await using (var scope = Database.AsSystem())
            await Assert.ThrowsAsync<RuleException>(() => scope.Get<FormKeys>().Once(key, () => throw new RuleException("x")));
        Assert.Equal(("/done", false), await Send(key, "/done", "R1"));
    }

    [Fact]
    public async Task A_form_that_wrote_nothing_is_spent_all_the_same()
    {
        var key = FormKeys.Draw();
        await using (var scope = Database.AsSystem()) await scope.Get<FormKeys>().Once(key, () => Task.FromResult("/none"));
        Assert.Equal(("/none", true), await Send(key, "/second", "N1"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("zz")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    public async Task A_form_without_a_proper_key_is_refused(string? key)
    {
        await using var scope = Database.AsSystem();
        await Assert.ThrowsAsync<BadHttpRequestException>(() => scope.Get<FormKeys>().Once(key, () => Task.FromResult("/")));
    }

    private async Task<(string, bool)> Send(string key, string location, string code)
    {
        await using var scope = Database.AsSystem();
        return await scope.Get<FormKeys>().Once(key, async () =>
        {
            var number = code[0] * 10 + code[1] - '0';
            scope.Db.Add(new Organisation(number, code, code, OrganisationKind.School, null, number));
            await scope.Db.Save();
            return location;
        });
    }

    private async Task<string> Attempt(string key, string code)
    {
        try
        {
            var (_, replayed) = await Send(key, "/" + code, code);
            return replayed ? "replayed" : "written";
        }
        catch (RuleException)
        {
            return "unfinished";
        }
    }

    private async Task<List<string>> Codes(string letter)
    {
        await using var scope = Database.AsSystem();
        return await scope.Db.Set<Organisation>().Where(o => o.Code.StartsWith(letter)).Select(o => o.Code).ToListAsync();
    }
}
