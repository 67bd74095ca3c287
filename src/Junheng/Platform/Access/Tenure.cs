using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Platform.Access;

/// <summary>Who holds a post, and when: a handover ends one tenure and begins the next; a guest's has its end from the start.</summary>
public sealed class Tenure
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid PostId { get; private set; }
    public Guid AccountId { get; private set; }
    public DateOnly From { get; private set; }
    /// <summary>The last day; null while it lasts.</summary>
    public DateOnly? To { get; private set; }
    public int Version { get; private set; }

    private Tenure() { }

    public Tenure(Post post, Account account, DateOnly from, DateOnly? to = null)
    {
        if (to < from) throw new RuleException(AccessTexts.TenureEndsBeforeItBegins, nameof(To));
        PostId = post.Id;
        AccountId = account.Id;
        From = from;
        To = to;
    }

    /// <summary>Ends the tenure with <paramref name="lastDay"/>; a later end already set is brought forward, an earlier one stands.</summary>
    internal void End(DateOnly lastDay)
    {
        if (To is { } earlier && earlier <= lastDay) return;
        // Handed over on its first day: the tenure covers no day at all.
        To = lastDay;
    }

    public bool Covers(DateOnly day) => From <= day && (To is null || day <= To);

    private sealed class Mapping : IEntityTypeConfiguration<Tenure>
    {
        public void Configure(EntityTypeBuilder<Tenure> entity)
        {
            entity.ToTable("tenures");
            entity.HasIndex(t => t.AccountId);
            entity.HasIndex(t => t.PostId);
        }
    }
}
