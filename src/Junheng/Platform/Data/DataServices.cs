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
        services.AddSingleton<TimeProvider, BeijingClock>();
        services.AddScoped<CurrentActor>();
        return services.AddDbContext<JunhengDb>(options => Configure(options, settings), ServiceLifetime.Scoped);
    }

    public static void Configure(DbContextOptionsBuilder options, DatabaseSettings settings)
    {
        if (settings.IsPostgres) options.UseNpgsql(settings.ConnectionString);
        else options.UseSqlite(settings.ConnectionString).AddInterceptors(new SqliteConnections());
        options.AddInterceptors(new GateGuard());
        // Steps are written by hand and a test compares their outcome with the model, so there is no snapshot to be pending against.
        options.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning, RelationalEventId.MigrationsNotFound));
    }
}
