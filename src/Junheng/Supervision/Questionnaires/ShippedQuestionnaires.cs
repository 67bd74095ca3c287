using System.Collections.Concurrent;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Packs;

namespace Junheng.Supervision.Questionnaires;

/// <summary>The questionnaires beside the executable (<c>packs/questionnaires</c>), by key. Each is read when somebody first asks for it.</summary>
public sealed class ShippedQuestionnaires
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "packs", "questionnaires");
    private readonly ConcurrentDictionary<string, Lazy<Questionnaire>> _read = [];

    /// <summary>Ordered.</summary>
    public IReadOnlyList<string> Keys { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    public bool Has(string key) => Keys.Contains(key);

    /// <summary>Null where nothing is shipped under the key.</summary>
    public Questionnaire? Find(string key) =>
        Has(key) ? _read.GetOrAdd(key, k => new(() => QuestionnaireFormat.Read(PackYaml.Read(Path.Combine(Folder, k + ".yaml"))))).Value : null;
}
