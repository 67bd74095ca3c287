using Junheng.Platform.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Kits.Workflow;

/// <summary>A to-do of a unit with its deadline, shown to its people from a day on until the item moves. Addressed to a unit outside the
/// writer's scope too, so it names a title and an address and nothing else.</summary>
[NotJournalled]
public sealed class WorkReminder
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    /// <summary>The organisation whose turn it is.</summary>
    public Guid UnitId { get; private set; }
    public string Subject { get; private set; } = "";
    public Guid SubjectId { get; private set; }
    public string Title { get; private set; } = "";
    public string Path { get; private set; } = "";
    public DateOnly ShowFrom { get; private set; }
    public DateOnly Due { get; private set; }
    public bool Closed { get; private set; }

    private WorkReminder() { }

    public WorkReminder(Guid unit, string subject, Guid subjectId, string title, string path, DateOnly showFrom, DateOnly due)
    {
        (UnitId, Subject, SubjectId) = (unit, subject, subjectId);
        Title = title.Length > 200 ? title[..200] : title;
        (Path, ShowFrom, Due) = (path, showFrom, due);
    }

    private sealed class Mapping : IEntityTypeConfiguration<WorkReminder>
    {
        public void Configure(EntityTypeBuilder<WorkReminder> entity)
        {
            entity.ToTable("work_reminders");
            entity.Property(r => r.Subject).HasMaxLength(60);
            entity.Property(r => r.Title).HasMaxLength(200);
            entity.Property(r => r.Path).HasMaxLength(200);
            entity.HasIndex(r => new { r.UnitId, r.Closed, r.ShowFrom });
            entity.HasIndex(r => r.SubjectId);
        }
    }
}
