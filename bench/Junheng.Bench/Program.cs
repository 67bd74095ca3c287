using Junheng.Bench;

// One line for each bench; each lives in a file of its own.
var benches = new Dictionary<string, Func<string[], Task<int>>>
{
    ["sheets"] = SheetsBench.Run,
    ["reading"] = ReadingBench.Run,
    ["facts"] = FactsBench.Run,
    ["balancing"] = BalancingBench.Run,
    ["measures"] = MeasuresBench.Run,
    ["intake"] = IntakeBench.Run,
    ["campaign"] = CampaignBench.Run,
    ["surveys"] = SurveysBench.Run,
    ["intake-server"] = IntakeServer.Run,
};

if (args.Length > 0 && benches.TryGetValue(args[0], out var bench)) return await bench(args[1..]);
Console.Error.WriteLine("usage: Junheng.Bench " + string.Join(" | ", benches.Keys));
return 2;
