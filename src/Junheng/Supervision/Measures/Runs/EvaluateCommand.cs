using Junheng.Core.Periods;
using Junheng.Platform.Access;
using Junheng.Platform.Commands;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Measures.Runs;

/// <summary><c>junheng evaluate PACK --period P</c>: computes a pack from the published columns and prints it; stores nothing.</summary>
public sealed class EvaluateCommand : DatabaseCommand
{
    public override string Name => "evaluate";
    public override string Usage => MeasureTexts.EvaluateUsage;
    public override IReadOnlyCollection<string> Valued => ["--period", "--org"];
    protected override bool Writes => false;

    protected override void Check(Arguments arguments)
    {
        if (arguments.Operands is not [_]) throw new UsageException(MeasureTexts.PackMissing);
        var period = arguments["--period"] ?? throw new UsageException(MeasureTexts.PeriodMissing);
        if (!Period.TryParse(period, out _)) throw new UsageException(MeasureTexts.PeriodUnknown(period));
    }

    protected override async Task<int> Run(IServiceProvider services, Arguments arguments, Terminal terminal)
    {
        var db = services.GetRequiredService<JunhengDb>();
        db.Actor.Demand(Results.Read);
        var organisation = await Organisation(db, arguments["--org"]);
        var period = Period.Parse(arguments["--period"]!);
        var packs = services.GetRequiredService<MeasurePacks>();
        var pack = await packs.Find(arguments.Operands[0], EvaluationFrames.CountingDay(period))
            ?? throw new UsageException(MeasureTexts.PackUnknown(arguments.Operands[0], await packs.Keys()));
        var evaluated = await services.GetRequiredService<Evaluations>().Compute([pack], await Districts(db, organisation), period);
        var one = evaluated.Packs.Single();
        await terminal.Out.WriteLineAsync(arguments.Has("--json")
            ? EvaluationJson.Write(organisation.Code, evaluated, one)
            : EvaluationSummary.Write(organisation.Name, evaluated, one));
        return CommandLine.Done;
    }

    /// <exception cref="RuleException">There is no such organisation in scope.</exception>
    internal static async Task<Organisation> Organisation(JunhengDb db, string? code)
    {
        if (code is not null)
        {
            var named = await db.Set<Organisation>().AsNoTracking().SingleOrDefaultAsync(o => o.Code == code);
            return named is not null && db.Actor.Scope.Holds(named.Id) ? named : throw new RuleException(MeasureTexts.OrganisationUnknown(code));
        }
        var roots = await db.Set<Organisation>().AsNoTracking().Where(o => o.ParentId == null).ToListAsync();
        var root = roots switch
        {
            [] => throw new RuleException(MeasureTexts.NoOrganisation),
            [var single] => single,
            _ => throw new UsageException(MeasureTexts.SeveralRoots(roots.Select(r => r.Code))),
        };
        return db.Actor.Scope.Holds(root.Id) ? root : throw new RuleException(MeasureTexts.OrganisationUnknown(root.Code));
    }

    /// <summary>The districts at or below the organisation; a root that is none counts as one, a school or town as a part of its district is none.</summary>
    /// <exception cref="RuleException">It is no district and holds none.</exception>
    internal static async Task<int[]> Districts(JunhengDb db, Organisation organisation)
    {
        var path = organisation.Path;
        var districts = await db.Set<Organisation>().AsNoTracking().Where(o => o.Path.StartsWith(path) && o.Kind == OrganisationKind.District).Select(o => o.Number).ToArrayAsync();
        if (districts.Length > 0) return districts;
        return organisation.ParentId is null ? [organisation.Number] : throw new RuleException(MeasureTexts.NoDistrict(organisation.Name));
    }
}
