using Junheng.Core.Balancing.Plans;
using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Junheng.Supervision.Measures.Balance;

/// <summary>The workbook of a repair, and what a what-if page asks while values are typed: figures as JSON, or the piece of the page that shows them.</summary>
public static class BalanceEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var use = new PermissionAttribute(Balances.Use);
        endpoints.MapGet("/measures/{key}/repair/export", async (string key, HttpContext http, Balances balances, RepairAnswers answers) =>
        {
            var options = RepairOptions.Of(key, http.Request.Query);
            var ground = await balances.Load(key, options.District, options.At, http.RequestAborted);
            var answer = await answers.Find(ground, options, http.Request.Query["job"], http.RequestAborted);
            var file = new MemoryStream();
            BalanceSheet.Write(file, answer, ground, options);
            file.Position = 0;
            return TypedResults.File(file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", BalanceTexts.FileName(ground, answer));
        }).WithMetadata(use);
        endpoints.MapGet("/measures/{key}/what-if/outcome", async (string key, HttpContext http, Balances balances) =>
            new RazorComponentResult<WhatIfOutcome>(new { WhatIf = await Look(key, http, balances) })).WithMetadata(use);
        endpoints.MapGet("/api/measures/{key}/what-if", async (string key, HttpContext http, Balances balances) => Figures(await Look(key, http, balances))).WithMetadata(use);
    }

    private static async Task<WhatIf> Look(string key, HttpContext http, Balances balances)
    {
        var query = http.Request.Query;
        Period? period = Period.TryParse(query["period"], out var asked) ? asked : null;
        var ground = await balances.Load(key, int.TryParse(query["district"], out var district) ? district : null, period, http.RequestAborted);
        return WhatIf.Of(ground, query);
    }

    private static object Figures(WhatIf whatIf) => new
    {
        scenario = whatIf.Scenario.Encode(),
        wrong = whatIf.Wrong,
        verdict = whatIf.After.Verdict.Key(),
        before = whatIf.Ground.Result.Verdict.Key(),
        dispersion = whatIf.After.Dispersions.Select(it => new { indicator = it.Indicator, stage = it.Stage.Key(), cv = Known(it.Cv), verdict = it.Verdict.Key() }),
        schools = whatIf.After.Schools.Select(it => new { code = whatIf.Ground.Evaluated.CodeOf(it.Organisation), stage = it.Stage.Key(), met = it.Met, verdict = it.Verdict.Key() }),
    };

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
