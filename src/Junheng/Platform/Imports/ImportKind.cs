using Junheng.Platform.Data;
using Junheng.Platform.Sheets;
using Junheng.Platform.Sheets.Tables;

namespace Junheng.Platform.Imports;

/// <summary>What <c>junheng import KIND</c> and the import page can take in. Every sealed subclass in the assembly is found by itself.</summary>
public abstract class ImportKind
{
    /// <summary>The word on the command line and in the address: <c>schools</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What is taken in, in zh-CN.</summary>
    public abstract string Title { get; }

    /// <summary>Key of the permission without which nobody may.</summary>
    public abstract string Permission { get; }

    /// <summary>The columns of its table, for the empty template; none where the file is no table.</summary>
    public virtual IReadOnlyList<TableColumn> Columns => [];

    /// <summary>Endings of the files the page lets choose.</summary>
    public virtual string Accept => ".xlsx,.csv,.xls,.et";

    public static IReadOnlyList<ImportKind> All { get; } =
        [.. typeof(ImportKind).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(ImportKind)))
            .Select(t => (ImportKind)Activator.CreateInstance(t)!)
            .OrderBy(k => k.Name, StringComparer.Ordinal)];

    public static ImportKind? Find(string name) => All.FirstOrDefault(k => k.Name == name);

    /// <summary>All rows or none. An unreadable file is a refusal like any other.</summary>
    /// <param name="services">Of the scope that acts.</param>
    /// <param name="trial">Checks everything and saves nothing.</param>
    public async Task<ImportReport> Take(IServiceProvider services, ImportFile file, bool trial, CancellationToken cancellation = default)
    {
        services.GetRequiredService<JunhengDb>().Actor.Demand(Permission);
        try
        {
            return await Run(services, file, trial, cancellation);
        }
        catch (SheetException unreadable)
        {
            return ImportReport.Refusal(unreadable);
        }
    }

    protected abstract Task<ImportReport> Run(IServiceProvider services, ImportFile file, bool trial, CancellationToken cancellation);
}
