namespace Junheng.Core.Indicators.Reading;

/// <summary>Reads where rules come from: named once under <c>sources</c>, and cited by name with what differs.</summary>
internal static class Sources
{
    /// <summary>A node's source: its own or the pack's, with certainty, dates and note of the node itself where it states them.</summary>
    public static Source Of(PackNode node, IReadOnlyDictionary<string, Source> named, Source otherwise)
    {
        var source = node["source"] is { } own ? Read(own, named, otherwise) : otherwise;
        return Refine(node, source);
    }

    public static Source Read(PackNode node, IReadOnlyDictionary<string, Source> named, Source? otherwise)
    {
        if (node.Text is not null) return named.TryGetValue(node.Word(), out var found) ? found : throw node.Refuse(PackTexts.NoSource(node.Word()));
        node.Only("document", "certainty", "from", "to", "note");
        var document = node["document"]?.Word() ?? otherwise?.Document ?? throw node.Refuse(PackTexts.Needed("document"));
        if (otherwise is null) node.Need("certainty");
        return Refine(node, new(document, otherwise?.Certainty ?? Certainty.NotFound));
    }

    private static Source Refine(PackNode node, Source source) => source with
    {
        Certainty = node["certainty"]?.Choice(PackWords.Certainties) ?? source.Certainty,
        From = node["from"]?.Day() ?? source.From,
        To = node["to"]?.Day() ?? source.To,
        Note = node["note"]?.Word() ?? source.Note,
    };
}
