using Junheng.Platform.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Collections;

/// <summary>What exactly was accepted, when and by whom. Never changed; a later acceptance is a further row.</summary>
public sealed class Approval : IScoped
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ReplyId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public DateTime At { get; private set; }
    public string By { get; private set; } = "";
    public string ValueData { get; private set; } = "[]";
    public string ContentCode { get; private set; } = "";

    private Approval() { }

    public Approval(Reply reply, string by, DateTime at)
    {
        (ReplyId, OrganisationId, By, At) = (reply.Id, reply.OrganisationId, by, at);
        (ValueData, ContentCode) = (reply.ValueData, reply.ContentCode ?? "");
    }

    private sealed class Mapping : IEntityTypeConfiguration<Approval>
    {
        public void Configure(EntityTypeBuilder<Approval> entity)
        {
            entity.ToTable("reply_approvals");
            entity.Property(a => a.By).HasMaxLength(200);
            entity.Property(a => a.ContentCode).HasMaxLength(20);
            entity.HasIndex(a => a.ReplyId);
        }
    }
}

/// <summary>A code that was printed on a sheet, for whoever holds the paper and asks whether it still holds.</summary>
public sealed class IssuedCode : IScoped
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string Code { get; private set; } = "";
    public Guid ReplyId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public DateTime At { get; private set; }

    private IssuedCode() { }

    public IssuedCode(Reply reply, string code, DateTime at) => (Code, ReplyId, OrganisationId, At) = (code, reply.Id, reply.OrganisationId, at);

    private sealed class Mapping : IEntityTypeConfiguration<IssuedCode>
    {
        public void Configure(EntityTypeBuilder<IssuedCode> entity)
        {
            entity.ToTable("content_codes");
            entity.Property(c => c.Code).HasMaxLength(20);
            entity.HasIndex(c => c.Code);
            entity.HasIndex(c => c.ReplyId);
        }
    }
}
