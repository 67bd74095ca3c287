using System.Text;
using System.Xml;

namespace Junheng.Platform.Extraction;

/// <summary>A small element tree by local names: the same part is written with the transitional and the strict namespaces,
/// and nothing read here depends on which.</summary>
internal sealed class XmlTree(string name)
{
    private Dictionary<string, string>? attributes;
    private StringBuilder? text;

    public string Name { get; } = name;
    public List<XmlTree> Children { get; } = [];
    public string Text => text?.ToString() ?? "";

    public string? this[string attribute] => attributes?.GetValueOrDefault(attribute);

    public XmlTree? Child(string name) => Children.Find(c => c.Name == name);
    public IEnumerable<XmlTree> All(string name) => Children.Where(c => c.Name == name);

    /// <summary>Elements of that name at any depth.</summary>
    public IEnumerable<XmlTree> Within(string name) =>
        Children.SelectMany(c => c.Name == name ? c.Within(name).Prepend(c) : c.Within(name));

    /// <summary>A number in an attribute, or null when it is absent or no number.</summary>
    public int? Number(string attribute) =>
        int.TryParse(this[attribute], System.Globalization.NumberStyles.Integer, null, out var number) ? number : null;

    public static XmlTree Load(XmlReader reader, int maxDepth)
    {
        var root = new XmlTree("");
        var open = new Stack<XmlTree>([root]);
        while (reader.Read())
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (open.Count > maxDepth) throw new RefusedContent(Refusal.Malformed, ExtractionTexts.TooDeep);
                    var element = new XmlTree(reader.LocalName);
                    open.Peek().Children.Add(element);
                    var empty = reader.IsEmptyElement;
                    while (reader.MoveToNextAttribute()) (element.attributes ??= new(StringComparer.Ordinal)).TryAdd(reader.LocalName, reader.Value);
                    if (!empty) open.Push(element);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    (open.Peek().text ??= new()).Append(reader.Value);
                    break;
            }
        return root.Children.Count > 0 ? root.Children[0] : root;
    }
}
