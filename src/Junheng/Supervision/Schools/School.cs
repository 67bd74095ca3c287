using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Schools;

/// <summary>What a register says of a school. Name, code, number and place in the tree stay with the organisation of the same id.</summary>
public sealed class School : IScoped
{
    public Guid OrganisationId { get; private set; }
    /// <summary>Number of the district it stands in.</summary>
    public int District { get; private set; }
    /// <summary>Has no code of its own yet: the organisation carries a temporary one, plainly marked.</summary>
    public bool Temporary { get; private set; }
    /// <summary>学校(机构)标识码, when it differs from the organisation's code or is known at all.</summary>
    public string? NationalCode { get; private set; }
    public SchoolNature Nature { get; private set; }
    /// <summary>Keys of the stages taught now, in official order, joined by <c>;</c>. <see cref="SchoolStage"/> holds their dates.</summary>
    public string Stages { get; private set; } = "";
    /// <summary>办学类型, as the district writes it: 九年一贯制学校, 完全中学 …</summary>
    public string? Type { get; private set; }
    /// <summary>举办者或隶属: 区属, 市属, 高校附属, 民办 …</summary>
    public string? Founder { get; private set; }
    public SchoolUnit Unit { get; private set; }
    /// <summary>The school a campus or teaching point belongs to.</summary>
    public Guid? ParentId { get; private set; }
    public Guid? TownId { get; private set; }
    public Guid? GroupId { get; private set; }
    /// <summary>Degrees; both or neither.</summary>
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }
    public DateOnly? Opened { get; private set; }
    /// <summary>The last day.</summary>
    public DateOnly? Closed { get; private set; }
    /// <summary>Official order among the schools of the district.</summary>
    public int Order { get; private set; }
    public int Version { get; private set; }

    private School() { }

    /// <param name="district">The district's number.</param>
    public School(Organisation organisation, int district, bool temporary, SchoolDetails details)
    {
        (OrganisationId, District, Temporary) = (organisation.Id, district, temporary);
        Describe(details);
    }

    public IReadOnlyList<Stage> StageList => SchoolDetails.Split(Stages);

    public SchoolDetails Details => new()
    {
        NationalCode = NationalCode,
        Nature = Nature,
        Stages = Stages,
        Type = Type,
        Founder = Founder,
        Unit = Unit,
        ParentId = ParentId,
        TownId = TownId,
        GroupId = GroupId,
        Latitude = Latitude,
        Longitude = Longitude,
        Opened = Opened,
        Closed = Closed,
        Order = Order,
    };

    public bool OpenOn(DateOnly day) => (Opened is null || Opened <= day) && (Closed is null || day <= Closed);

    /// <exception cref="RuleException">The details contradict themselves.</exception>
    internal void Describe(SchoolDetails details)
    {
        details.Check();
        if (details.ParentId == OrganisationId) throw new RuleException(SchoolTexts.OwnParent, nameof(ParentId));
        (NationalCode, Nature, Stages, Type, Founder, Unit) = (details.NationalCode, details.Nature, details.Stages, details.Type, details.Founder, details.Unit);
        (ParentId, TownId, GroupId) = (details.ParentId, details.TownId, details.GroupId);
        (Latitude, Longitude, Opened, Closed, Order) = (details.Latitude, details.Longitude, details.Opened, details.Closed, details.Order);
    }

    /// <summary>The code it has got at last.</summary>
    internal void Identify(string? nationalCode) => (Temporary, NationalCode) = (false, nationalCode ?? NationalCode);

    internal void Close(DateOnly lastDay) => Closed = Closed is null ? lastDay : throw new RuleException(SchoolTexts.AlreadyClosed, nameof(Closed));

    private sealed class Mapping : IEntityTypeConfiguration<School>
    {
        public void Configure(EntityTypeBuilder<School> entity)
        {
            entity.ToTable("schools");
            entity.HasKey(s => s.OrganisationId);
            entity.Property(s => s.OrganisationId).ValueGeneratedNever();
            entity.Property(s => s.NationalCode).HasMaxLength(20);
            entity.Property(s => s.Stages).HasMaxLength(80);
            entity.Property(s => s.Type).HasMaxLength(60);
            entity.Property(s => s.Founder).HasMaxLength(100);
            entity.Ignore(s => s.StageList).Ignore(s => s.Details);
            entity.HasIndex(s => new { s.District, s.Order });
            entity.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A school of its own, a further campus (校区) of one, or a teaching point (教学点).</summary>
public enum SchoolUnit { School, Campus, TeachingPoint }
