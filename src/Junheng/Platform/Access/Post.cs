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
    public int Version { get; private set; }

    private Post() { }

    public Post(Organisation organisation, string title, string role)
    {
        OrganisationId = organisation.Id;
        Title = title;
        Role = role;
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
