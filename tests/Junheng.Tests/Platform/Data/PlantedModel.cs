using Junheng.Platform.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Junheng.Tests.Platform.Data;

/// <summary>A scoped entity with scoped children, as a module would map them, for the tests of the scope filter.</summary>
public sealed class Plan : IScoped
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid OrganisationId { get; set; }
    public int Amount { get; set; }
    /// <summary>A file, held as every module holds one.</summary>
    public string? FileHash { get; set; }
    public List<Step> Steps { get; } = [];
    public int Version { get; set; }
}

public sealed class Step : IScoped
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid OrganisationId { get; set; }
    public Guid PlanId { get; set; }
    public Plan? Plan { get; set; }
}

public sealed class PlantedModel(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        modelBuilder.Entity<Plan>().ToTable("plans").HasMany(p => p.Steps).WithOne(s => s.Plan).HasForeignKey(s => s.PlanId);
        modelBuilder.Entity<Plan>().Property(p => p.FileHash).HasMaxLength(64);
        modelBuilder.Entity<Step>().ToTable("steps");
        base.Customize(modelBuilder, context);
    }
}
