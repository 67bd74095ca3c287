using Junheng.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Support;

public sealed class TestDatabaseTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task What_one_unit_of_work_saves_the_next_one_reads()
    {
        await using (var scope = Database.AsSystem())
        {
            scope.Db.Add(new Organisation(1, "310000", "云浦区", OrganisationKind.District, null, 1));
            await scope.Db.Save();
        }
        await using var again = Database.AsSystem();
        Assert.Equal("云浦区", (await again.Db.Set<Organisation>().SingleAsync()).Name);
    }

    [Fact]
    public async Task The_provider_is_the_one_asked_for()
    {
        await using var scope = Database.AsSystem();
        Assert.Equal(TestDatabase.OnPostgres, scope.Db.IsPostgres);
        Assert.Equal(!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("JUNHENG_TEST_DB")), TestDatabase.OnPostgres);
    }

    [Fact]
    public void Every_test_class_that_takes_a_test_database_runs_on_both_databases() =>
        Assert.All(typeof(TestDatabaseTests).Assembly.GetTypes()
            .Where(t => t.GetMethods().Any(m => m.IsDefined(typeof(FactAttribute), inherit: true)))
            .Where(t => t.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(TestDatabase)))),
            t => Assert.True(IsData(t), $"{t} has to extend DataTests"));

    private static bool IsData(Type? type) => type is not null
        && (type.GetCustomAttributesData().Any(a => a.AttributeType == typeof(TraitAttribute) && a.ConstructorArguments is [{ Value: "Suite" }, { Value: "Data" }])
            || IsData(type.BaseType));
}
