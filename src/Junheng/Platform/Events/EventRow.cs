using Junheng.Platform.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Platform.Events;

/// <summary>Something happened that other modules may act on. Its properties become JSON: keys and values, no entities.</summary>
public interface IEvent
{
    /// <summary>Stable word stored in the row: <c>documents.confirmed</c>.</summary>
    static abstract string Name { get; }
}

/// <summary>An event as it was written with the change that made it.</summary>
[NotJournalled]
public sealed class EventRow
{
    public long Id { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>JSON.</summary>
    public string Payload { get; private set; } = "";
    public DateTime At { get; private set; }

    private EventRow() { }

    public EventRow(long id, string name, string payload, DateTime at) => (Id, Name, Payload, At) = (id, name, payload, at);

    private sealed class Mapping : IEntityTypeConfiguration<EventRow>
    {
        public void Configure(EntityTypeBuilder<EventRow> entity)
        {
            entity.ToTable("events");
            entity.Property(e => e.Id).ValueGeneratedNever();
            entity.Property(e => e.Name).HasMaxLength(100);
        }
    }
}
