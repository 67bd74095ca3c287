using System.Text.RegularExpressions;
using Junheng.Core.Indicators;
using Junheng.Core.Indicators.Reading;

namespace Junheng.Core.Surveys.Questionnaires;

/// <summary>Reads a questionnaire from its tree and gathers what is wrong with it, item by item, so that one pass tells everything.</summary>
internal sealed partial class QuestionnaireReader(PackNode tree)
{
    private readonly List<PackException> _problems = [];
    private readonly Dictionary<string, Source> _sources = [];
    private Source? _source;

    public IReadOnlyList<PackException> Problems => [.. _problems.OrderBy(p => p.Line)];

    public Questionnaire? Read()
    {
        Questionnaire? read = null;
        Try(() => read = ReadTree());
        return read;
    }

    private Questionnaire? ReadTree()
    {
        tree.Only("key", "title", "edition", "introduction", "source", "sources", "classes", "scales", "pages", "figures", "quotas", "validity");
        foreach (var (key, node) in tree["sources"]?.Entries ?? new Dictionary<string, PackNode>()) Try(() => _sources[key] = Sources.Read(node, _sources, null));
        if (tree["source"] is { } source) Try(() => _source = Sources.Read(source, _sources, null));
        var classes = tree.Need("classes") is { IsMap: true } map ? map : throw tree.Need("classes").Refuse(PackTexts.NeedsMap);
        if (classes.Entries.Count == 0) throw classes.Refuse(QuestionnaireTexts.NoClasses);
        var items = new ItemReader(ReadScales(), Try);
        var pages = tree.List("pages").Select(p => ReadPage(p, items)).ToArray();
        var questionnaire = new Questionnaire(
            Key(tree.Need("key")), tree.Need("title").Said(100), tree["edition"]?.Whole() ?? 1, tree["introduction"]?.Said(2000) ?? "",
            [.. classes.Entries.Select(e => new RespondentClass(ClassKey(e.Key, e.Value), e.Value.Said(20)))], Jumped(pages, items));
        if (questionnaire.Edition < 1) throw tree.Need("edition").Refuse(QuestionnaireTexts.Edition);
        var (figures, quotas, validity) = (ReadFigures(), ReadQuotas(), new Validity());
        Try(() => validity = ReadValidity());
        if (_problems.Count > 0) return null;
        questionnaire = questionnaire with { Figures = figures, Quotas = quotas, Validity = validity, Source = _source };
        new QuestionnaireChecks(questionnaire, tree, items.Nodes, _problems.Add).Run();
        return questionnaire;
    }

    private Dictionary<string, IReadOnlyList<Option>> ReadScales()
    {
        var scales = new Dictionary<string, IReadOnlyList<Option>>();
        foreach (var (name, node) in tree["scales"]?.Entries ?? new Dictionary<string, PackNode>()) Try(() => scales[name] = ItemReader.ReadOptions(node));
        return scales;
    }

    private static QuestionPage ReadPage(PackNode node, ItemReader items)
    {
        node.Only("title", "items");
        return new(node["title"]?.Said(100) ?? "", items.Read(node.List("items")));
    }

    /// <summary>Turns jumps into conditions of the items they pass over.</summary>
    private QuestionPage[] Jumped(QuestionPage[] pages, ItemReader items)
    {
        var all = pages.SelectMany(p => p.Items).ToArray();
        foreach (var (from, when, to, node) in items.Jumps)
        {
            var start = Array.FindIndex(all, i => ReferenceEquals(i, from)) + 1;
            var end = to == "end" ? all.Length : Array.FindIndex(all, start, i => i.Code == to);
            if (end < 0) _problems.Add(node.Refuse(QuestionnaireTexts.JumpBack(to)));
            for (var at = start; at < end; at++)
            {
                var unless = Conditions.Unless(when);
                var jumped = all[at] with { ShowIf = all[at].ShowIf is { } own ? Negations.And(own, unless) : unless };
                items.Replace(all[at], jumped);
                all[at] = jumped;
            }
        }
        var next = 0;
        return [.. pages.Select(p => p with { Items = [.. p.Items.Select(_ => all[next++])] })];
    }

    private List<SatisfactionFigure> ReadFigures()
    {
        var figures = new List<SatisfactionFigure>();
        foreach (var node in tree.List("figures")) Try(() => figures.Add(ReadFigure(node)));
        return figures;
    }

    private SatisfactionFigure ReadFigure(PackNode node)
    {
        node.Only("key", "name", "variables", "positive", "apart_leaves", "combination", "weights", "classes", "threshold", "source");
        return new(Key(node.Need("key")), node.Need("name").Said(100), node.Words("variables"), node.Words("positive"))
        {
            ApartLeaves = node["apart_leaves"]?.Truth() ?? true,
            Combination = node["combination"]?.Choice(QuestionnaireWords.Combinations) ?? Combination.Pooled,
            Weights = node["weights"]?.Entries.ToDictionary(e => e.Key, e => e.Value.Real()) ?? [],
            Classes = node.Words("classes"),
            Threshold = node["threshold"]?.Real(),
            Source = SourceOf(node),
        };
    }

    private List<QuotaBand> ReadQuotas()
    {
        var bands = new List<QuotaBand>();
        foreach (var node in tree.List("quotas")) Try(() => bands.Add(ReadBand(node)));
        return bands;
    }

    private QuotaBand ReadBand(PackNode node)
    {
        node.Only("from", "to", "wanted", "source");
        return new(node["from"]?.Whole() ?? 0, node["to"]?.Whole(), [.. node.List("wanted").Select(ReadQuota)]) { Source = SourceOf(node) };
    }

    private static Quota ReadQuota(PackNode node)
    {
        node.Only("classes", "count");
        return new(node.Words("classes"), node.Need("count").Whole());
    }

    private Validity ReadValidity()
    {
        if (tree["validity"] is not { } node) return new();
        node.Only("answered_share", "least_pace", "excludes_straight_lines", "source");
        return new(node["answered_share"]?.Real() ?? 0, node["least_pace"]?.Choice(QuestionnaireWords.Paces) ?? default, node["excludes_straight_lines"]?.Truth() ?? false)
        {
            Source = SourceOf(node),
        };
    }

    private Source? SourceOf(PackNode node) => node["source"] is { } source ? Sources.Read(source, _sources, _source) : null;

    private void Try(Action read)
    {
        try
        {
            read();
        }
        catch (PackException problem)
        {
            _problems.Add(problem);
        }
    }

    private static string Key(PackNode node) =>
        node.Word() is { Length: <= 80 } key && KeyForm().IsMatch(key) ? key : throw node.Refuse(QuestionnaireTexts.KeyForm);

    private static string ClassKey(string key, PackNode node) => key.Length <= 40 && KeyForm().IsMatch(key) ? key : throw node.Refuse(QuestionnaireTexts.ClassForm);

    [GeneratedRegex(@"^[a-z][a-z0-9-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex KeyForm();
}
