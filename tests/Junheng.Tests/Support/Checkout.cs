namespace Junheng.Tests.Support;

/// <summary>The files of the checkout the tests were built from, without what is built, restored or stored at run time.</summary>
public static class Checkout
{
    private static readonly string[] Left = [".git", ".vs", ".idea", "bin", "obj", "node_modules", "artifacts", "data"];

    /// <summary>The folder that holds Junheng.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file of the sibling folder <c>../shared</c>; null when it is not there.</summary>
    public static string? Shared(string path)
    {
        var file = Path.GetFullPath(Path.Combine(Root, "..", "shared", path));
        return Path.Exists(file) ? file : null;
    }

    /// <summary>Every file below the folder, as a path from the root with forward slashes, in ordinal order.</summary>
    public static IEnumerable<string> Files(string under = "", params string[] endings) =>
        Walk(new DirectoryInfo(Path.Combine(Root, under)))
            .Select(f => Path.GetRelativePath(Root, f.FullName).Replace('\\', '/'))
            .Where(f => endings.Length == 0 || endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));
    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder)
    {
        if (!folder.Exists) yield break;
        foreach (var file in folder.EnumerateFiles()) yield return file;
        foreach (var inner in folder.EnumerateDirectories())
            if (!Left.Contains(inner.Name) && !(inner.Name == "lib" && folder.Name == "wwwroot"))
                foreach (var file in Walk(inner)) yield return file;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Junheng.slnx"))) return folder.FullName;
        throw new InvalidOperationException("The tests run inside a checkout: no folder above them holds Junheng.slnx.");
    }
}
