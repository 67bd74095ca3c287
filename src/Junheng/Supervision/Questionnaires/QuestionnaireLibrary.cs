using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Rules;

namespace Junheng.Supervision.Questionnaires;

/// <summary>A questionnaire that can be put to people.</summary>
/// <param name="Edition">The newest published one; 0 = only a draft so far.</param>
public sealed record LibraryEntry(string Key, string Title, int Edition, bool Shipped, bool HasDraft);

/// <summary>Every questionnaire there is: the shipped ones and the district's own.</summary>
public sealed class QuestionnaireLibrary(ShippedQuestionnaires shipped, OwnQuestionnaires own)
{
    /// <summary>Shipped ones first.</summary>
    public async Task<IReadOnlyList<LibraryEntry>> All(CancellationToken cancellation = default) =>
    [
        .. shipped.Keys.Select(k => shipped.Find(k)!).Select(q => new LibraryEntry(q.Key, q.Title, q.Edition, true, false)),
        .. (await own.All(cancellation)).Select(q => new LibraryEntry(q.Key, q.Title, q.Latest, false, q.Draft is not null)),
    ];

    /// <summary>A published edition; the newest unless another is asked for.</summary>
    /// <exception cref="NotFoundException">No such questionnaire or edition, or it was never published.</exception>
    public async Task<Questionnaire> Get(string key, int? edition = null, CancellationToken cancellation = default)
    {
        if (shipped.Find(key) is { } known) return edition is null || edition == known.Edition ? known : throw new NotFoundException();
        var found = await own.Find(key, cancellation) ?? throw new NotFoundException();
        return await own.Edition(found, edition ?? found.Latest, cancellation) is { } published ? QuestionnaireFormat.Read(published.Text) : throw new NotFoundException();
    }

    /// <summary>The draft where there is one, else the newest edition.</summary>
    public async Task<Questionnaire> Newest(string key, CancellationToken cancellation = default) =>
        await own.Find(key, cancellation) is { Draft: { } draft } ? QuestionnaireFormat.Read(draft) : await Get(key, null, cancellation);
}
