using Junheng.Platform.Data;
using Junheng.Platform.Imports;
using Junheng.Platform.Rules;

namespace Junheng.Supervision.Intake.Packages;

/// <summary>Takes in the answers of a host that runs alone. A batch that is here already changes nothing, so a package may be taken in twice and a later one includes
/// the earlier.</summary>
public sealed class AnswersImport : ImportKind
{
    public override string Name => "answers";
    public override string Title => IntakeTexts.AnswersTitle;
    public override string Permission => IntakeModule.Import;
    public override string Accept => ".answers";

    protected override async Task<ImportReport> Run(IServiceProvider services, ImportFile file, bool trial, CancellationToken cancellation)
    {
        var store = services.GetRequiredService<IntakeStore>();
        var db = services.GetRequiredService<JunhengDb>();
        try
        {
            var hash = await file.Hash(cancellation);
            var publications = store.Publications(fresh: true);
            var (publication, batches) = AnswerPackage.Read(file.Content, id => Open(store, publications.FirstOrDefault(p => p.Id == id)));
            var (read, stored) = (batches.Sum(b => b.Answers.Count), 0);
            if (trial) return new(read, 0, [], []);
            foreach (var (name, answers) in batches)
                if (await store.PutAnswers(publication.Campaign, name, answers)) stored += answers.Count;
            if (stored > 0)
            {
                db.Add(new ImportRun(Name, file.Name, hash, read, stored, db.Actor.Name, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime));
                await db.Save(cancellation: cancellation);
            }
            return new(read, stored, [], stored == read ? [] : [new("", 0, "", IntakeTexts.Repeated(read - stored))]);
        }
        catch (RuleException refused)
        {
            return new(0, 0, [new("", 0, "", refused.Message)], []);
        }
    }

    private static Publication? Open(IntakeStore store, Publication? publication) =>
        publication is not null && store.State(publication.Campaign) == PublicationState.Closed ? throw new RuleException(IntakeTexts.AlreadyClosed) : publication;
}
