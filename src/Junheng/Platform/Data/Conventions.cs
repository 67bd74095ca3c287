using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using Junheng.Platform.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Junheng.Platform.Data;

/// <summary>What holds for every entity without its mapping saying so.</summary>
public static class Conventions
{
    /// <summary>The name of the query filter that keeps rows outside the actor's scope unseen.</summary>
    public const string ScopeFilter = "scope";

    /// <summary>Annotation of a property whose value must never enter the journal.</summary>
    public const string Secret = "junheng:secret";

    /// <summary>An integer of this name is raised by every save and refuses a stale one.</summary>
    public const string Version = "Version";

    /// <summary>Names the organisation a scoped or levelled row belongs to.</summary>
    public const string Owner = nameof(IScoped.OrganisationId);

    public static void Types(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcInstant>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    public static void Apply(ModelBuilder model, JunhengDb db, bool postgres)
    {
        foreach (var entity in model.Model.GetEntityTypes().ToList())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Snake(property.Name));
                if (postgres && StoredAs(property) == typeof(string)) property.SetCollation("C");
                if (property.Name == Version && property.ClrType == typeof(int)) property.IsConcurrencyToken = true;
                // An update that names another owner than the row has meets no row: nothing can be taken over by attaching it.
                if (property.Name == Owner && IsOwned(entity)) property.IsConcurrencyToken = true;
            }
            if (entity.ClrType.IsAssignableTo(typeof(IScoped))) entity.SetQueryFilter(ScopeFilter, Filter(nameof(ByScope), entity, db));
            if (entity.ClrType.IsAssignableTo(typeof(ILevelled))) entity.SetQueryFilter(ScopeFilter, Filter(nameof(ByLevel), entity, db));
        }
        foreach (var entity in model.Model.GetEntityTypes()) Name(entity);
    }

    private static bool IsOwned(IMutableEntityType entity) => entity.ClrType.IsAssignableTo(typeof(IScoped)) || entity.ClrType.IsAssignableTo(typeof(ILevelled));

    /// <summary>Type mappings are not known yet while the model is built.</summary>
    private static Type StoredAs(IMutableProperty property) =>
        property.GetProviderClrType() ?? property.GetValueConverter()?.ProviderClrType ?? property.ClrType;

    /// <summary>Identity's own tables get plain names; keys, indexes and constraints follow their table.</summary>
    private static void Name(IMutableEntityType entity)
    {
        var table = entity.GetTableName()!;
        foreach (var key in entity.GetKeys())
            key.SetName(key.IsPrimaryKey() ? $"pk_{table}" : $"ak_{table}_{string.Join('_', key.Properties.Select(p => Snake(p.Name)))}");
        foreach (var index in entity.GetIndexes())
            index.SetDatabaseName($"ix_{table}_{string.Join('_', index.Properties.Select(p => Snake(p.Name)))}");
        foreach (var foreign in entity.GetForeignKeys())
            foreign.SetConstraintName($"fk_{table}_{string.Join('_', foreign.Properties.Select(p => Snake(p.Name)))}");
    }

    private static Expression<Func<JunhengDb, T, bool>> ByScope<T>() where T : class, IScoped => (db, row) =>
        db.SeesAll || db.Visible.Contains(row.OrganisationId);

    private static Expression<Func<JunhengDb, T, bool>> ByLevel<T>() where T : class, ILevelled => (db, row) =>
        db.SeesAll
        || (row.Level == ConfidentialityLevel.Open && db.SignedIn)
        || (row.Level == ConfidentialityLevel.District && db.Districts.Contains(row.DistrictId))
        || (row.Level == ConfidentialityLevel.NamedUnits && (db.Visible.Contains(row.OrganisationId) || row.NamedUnits.Any(unit => db.Units.Contains(unit))))
        || (row.Level == ConfidentialityLevel.Group && db.Units.Contains(row.OrganisationId));

    /// <summary>Binds the rule to the context as a constant, which every query then replaces by its own context.</summary>
    private static LambdaExpression Filter(string rule, IMutableEntityType entity, JunhengDb db)
    {
        var method = typeof(Conventions).GetMethod(rule, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(entity.ClrType);
        var lambda = (LambdaExpression)method.Invoke(null, null)!;
        var body = new Bind(lambda.Parameters[0], Expression.Constant(db)).Visit(lambda.Body);
        return Expression.Lambda(body, lambda.Parameters[1]);
    }

    private sealed class Bind(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }

    public static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && !char.IsUpper(name[i - 1])) snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }
        return snake.ToString();
    }

    private sealed class UtcInstant() : ValueConverter<DateTime, DateTime>(
        instant => instant.Kind == DateTimeKind.Utc ? Microseconds(instant) : Refuse(instant),
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc))
    {
        /// <summary>PostgreSQL keeps no more; SQLite would, and the two would sort and compare differently.</summary>
        private static DateTime Microseconds(DateTime instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));

        private static DateTime Refuse(DateTime instant) =>
            throw new InvalidOperationException($"{instant:O} is not UTC; instants are stored in UTC only.");
    }
}
