using System.Text.RegularExpressions;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Tests.Platform.Data;

public sealed partial class SchemaTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task A_migrated_database_equals_one_made_from_the_model()
    {
        await using var scope = Database.AsSystem();
        await using var fresh = await FromModel.Create(Database);
        var (migrated, modelled) = (await SchemaReader.Read(scope.Db), await SchemaReader.Read(fresh.Db));
        Assert.True(migrated.Count > 100, "the schema was not read");
        Assert.Equal("", string.Join("\n", modelled.Except(migrated).Select(l => $"the steps lack: {l}").Concat(migrated.Except(modelled).Select(l => $"the model lacks: {l}"))));
    }

    [Theory]
    [InlineData("ALTER TABLE posts ADD COLUMN planted integer")]
    [InlineData("DROP INDEX ix_jobs_unique_key")]
    [InlineData("CREATE INDEX ix_planted ON organisations (name)")]
    [InlineData("ALTER TABLE posts RENAME COLUMN title TO heading")]
    public async Task A_planted_difference_is_found(string planted)
    {
        await using var scope = Database.AsSystem();
        await using var fresh = await FromModel.Create(Database);
        await fresh.Db.Write(() => fresh.Db.Database.ExecuteSqlRawAsync(planted));
        Assert.NotEqual(await SchemaReader.Read(scope.Db), await SchemaReader.Read(fresh.Db));
    }

    [Fact]
    public async Task Steps_are_named_by_time_module_and_content_and_no_two_share_a_time()
    {
        await using var scope = Database.AsSystem();
        var steps = scope.Db.GetService<IMigrationsAssembly>().Migrations;
        Assert.Empty(steps.SelectMany(step => Misnamed(step.Key, step.Value.Namespace!)));
        Assert.Equal(steps.Count, steps.Keys.Select(id => id[..12]).Distinct().Count());
        Assert.Equal(steps.Keys, await scope.Db.Database.GetAppliedMigrationsAsync());
    }

    [Theory]
    [InlineData("20261121_Access_Posts")]
    [InlineData("202611211301_Access")]
    [InlineData("202611211301_Jobs_Posts")]
    [InlineData("202613211301_Access_Posts")]
    public void A_planted_misnamed_step_is_found(string id) => Assert.Single(Misnamed(id, "Junheng.Platform.Access"));

    [Fact]
    public async Task Steps_only_add()
    {
        await using var scope = Database.AsSystem();
        var assembly = scope.Db.GetService<IMigrationsAssembly>();
        Assert.Empty(assembly.Migrations.SelectMany(step => Destructive(assembly.CreateMigration(step.Value, scope.Db.Database.ProviderName!))));
    }

    [Fact]
    public void Planted_steps_that_drop_rename_or_delete_are_found()
    {
        Assert.Equal(4, Destructive(new Dropping { ActiveProvider = "Microsoft.EntityFrameworkCore.Sqlite" }).Count());
    }

    [Fact]
    public async Task No_text_is_sorted_by_the_rules_of_a_language()
    {
        if (!TestDatabase.OnPostgres) return;
        await using var scope = Database.AsSystem();
        var texts = (await SchemaReader.Read(scope.Db)).Where(l => TextColumn().IsMatch(l)).ToList();
        Assert.NotEmpty(texts);
        Assert.All(texts, l => Assert.EndsWith(" collate C", l));
    }

    [Fact]
    public async Task Keys_are_no_random_Guids_and_large_tables_have_none()
    {
        await using var scope = Database.AsSystem();
        Assert.DoesNotContain(scope.Db.Model.GetEntityTypes().Where(e => e.GetTableName() == "journal").SelectMany(e => e.GetProperties()),
            p => p.ClrType == typeof(Guid) || p.ClrType == typeof(Guid?));
    }

    [Fact]
    public async Task A_row_that_belongs_to_a_scoped_row_is_scoped_itself()
    {
        await using var scope = Database.AsSystem();
        Assert.Empty(from entity in scope.Db.Model.GetEntityTypes()
                     from foreign in entity.GetForeignKeys()
                     where IsOwned(foreign.PrincipalEntityType) && !IsOwned(entity)
                     select $"{entity.DisplayName()} hangs on {foreign.PrincipalEntityType.DisplayName()} but whoever may not see that sees it");
    }

    private static bool IsOwned(IReadOnlyEntityType entity) => entity.ClrType.IsAssignableTo(typeof(IScoped)) || entity.ClrType.IsAssignableTo(typeof(ILevelled));

    private static IEnumerable<string> Misnamed(string id, string space)
    {
        var match = StepName().Match(id);
        if (!match.Success || !DateTime.TryParseExact(match.Groups[1].Value, "yyyyMMddHHmm", null, default, out _)) yield return $"{id} is not yyyyMMddHHmm_Module_Step";
        else if (space.Split('.')[^1] != match.Groups[2].Value) yield return $"{id} stands in {space}";
    }

    private static IEnumerable<string> Destructive(Migration step) =>
        from operation in step.UpOperations
        where operation.IsDestructiveChange || operation.GetType().Name is ['D', 'r', 'o', 'p', ..] or ['R', 'e', 'n', 'a', 'm', 'e', ..] or ['A', 'l', 't', 'e', 'r', ..]
            || operation is DeleteDataOperation or UpdateDataOperation
            || (operation is SqlOperation sql && DestructiveSql().IsMatch(sql.Sql))
        select $"{step.GetType().FullName} has {operation.GetType().Name}";

    [GeneratedRegex(@"^(\d{12})_([A-Z][A-Za-z]+)_([A-Z][A-Za-z0-9]+)$")]
    private static partial Regex StepName();

    [GeneratedRegex(@"\b(DROP|DELETE|TRUNCATE|RENAME|UPDATE)\b", RegexOptions.IgnoreCase)]
    private static partial Regex DestructiveSql();

    [GeneratedRegex(@" (varchar|text|bpchar)\b")]
    private static partial Regex TextColumn();

    private sealed class Dropping : Migration
    {
        protected override void Up(MigrationBuilder migration)
        {
            migration.DropColumn("title", "posts");
            migration.RenameTable("posts", newName: "seats");
            migration.Sql("delete from posts");
            migration.AlterColumn<string>("title", "posts");
        }
    }
}

/// <summary>A database made from the model alone, without the steps.</summary>
public sealed class FromModel : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly AsyncServiceScope scope;

    private FromModel(ServiceProvider services)
    {
        this.services = services;
        scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System("model");
        Db = scope.ServiceProvider.GetRequiredService<JunhengDb>();
    }

    public JunhengDb Db { get; }
    public IServiceProvider Services => services;

    public static async Task<FromModel> Create(TestDatabase beside, Action<DbContextOptionsBuilder>? options = null)
    {
        var name = $"model_{Guid.CreateVersion7():N}";
        var target = beside.Settings.Database.IsPostgres
            ? new Npgsql.NpgsqlConnectionStringBuilder(beside.Settings.Database.Target) { Database = name }.ConnectionString
            : Path.Combine(beside.Settings.DataDirectory, name);
        var settings = new DatabaseSettings(target) { Pooled = false };
        var collection = new ServiceCollection().AddLogging().AddDatabase(settings);
        if (options is not null) collection.ConfigureDbContext<JunhengDb>(options);
        var model = new FromModel(collection.BuildServiceProvider());
        await model.Db.Database.EnsureCreatedAsync();
        return model;
    }

    public async ValueTask DisposeAsync()
    {
        await Db.Database.EnsureDeletedAsync();
        await scope.DisposeAsync();
        await services.DisposeAsync();
    }
}
