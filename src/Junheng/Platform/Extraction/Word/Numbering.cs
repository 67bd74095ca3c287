using System.Text;

namespace Junheng.Platform.Extraction.Word;

/// <summary>The automatic numbering of one document: which lists exist and how far each has counted.</summary>
internal sealed class Numbering
{
    private const int Levels = 9;

    private readonly Dictionary<string, ListDefinition> definitions = [];
    private readonly Dictionary<string, ListInstance> instances = [];
    private readonly Dictionary<string, int?[]> counts = [];
    private readonly HashSet<string> begun = [];

    public Numbering(XmlTree? part, Styles styles)
    {
        if (part is null) return;
        var links = new Dictionary<string, string>();
        foreach (var definition in part.All("abstractNum"))
        {
            if (definition["abstractNumId"] is not { } id) continue;
            definitions.TryAdd(id, new ListDefinition(definition));
            if (definition.Child("numStyleLink")?["val"] is { } link) links.TryAdd(id, link);
        }
        foreach (var num in part.All("num"))
            if (num["numId"] is { } id && num.Child("abstractNumId")?["val"] is { } definition)
                instances.TryAdd(id, new ListInstance(definition, num));
        // A list defined by a numbering style has no levels of its own; the style names the list that has them.
        foreach (var (id, style) in links)
            if (styles.Numbering(style)?.List is { } list && instances.TryGetValue(list, out var target)
                && definitions.TryGetValue(target.Definition, out var real)) definitions[id] = real;
    }

    /// <summary>Level of <paramref name="list"/> that belongs to a paragraph style, when the style itself names none.</summary>
    public int LevelOfStyle(string list, string style) =>
        instances.TryGetValue(list, out var instance) && definitions.TryGetValue(instance.Definition, out var definition)
            ? Math.Max(0, Array.FindIndex(definition.Levels, l => l?.Style == style))
            : 0;

    /// <summary>Counts one paragraph and returns its number with what separates it from the text, or null when it has none to write
    /// (no such list, a bullet, or a format of nothing).</summary>
    public string? Next(string list, int level)
    {
        if (level is < 0 or >= Levels || !instances.TryGetValue(list, out var instance)
            || !definitions.TryGetValue(instance.Definition, out var definition)) return null;
        if (!counts.TryGetValue(instance.Definition, out var count)) counts[instance.Definition] = count = new int?[Levels];
        if (begun.Add(list))
            for (var i = 0; i < Levels; i++)
                if (instance.Starts[i] is not null) count[i] = null;

        count[level] = count[level] is { } before ? before + 1 : Start(level);
        for (var deeper = level + 1; deeper < Levels; deeper++)
            if (Level(deeper)?.Restart is not { } after || level < after) count[deeper] = null;
        return Level(level) is { } format ? Label(format) : null;

        ListLevel? Level(int i) => instance.Levels[i] ?? definition.Levels[i];
        int Start(int i) => instance.Starts[i] ?? Level(i)?.Start ?? 1;

        string? Label(ListLevel format)
        {
            if (format.Format == "bullet" || format.Text.Length == 0) return null;
            var label = new StringBuilder();
            for (var i = 0; i < format.Text.Length; i++)
            {
                if (format.Text[i] != '%' || i + 1 >= format.Text.Length || format.Text[i + 1] is < '1' or > '9')
                {
                    label.Append(format.Text[i]);
                    continue;
                }
                var shown = format.Text[++i] - '1';
                var how = format.IsLegal ? "decimal" : Level(shown)?.Format ?? "decimal";
                label.Append(NumberFormats.Write(how, count[shown] ?? Start(shown)));
            }
            return label.Length == 0 ? null : label + Separator(format.Suffix, label[^1]);
        }
    }

    /// <summary>A tab after the number is layout, not text, and would read as a table cell: it is written as a blank where
    /// number and text would run together (1.1 总则), and as nothing after a closing mark (一、 （一） 1.).</summary>
    private static string Separator(string suffix, char last) => suffix switch
    {
        "nothing" => "",
        "space" => " ",
        _ => char.IsAsciiLetterOrDigit(last) ? " " : "",
    };

    private sealed class ListDefinition(XmlTree element)
    {
        public ListLevel?[] Levels { get; } = ListLevel.Read(element.All("lvl"));
    }

    private sealed class ListInstance
    {
        public string Definition { get; }
        public ListLevel?[] Levels { get; }
        public int?[] Starts { get; } = new int?[Numbering.Levels];

        public ListInstance(string definition, XmlTree element)
        {
            Definition = definition;
            var overrides = element.All("lvlOverride").ToList();
            Levels = ListLevel.Read(overrides.SelectMany(o => o.All("lvl")));
            foreach (var one in overrides)
                if (one.Number("ilvl") is { } level and >= 0 and < Numbering.Levels)
                    Starts[level] = one.Child("startOverride")?.Number("val") ?? Levels[level]?.Start;
        }
    }

    private sealed record ListLevel(int Start, string Format, string Text, string Suffix, int? Restart, bool IsLegal, string? Style)
    {
        public static ListLevel?[] Read(IEnumerable<XmlTree> elements)
        {
            var levels = new ListLevel?[Levels];
            foreach (var e in elements)
                if (e.Number("ilvl") is { } level and >= 0 and < Numbering.Levels)
                    levels[level] ??= new(
                        e.Child("start")?.Number("val") ?? 1,
                        // A custom format hides in Choice with a plain one beside it in Fallback.
                        (e.Child("numFmt") ?? e.Within("Fallback").SelectMany(f => f.Within("numFmt")).FirstOrDefault())?["val"] ?? "decimal",
                        e.Child("lvlText")?["val"] ?? "",
                        e.Child("suff")?["val"] ?? "tab",
                        e.Child("lvlRestart")?.Number("val"),
                        e.Child("isLgl") is { } legal && legal["val"] is null or "1" or "true" or "on",
                        e.Child("pStyle")?["val"]);
            return levels;
        }
    }
}
