using System.Globalization;
using System.Text.RegularExpressions;
using Junheng.Core.Indicators;
using Junheng.Core.Indicators.Language;
using Junheng.Core.Indicators.Reading;

namespace Junheng.Core.Surveys.Questionnaires;

/// <summary>Reads items, and remembers where each was written.</summary>
/// <param name="scales">Named lists of options.</param>
/// <param name="attempt">Runs what may fail and keeps the problem.</param>
internal sealed partial class ItemReader(IReadOnlyDictionary<string, IReadOnlyList<Option>> scales, Action<Action> attempt)
{
    public Dictionary<Item, PackNode> Nodes { get; } = new(ReferenceEqualityComparer.Instance);
    public List<(Item From, Expression When, string To, PackNode Node)> Jumps { get; } = [];

    public IReadOnlyList<Item> Read(IReadOnlyList<PackNode> nodes)
    {
        var items = new List<Item>();
        foreach (var node in nodes)
            attempt(() =>
            {
                var item = Read(node);
                Nodes[item] = node;
                if (node["jump"] is { } jump) Jumps.Add(ReadJump(jump, item));
                items.Add(item);
            });
        return items;
    }

    public void Replace(Item old, Item now)
    {
        Nodes[now] = Nodes[old];
        for (var at = 0; at < Jumps.Count; at++)
            if (ReferenceEquals(Jumps[at].From, old)) Jumps[at] = Jumps[at] with { From = now };
    }

    public static IReadOnlyList<Option> ReadOptions(PackNode node)
    {
        if (!node.IsList) throw node.Refuse(PackTexts.NeedsList);
        return [.. node.Items.Select((option, at) => option.Text is not null ? new Option((at + 1).ToString(CultureInfo.InvariantCulture), option.Said(200)) : ReadOption(option))];
    }

    private Item Read(PackNode node)
    {
        node.Only(
            "code", "kind", "wording", "wordings", "classes", "hint", "options", "rows", "required", "shuffled", "least", "most", "decimals", "least_label", "most_label",
            "show_if", "jump");
        return new(Code(node.Need("code")), node.Need("kind").Choice(QuestionnaireWords.Kinds), node.Need("wording").Said(500))
        {
            Classes = node.Words("classes"),
            Wordings = Wordings(node),
            Hint = node["hint"]?.Said(500) ?? "",
            Options = Options(node["options"]),
            Rows = [.. node.List("rows").Select(ReadRow)],
            Required = node["required"]?.Truth() ?? false,
            Shuffled = node["shuffled"]?.Truth() ?? false,
            Least = node["least"]?.Real(),
            Most = node["most"]?.Real(),
            Decimals = node["decimals"]?.Whole() ?? 0,
            LeastLabel = node["least_label"]?.Said(50) ?? "",
            MostLabel = node["most_label"]?.Said(50) ?? "",
            ShowIf = node["show_if"] is { } when ? Condition(when) : null,
        };
    }

    private IReadOnlyList<Option> Options(PackNode? node) => node switch
    {
        null => [],
        { Text: not null } => scales.TryGetValue(node.Word(), out var scale) ? scale : throw node.Refuse(QuestionnaireTexts.NoScale(node.Word())),
        _ => ReadOptions(node),
    };

    private static Option ReadOption(PackNode node)
    {
        node.Only("code", "label", "apart", "score");
        var code = node.Need("code").Word();
        if (code.Length > 40 || !OptionForm().IsMatch(code)) throw node.Need("code").Refuse(QuestionnaireTexts.OptionForm);
        return new(code, node.Need("label").Said(200), node["apart"]?.Truth() ?? false) { Score = node["score"]?.Real() };
    }

    private static MatrixRow ReadRow(PackNode node)
    {
        node.Only("code", "wording", "wordings", "classes");
        return new(Code(node.Need("code")), node.Need("wording").Said(500)) { Classes = node.Words("classes"), Wordings = Wordings(node) };
    }

    private static (Item, Expression, string, PackNode) ReadJump(PackNode node, Item item)
    {
        node.Only("when", "to");
        if (node["when"] is null || node["to"] is null) throw node.Refuse(QuestionnaireTexts.JumpNeeds);
        return (item, Condition(node.Need("when")), node.Need("to").Word(), node);
    }

    private static Expression Condition(PackNode node)
    {
        try
        {
            return Parser.Read(node.Word());
        }
        catch (FormulaException e)
        {
            throw node.Refuse(QuestionnaireTexts.Condition(e.Message));
        }
    }

    private static Dictionary<string, string> Wordings(PackNode node) => node["wordings"]?.Entries.ToDictionary(e => e.Key, e => e.Value.Said(500)) ?? [];

    private static string Code(PackNode node)
    {
        var code = node.Word();
        if (code.Length > 40 || !CodeForm().IsMatch(code)) throw node.Refuse(QuestionnaireTexts.CodeForm);
        return code.ToLowerInvariant() is "and" or "or" or "not" or "end" ? throw node.Refuse(QuestionnaireTexts.CodeReserved) : code;
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeForm();

    [GeneratedRegex(@"^[A-Za-z0-9_.-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex OptionForm();
}
