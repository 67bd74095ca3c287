using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Platform.Access;

/// <summary>A person who may sign in. What the person may do follows from the posts held, never from the account.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public string DisplayName { get; set; } = "";
    /// <summary>Set when the password was handed out on paper; cleared by the person's own first choice.</summary>
    public bool MustChangePassword { get; set; }
    public bool Disabled { get; set; }

    public Account() => Id = Guid.CreateVersion7();

    private sealed class Mapping : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> entity) => entity.Property(a => a.DisplayName).HasMaxLength(100);
    }
}
