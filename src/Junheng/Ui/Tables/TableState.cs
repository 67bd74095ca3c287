using System.Text;
using System.Text.Encodings.Web;

namespace Junheng.Ui.Tables;

/// <summary>What a user has asked of one table, wholly in the query string: bookmarkable, shareable, and working without script.</summary>
public sealed class TableState
{
    public const int DefaultSize = 20;
    public static readonly int[] Sizes = [20, 50, 100];
    private readonly IReadOnlyList<KeyValuePair<string, string>> query;

    /// <summary>Told apart from other tables of the page; empty for the only one.</summary>
    public string Name { get; }
    public string Path { get; }
    public string Search { get; }
    /// <summary>Key of the column sorted by; null for the declared order.</summary>
    public string? Sort { get; }
    public bool Descending { get; }
    /// <summary>From 1.</summary>
    public int Page { get; }
    public int Size { get; }

    public TableState(string path, IEnumerable<KeyValuePair<string, string>> query, string name = "")
    {
        Path = path;
        this.query = [.. query];
        Name = name;
        Search = this["q"]?.Trim() ?? "";
        var sort = this["sort"];
        Descending = sort?.StartsWith('-') == true;
        Sort = sort?.TrimStart('-') is { Length: > 0 } key ? key : null;
        Page = int.TryParse(this["page"], out var page) && page > 0 ? page : 1;
        Size = int.TryParse(this["size"], out var size) && Sizes.Contains(size) ? size : DefaultSize;
    }

    public static TableState Of(HttpRequest request, string name = "") =>
        new(request.Path, request.Query.SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v ?? ""))), name);

    /// <summary>The raw value of one of this table's parameters.</summary>
    public string? this[string key] => query.LastOrDefault(p => p.Key == Parameter(key)).Value;

    public string Parameter(string key) => Name.Length == 0 ? key : $"{Name}.{key}";

    /// <summary>Parameters of the page that the table's own filter form must carry on.</summary>
    public IEnumerable<KeyValuePair<string, string>> Others(IReadOnlyCollection<string> own) => query.Where(p => !own.Contains(p.Key) && p.Key != Parameter("page"));

    /// <summary>This page with some of the table's parameters changed; null removes one.</summary>
    public string Url(params (string Key, string? Value)[] changes)
    {
        var changed = changes.ToDictionary(c => c.Key == TableExport.Parameter ? c.Key : Parameter(c.Key), c => c.Value);
        var kept = query.Where(p => !changed.ContainsKey(p.Key) && p.Value.Length > 0);
        var url = new StringBuilder(Path);
        var separator = '?';
        foreach (var (key, value) in kept.Concat(changed.Where(c => c.Value is not null).Select(c => KeyValuePair.Create(c.Key, c.Value!))))
        {
            url.Append(separator).Append(UrlEncoder.Default.Encode(key)).Append('=').Append(UrlEncoder.Default.Encode(value));
            separator = '&';
        }
        return url.ToString();
    }
}
