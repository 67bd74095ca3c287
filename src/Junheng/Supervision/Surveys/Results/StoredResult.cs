using Junheng.Platform.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Surveys.Results;

/// <summary>The results of one closed campaign, computed once. What stands in it may be shown to whoever may see the campaign: it holds no answer.</summary>
/// <remarks>Not cut to scopes by the database: <see cref="ResultBook"/> is asked for a campaign that was found within the actor's reach.</remarks>
[NotJournalled]
public sealed class StoredResult
{
    /// <summary>Number of the campaign.</summary>
    public int Campaign { get; init; }
    public Guid CampaignId { get; init; }
    /// <summary>Id of the district.</summary>
    public Guid District { get; init; }
    public string Questionnaire { get; init; } = "";
    public int Edition { get; init; }
    public int Received { get; init; }
    public int Valid { get; init; }
    public DateTime At { get; init; }
    /// <summary>Reading, counting and packing, without the store.</summary>
    public double Milliseconds { get; init; }
    /// <summary>See <see cref="Junheng.Core.Surveys.Results.ResultCode"/>.</summary>
    public byte[] Content { get; init; } = [];

    private sealed class Mapping : IEntityTypeConfiguration<StoredResult>
    {
        public void Configure(EntityTypeBuilder<StoredResult> entity)
        {
            entity.ToTable("survey_results");
            entity.HasKey(r => r.Campaign);
            entity.Property(r => r.Campaign).ValueGeneratedNever();
            entity.Property(r => r.Questionnaire).HasMaxLength(80);
            entity.HasIndex(r => new { r.District, r.Questionnaire });
        }
    }
}
