using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Junheng.Core.Indicators;

namespace Junheng.Core.Surveys.Questionnaires;

/// <summary>Writes a tree as JSON or YAML. Whole and decimal numbers, true and false stand without quotes; reading gives the same texts.</summary>
internal static partial class TreeText
{
    public static string Json(PackNode tree)
    {
        var text = new StringBuilder();
        Json(tree, text, 0);
        return text.Append('\n').ToString();
    }

    public static string Yaml(PackNode tree)
    {
        var text = new StringBuilder();
        Yaml(tree, text, 0);
        return text.ToString();
    }

    /// <exception cref="PackException">Not JSON, or with null in it.</exception>
    public static PackNode Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Node(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new PackException("json", (int)(e.LineNumber ?? 0) + 1, e.Message);
        }
    }

    private static PackNode Node(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => PackNode.Map("json", 1, json.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Node(p.Value)))),
        JsonValueKind.Array => PackNode.List("json", 1, [.. json.EnumerateArray().Select(Node)]),
        JsonValueKind.String => PackNode.Scalar("json", 1, json.GetString()!),
        _ => PackNode.Scalar("json", 1, json.GetRawText()),
    };

    private static void Json(PackNode node, StringBuilder text, int depth)
    {
        if (node.Text is { } scalar)
        {
            text.Append(Bare().IsMatch(scalar) ? scalar : Quoted(scalar));
            return;
        }
        var (open, close) = node.IsMap ? ('{', '}') : ('[', ']');
        text.Append(open);
        var first = true;
        foreach (var (key, part) in node.IsMap ? node.Entries.Select(e => (e.Key, e.Value)) : node.Items.Select(i => ("", i)))
        {
            text.Append(first ? "\n" : ",\n").Append(' ', depth + 1);
            if (node.IsMap) text.Append(Quoted(key)).Append(": ");
            Json(part, text, depth + 1);
            first = false;
        }
        if (!first) text.Append('\n').Append(' ', depth);
        text.Append(close);
    }

    private static void Yaml(PackNode node, StringBuilder text, int depth)
    {
        foreach (var (key, part) in node.Entries)
        {
            text.Append(' ', depth * 2).Append(key).Append(':');
            YamlValue(part, text, depth);
        }
    }

    private static void YamlValue(PackNode node, StringBuilder text, int depth)
    {
        if (node.Text is { } scalar) text.Append(' ').Append(YamlScalar(scalar)).Append('\n');
        else if (node.IsMap)
        {
            text.Append('\n');
            Yaml(node, text, depth + 1);
        }
        else if (node.Items.All(i => i.Text is not null)) text.Append(" [").AppendJoin(", ", node.Items.Select(i => YamlScalar(i.Text!))).Append("]\n");
        else
        {
            text.Append('\n');
            foreach (var item in node.Items) YamlItem(item, text, depth + 1);
        }
    }

    private static void YamlItem(PackNode item, StringBuilder text, int depth)
    {
        if (item.Entries.Values.All(e => e.Text is not null))
        {
            text.Append(' ', depth * 2).Append("- {").AppendJoin(", ", item.Entries.Select(e => $"{e.Key}: {YamlScalar(e.Value.Text!)}")).Append("}\n");
            return;
        }
        var from = text.Length;
        Yaml(item, text, depth + 1);
        text[from + (depth * 2)] = '-';
    }

    private static string YamlScalar(string text) => Bare().IsMatch(text) || Plain().IsMatch(text) ? text : Quoted(text);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var c in text)
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (c == '\n') quoted.Append("\\n");
            else if (c < ' ' || c is '\u007f' or (>= '\u0080' and <= '\u00a0') or '\u2028' or '\u2029' or '\ufeff') quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else quoted.Append(c);
        return quoted.Append('"').ToString();
    }

    [GeneratedRegex(@"^(?:true|false|-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    /// <summary>Chinese or Latin words that no reader of YAML takes for anything else.</summary>
    [GeneratedRegex(@"^(?!(?:null|yes|no|on|off|y|n)\z)[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z0-9\uFF08\uFF09\u300A\u300B\u3014\u3015\u3001\u3002\uFF0C\uFF1F\uFF01\uFF1B\u201C\u201D_-]*\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Plain();
}
