using Junheng.Core.Indicators;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Junheng.Platform.Packs;

/// <summary>Reads YAML into the neutral tree packs are made from, every node with its line. Anchors and tags mean nothing here.</summary>
public static class PackYaml
{
    private const int Deepest = 400;

    /// <param name="file">Name for messages.</param>
    /// <exception cref="PackException">Not YAML, empty, or a key twice.</exception>
    public static PackNode Read(string file, TextReader text)
    {
        var stream = new YamlStream();
        var content = text.ReadToEnd();
        if (TooDeep(content) is { } deep) throw new PackException(file, deep, PacksTexts.TooDeep);
        try
        {
            stream.Load(new StringReader(content));
        }
        catch (YamlException e)
        {
            throw new PackException(file, (int)e.Start.Line, PacksTexts.NoYaml(e.InnerException?.Message ?? e.Message));
        }
        return stream.Documents.Count == 1 ? Node(file, stream.Documents[0].RootNode) : throw new PackException(file, 1, PacksTexts.OneDocument);
    }

    public static PackNode Read(string path)
    {
        using var reader = new StreamReader(path);
        return Read(Path.GetFileName(path), reader);
    }

    /// <summary>The first line that nests deeper than any pack does: the parser calls itself for each level, and an exhausted stack ends the whole server.</summary>
    private static int? TooDeep(string content)
    {
        var (line, depth, steps, leading) = (1, 0, 0, true);
        foreach (var c in content)
        {
            if (c == '\n') (line, steps, leading) = (line + 1, 0, true);
            else if (c is '[' or '{') depth++;
            else if (c is ']' or '}') depth = Math.Max(0, depth - 1);
            // Blanks, dashes and question marks before the first word of a line each open a level at most.
            leading &= c is ' ' or '-' or '?' or '\n' or '\t' or '\r';
            if (leading) steps++;
            if (depth > Deepest || steps > Deepest) return line;
        }
        return null;
    }

    private static PackNode Node(string file, YamlNode node)
    {
        var line = (int)node.Start.Line;
        if (!node.Anchor.IsEmpty) throw new PackException(file, line, PacksTexts.Alias);
        return node switch
        {
            YamlMappingNode map => PackNode.Map(file, line, map.Children.Select(c => KeyValuePair.Create(Key(file, c.Key), Node(file, c.Value)))),
            YamlSequenceNode list => PackNode.List(file, line, [.. list.Children.Select(c => Node(file, c))]),
            YamlScalarNode scalar => PackNode.Scalar(file, line, scalar.Value ?? ""),
            _ => throw new PackException(file, line, PacksTexts.Alias),
        };
    }

    private static string Key(string file, YamlNode node) =>
        node is YamlScalarNode { Value: { } key } ? key : throw new PackException(file, (int)node.Start.Line, PacksTexts.Key);
}
