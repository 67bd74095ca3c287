using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Platform.Access;

/// <summary>A post of an organisation. Rights and to-dos belong to the post and stay when its holder moves on.</summary>
public sealed class Post
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid OrganisationId { get; private set; }
    public string Title { get; private set; } = "";
    /// <summary>One of <see cref="Roles.All"/>.</summary>
    public string Role { get; private set; } = "";
    public Reach Reach { get; private set; }
    public int Version { get; private set; }

    private Post() { }

    /// <param name="reach">How far the holder sees; by default what the role usually needs.</param>
    public Post(Organisation organisation, string title, string role, Reach? reach = null)
    {
        if (string.IsNullOrWhiteSpace(title)) throw new RuleException(AccessTexts.PostTitleMissing, nameof(Title));
        if (!Roles.All.Contains(role)) throw new RuleException(AccessTexts.RoleUnknown(role), nameof(Role));
        OrganisationId = organisation.Id;
        Title = title.Trim();
        Role = role;
        Reach = reach ?? (role is Roles.Contact or Roles.Clerk ? Reach.Unit : Reach.District);
    }

    private sealed class Mapping : IEntityTypeConfiguration<Post>
    {
        public void Configure(EntityTypeBuilder<Post> entity)
        {
            entity.ToTable("posts");
            entity.Property(p => p.Title).HasMaxLength(100);
            entity.Property(p => p.Role).HasMaxLength(40);
            entity.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>How far the holder of a post sees: the post's own organisation and what is below it, or the whole district around it.</summary>
public enum Reach { Unit, District }
