using System.Reflection;

namespace Junheng.Tests.Architecture;

/// <summary>The folders of the application as layers and modules, read off the namespaces below a root.</summary>
public sealed class Layers(string root, Assembly assembly)
{
    /// <summary>Each may name those before it, never those after it.</summary>
    public static readonly string[] Order = ["Platform", "Ui", "Kits", "Supervision", "Domains"];

    public static Layers OfTheApplication { get; } = new("Junheng", typeof(Program).Assembly);

    private readonly Lazy<(Type From, Type To)[]> references = new(() =>
        [.. from type in assembly.GetTypes()
            where Below(root, type) is not null
            from named in TypeReferences.Of(type)
            where named.Assembly == assembly && Below(root, named) is not null
            select (type, named)]);

    /// <summary>One line for each type that names a layer to its right, or another domain.</summary>
    public IEnumerable<string> Violations() =>
        from reference in references.Value
        let user = Place(reference.From)
        let used = Place(reference.To)
        where user.Layer >= 0 && used.Layer >= 0
        where user.Layer < used.Layer || (user.Layer == used.Layer && Order[user.Layer] == "Domains" && user.Module != used.Module)
        select $"{reference.From} names {reference.To}";

    /// <summary>A round of modules inside Supervision that name one another, e.g. "Findings → Letters → Findings"; null when there is none.</summary>
    public string? Cycle()
    {
        var next = (from reference in references.Value
                    let user = Place(reference.From)
                    let used = Place(reference.To)
                    where user.Layer >= 0 && Order[user.Layer] == "Supervision" && user.Layer == used.Layer && user.Module != used.Module
                    select (user.Module, To: used.Module)).Distinct().ToLookup(e => e.Module, e => e.To, StringComparer.Ordinal);
        var finished = new HashSet<string>();
        foreach (var module in next.Select(g => g.Key).Order(StringComparer.Ordinal))
            if (Walk(module, []) is { } cycle) return cycle;
        return null;

        string? Walk(string module, List<string> path)
        {
            if (path.IndexOf(module) is >= 0 and var seen) return string.Join(" → ", path.Skip(seen).Append(module));
            if (!finished.Add(module)) return null;
            path.Add(module);
            var cycle = next[module].Order(StringComparer.Ordinal).Select(n => Walk(n, path)).FirstOrDefault(c => c is not null);
            path.RemoveAt(path.Count - 1);
            return cycle;
        }
    }

    private (int Layer, string Module) Place(Type type)
    {
        var parts = Below(root, type)!.Split('.');
        return (Array.IndexOf(Order, parts[0]), parts.Length > 1 ? parts[1] : "");
    }

    private static string? Below(string root, Type type) =>
        type.Namespace?.StartsWith(root + ".", StringComparison.Ordinal) == true ? type.Namespace[(root.Length + 1)..] : null;
}
