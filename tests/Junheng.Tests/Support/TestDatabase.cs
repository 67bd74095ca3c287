using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Junheng.Tests.Support;

/// <summary>An empty migrated database of its own for each test class, with the application's services on it. SQLite unless
/// JUNHENG_TEST_DB holds a PostgreSQL connection string. Migrating happens once a run; every class gets a copy.</summary>
public sealed class TestDatabase : IAsyncLifetime
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("JUNHENG_TEST_DB") is { Length: > 0 } set ? set : null;
    private static readonly Lazy<Task<string>> Template = new(() => Server is null ? SqliteTemplate() : PostgresTemplate());

    private readonly string folder = Directory.CreateTempSubdirectory("junheng-test-").FullName;
    private ServiceProvider? services;
    private Lazy<Task<TestApplication>>? application;

    /// <summary>Passwords of tests guard nothing: their hashes need not be slow.</summary>
    public static void QuickHashes(PasswordHasherOptions options) => options.IterationCount = 100;

    public static bool OnPostgres => Server is not null;

    /// <summary>The clock of all services; starts at noon of 2026-03-02 in China and moves only when a test moves it.</summary>
    public TestClock Clock { get; } = new();

    public Settings Settings { get; private set; } = null!;

    /// <summary>Services, database included, as the actor sees them. Dispose it to see what the database really holds.</summary>
    public TestScope As(Actor actor) => new(services!.CreateAsyncScope(), actor);

    public TestScope AsSystem() => As(Actor.System("test"));

    /// <summary>The web application on this database; started by the first test that asks for it.</summary>
    public Task<TestApplication> Application => (application ??= new(() => TestApplication.Start(Settings, Clock))).Value;

    public async Task InitializeAsync()
    {
        var template = await Template.Value;
        Settings = new Settings { DataDirectory = folder, Database = await (OnPostgres ? CopyPostgres(template) : CopySqlite(template)), Port = 0, Empty = true };
        var collection = new ServiceCollection();
        collection.AddLogging();
        Hosting.AddServices(collection, Settings);
        collection.AddSingleton<TimeProvider>(Clock);
        collection.Configure<PasswordHasherOptions>(QuickHashes);
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public async Task DisposeAsync()
    {
        if (application is not null) await (await application.Value).DisposeAsync();
        if (services is not null) await services.DisposeAsync();
        if (OnPostgres) await Execute($"DROP DATABASE \"{new NpgsqlConnectionStringBuilder(Settings.Database.Target).Database}\" WITH (FORCE)");
        else using (var connection = new SqliteConnection(Settings.Database.ConnectionString)) SqliteConnection.ClearPool(connection);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> SqliteTemplate()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("junheng-template-").FullName, "template.sqlite");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        // Unpooled, so that closing it moves the write-ahead log into the file that is copied.
        await Migrate(new DatabaseSettings(file) { Pooled = false });
        return file;
    }

    private async Task<DatabaseSettings> CopySqlite(string template)
    {
        var file = Path.Combine(folder, "junheng.sqlite");
        await using (var from = File.OpenRead(template))
        await using (var to = File.Create(file)) await from.CopyToAsync(to);
        return new DatabaseSettings(file);
    }

    private static async Task<string> PostgresTemplate()
    {
        var name = $"template_{Guid.CreateVersion7():N}";
        await Execute($"CREATE DATABASE \"{name}\"");
        await Migrate(new DatabaseSettings(On(name)) { Pooled = false });
        return name;
    }

    private static async Task<DatabaseSettings> CopyPostgres(string template)
    {
        var name = $"test_{Guid.CreateVersion7():N}";
        await Execute($"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"");
        return new DatabaseSettings($"{On(name)};Maximum Pool Size=20");
    }

    private static async Task Migrate(DatabaseSettings database)
    {
        var collection = new ServiceCollection().AddDatabase(database);
        await using var provider = collection.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System("template");
        await scope.ServiceProvider.GetRequiredService<JunhengDb>().Database.MigrateAsync();
    }

    private static string On(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database }.ConnectionString;

    private static async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection($"{Server};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>One unit of work of one actor.</summary>
public sealed class TestScope : IAsyncDisposable
{
    private readonly AsyncServiceScope scope;

    public TestScope(AsyncServiceScope scope, Actor actor)
    {
        this.scope = scope;
        Get<CurrentActor>().Actor = actor;
    }

    public JunhengDb Db => Get<JunhengDb>();

    public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
