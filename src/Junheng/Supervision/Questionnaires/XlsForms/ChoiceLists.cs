using Junheng.Core.Indicators;

namespace Junheng.Supervision.Questionnaires.XlsForms;

/// <summary>The choices sheet: lists of options by name.</summary>
internal sealed class ChoiceLists
{
    private readonly Dictionary<string, List<FormRow>> _lists = new(StringComparer.Ordinal);
    private string _label = "label";

    public static ChoiceLists Read(FormSheet? sheet)
    {
        var lists = new ChoiceLists();
        if (sheet is null) return lists;
        lists._label = sheet.Language("label");
        foreach (var row in sheet.Rows)
        {
            var list = row["list_name"];
            if (list.Length == 0) continue;
            if (!lists._lists.TryGetValue(list, out var rows)) lists._lists[list] = rows = [];
            rows.Add(row);
        }
        return lists;
    }

    public bool Has(string list) => _lists.ContainsKey(list);

    public IEnumerable<PackNode> Options(string list) => _lists[list].Select(row => row.Map("name",
    [
        ("code", row.Node(row["name"].Length > 0 ? "name" : "value")),
        ("label", row.Node(_label, row[_label].Length > 0 ? row[_label] : row["name"])),
        ("apart", row["apart"].ToLowerInvariant() is "yes" or "true" or "1" ? row.Node("apart", "true") : null),
        ("score", row["score"].Length > 0 ? row.Node("score") : null),
    ]));
}
