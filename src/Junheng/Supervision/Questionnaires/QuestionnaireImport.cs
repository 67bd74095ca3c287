using Junheng.Core.Indicators;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Data;
using Junheng.Platform.Imports;
using Junheng.Platform.Packs;
using Junheng.Platform.Rules;
using Junheng.Platform.Sheets;
using Junheng.Supervision.Questionnaires.XlsForms;

namespace Junheng.Supervision.Questionnaires;

/// <summary><c>junheng import questionnaire FILE</c>: a pack (YAML or JSON) or an XLSForm becomes the next edition of an own questionnaire.</summary>
public sealed class QuestionnaireImportKind : ImportKind
{
    public const string Key = "questionnaire";

    public override string Name => Key;
    public override string Title => QuestionnairesTexts.ImportTitle;
    public override string Permission => OwnQuestionnaires.Edit;
    public override string Accept => ".xlsx,.xls,.ods,.et,.yaml,.yml,.json";

    protected override Task<ImportReport> Run(IServiceProvider services, ImportFile file, bool trial, CancellationToken cancellation) =>
        services.GetRequiredService<QuestionnaireImport>().Run(file, trial, cancellation);
}

/// <summary>Reads a file of a questionnaire and publishes what it says; an equal one changes nothing.</summary>
public sealed class QuestionnaireImport(JunhengDb db, OwnQuestionnaires own, ShippedQuestionnaires shipped, TimeProvider clock)
{
    private const int LongestText = 4 << 20;

    /// <exception cref="SheetException">The file is neither.</exception>
    public async Task<ImportReport> Run(ImportFile file, bool trial, CancellationToken cancellation = default)
    {
        var read = await Read(file, cancellation);
        if (read.Questionnaire is not { } questionnaire) return new(read.Rows, 0, read.Refused, read.Warnings);
        try
        {
            var (stored, founded) = await Store(file, questionnaire, read.Rows, trial, cancellation);
            return new(read.Rows, stored, [], founded ? [.. read.Warnings, new("", 0, "", QuestionnairesTexts.NewDistrict)] : read.Warnings);
        }
        catch (RuleException refused)
        {
            return new(read.Rows, 0, [new("", 0, "", refused.Message)], read.Warnings);
        }
    }

    private static async Task<ReadForm> Read(ImportFile file, CancellationToken cancellation)
    {
        if (Path.GetExtension(file.Name).ToLowerInvariant() is not (".yaml" or ".yml" or ".json"))
        {
            using var sheets = await file.OpenTable(cancellation);
            return XlsFormReader.Read(sheets, file.Name, cancellation);
        }
        if (file.Content.Length > LongestText) throw new SheetException(file.Name, XlsFormTexts.NotFile);
        file.Content.Position = 0;
        using var text = new StreamReader(file.Content, leaveOpen: true);
        try
        {
            var questionnaire = QuestionnaireFormat.Read(PackYaml.Read(file.Name, text), out var problems);
            return new(questionnaire, questionnaire?.Items.Count() ?? problems.Count, [.. problems.Select(p => new Platform.Sheets.Tables.RowError(file.Name, p.Line, "", p.Problem))], []);
        }
        catch (PackException unreadable)
        {
            return new(null, 0, [new(file.Name, unreadable.Line, "", unreadable.Problem)], []);
        }
    }

    private async Task<(int Stored, bool Founded)> Store(ImportFile file, Questionnaire questionnaire, int rows, bool trial, CancellationToken cancellation)
    {
        if (shipped.Has(questionnaire.Key)) throw new RuleException(XlsFormTexts.KeyOfShipped);
        var known = await own.Find(questionnaire.Key, cancellation);
        var newest = known is null ? null : (await own.Edition(known, known.Latest, cancellation))?.Text;
        if (known is not null && newest == QuestionnaireFormat.Write(questionnaire with { Edition = known.Latest })) return (0, false);
        if (known?.Draft is not null) throw new RuleException(XlsFormTexts.DraftOpen);
        OwnQuestionnaire.Askable(questionnaire);
        if (trial) return (0, false);
        var hash = await file.Hash(cancellation);
        var founded = await own.Adopt(questionnaire, QuestionnairesTexts.Imported, new ImportRun(QuestionnaireImportKind.Key, file.Name, hash, rows, rows, db.Actor.Name, clock.GetUtcNow().UtcDateTime), cancellation);
        return (rows, founded);
    }
}
