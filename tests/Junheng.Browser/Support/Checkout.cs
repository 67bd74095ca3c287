namespace Junheng.Browser.Support;

/// <summary>The checkout the tests were built from.</summary>
public static class Checkout
{
    /// <summary>The folder that holds Junheng.slnx.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Junheng.slnx"))) return folder.FullName;
        throw new InvalidOperationException("The tests run inside a checkout: no folder above them holds Junheng.slnx.");
    }
}
