using Junheng.Platform.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Platform.Data;

public static class DataServices
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<WriteGate>();
        services.AddSingleton(TimeProvider.System);
        services.AddScoped<CurrentActor>();
        return services.AddDbContext<JunhengDb>(options => Configure(options, settings), ServiceLifetime.Scoped);
    }

    public static void Configure(DbContextOptionsBuilder options, DatabaseSettings settings)
    {
        // A scope of thousands of organisations travels as one parameter: as many would pass the databases' limits and fill their plan caches.
        if (settings.IsPostgres) options.UseNpgsql(settings.ConnectionString, npgsql => npgsql.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter));
        else options.UseSqlite(settings.ConnectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).AddInterceptors(new SqliteConnections());
        options.AddInterceptors(new GateGuard());
        // Steps are written by hand and a test compares their outcome with the model, so there is no snapshot to be pending against.
        options.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning, RelationalEventId.MigrationsNotFound));
    }
}
