using Junheng.Core.Balancing.Plans;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Commands;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Junheng.Supervision.Measures.Runs;

namespace Junheng.Supervision.Measures.Balance;

/// <summary><c>junheng balance PACK INDICATOR --stage S --period P</c>: the cheapest repair of one dispersion; stores nothing.</summary>
public sealed class BalanceCommand : DatabaseCommand
{
    public override string Name => "balance";
    public override string Usage => BalanceTexts.Usage;
    public override IReadOnlyCollection<string> Valued => ["--stage", "--period", "--org", "--max-out", "--max-in", "--share", "--group-out", "--group-in", "--quota"];
    public override IReadOnlyCollection<string> Switches => ["--public-only"];
    protected override bool Writes => false;

    protected override void Check(Arguments arguments)
    {
        if (arguments.Operands is not [_, _]) throw new UsageException(BalanceTexts.OperandsMissing);
        if (arguments["--stage"] is not { } stage || !Stages.TryParse(stage, out var known) || known == Stage.Shared) throw new UsageException(BalanceTexts.StageMissing);
        if (arguments["--period"] is not { } period) throw new UsageException(MeasureTexts.PeriodMissing);
        if (!Period.TryParse(period, out _)) throw new UsageException(MeasureTexts.PeriodUnknown(period));
        _ = Terms(arguments);
    }

    protected override async Task<int> Run(IServiceProvider services, Arguments arguments, Terminal terminal)
    {
        var db = services.GetRequiredService<JunhengDb>();
        db.Actor.Demand(Balances.Use);
        var organisation = await EvaluateCommand.Organisation(db, arguments["--org"]);
        var districts = await EvaluateCommand.Districts(db, organisation);
        if (districts is not [var district]) throw new UsageException(BalanceTexts.OneDistrict(organisation.Name));
        var packs = services.GetRequiredService<MeasurePacks>();
        var period = Period.Parse(arguments["--period"]!);
        if (await packs.Find(arguments.Operands[0], EvaluationFrames.CountingDay(period)) is null)
            throw new UsageException(MeasureTexts.PackUnknown(arguments.Operands[0], await packs.Keys()));
        var ground = await services.GetRequiredService<Balances>().Load(arguments.Operands[0], district, period);
        try
        {
            var answer = RepairPlans.Answer(ground.Ask(arguments.Operands[1], Stages.Parse(arguments["--stage"]!), Terms(arguments)));
            await terminal.Out.WriteLineAsync(arguments.Has("--json") ? BalanceJson.Write(answer, ground) : BalanceSummary.Write(answer, ground));
            return CommandLine.Done;
        }
        catch (RepairObstacleException obstacle)
        {
            throw new RuleException(BalanceTexts.Of(obstacle.Obstacle));
        }
    }

    private static RepairTerms Terms(Arguments arguments)
    {
        return new()
        {
            MaxOut = Whole("--max-out"),
            MaxIn = Whole("--max-in"),
            ShareOut = Whole("--share") / 100.0,
            GroupOut = Whole("--group-out"),
            GroupIn = Whole("--group-in"),
            Budget = Whole("--quota"),
            PublicOnly = arguments.Has("--public-only"),
        };

        int? Whole(string option) => arguments[option] switch
        {
            null => null,
            var text => int.TryParse(text, out var number) && number >= 0 ? number : throw new UsageException(BalanceTexts.NotWhole(option)),
        };
    }
}
