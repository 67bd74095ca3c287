using System.Text.RegularExpressions;

namespace Junheng.Tests.Architecture;

/// <summary>The same few file names in every module, so that whoever knows one finds his way in all.</summary>
public static partial class ModuleGrammar
{
    private const int LongestReadme = 30;

    /// <param name="folder">The module's folder name, e.g. Rectifications.</param>
    /// <param name="files">Its files, as paths from that folder.</param>
    /// <param name="read">Text of one of them.</param>
    public static IEnumerable<string> Violations(string folder, IReadOnlyCollection<string> files, Func<string, string> read)
    {
        if (!files.Contains($"{folder}Module.cs")) yield return $"{folder}: {folder}Module.cs is missing";
        foreach (var other in files.Where(f => f.EndsWith("Module.cs", StringComparison.Ordinal) && f != $"{folder}Module.cs"))
            yield return $"{folder}: {other} is a second registration";
        if (!files.Any(f => !f.Contains('/') && f.EndsWith("Texts.cs", StringComparison.Ordinal)))
            yield return $"{folder}: its words stand in no …Texts.cs";
        if (files.Any(f => f.EndsWith(".cs", StringComparison.Ordinal) && Mapping().IsMatch(read(f))) && !files.Contains($"{folder}Schema.cs"))
            yield return $"{folder}: it maps entities, but {folder}Schema.cs is missing";
        foreach (var page in files.Where(f => f.EndsWith(".razor", StringComparison.Ordinal)
            && !f.StartsWith("Pages/", StringComparison.Ordinal) && read(f).Contains("@page ", StringComparison.Ordinal)))
            yield return $"{folder}: the page {page} stands outside Pages/";
        if (!files.Contains("README.md")) yield return $"{folder}: README.md is missing";
        else if (read("README.md").TrimEnd().Split('\n').Length is var lines && lines > LongestReadme)
            yield return $"{folder}: README.md has {lines} lines, {LongestReadme} are enough";
    }

    [GeneratedRegex(@"IEntityTypeConfiguration<")]
    private static partial Regex Mapping();
}
