using System.Text;

namespace Junheng.Platform.Sheets.Tables;

/// <summary>A column that an import knows by its contract name (<c>code</c>) and by other headers, such as the zh-CN one of a template.</summary>
public sealed record TableColumn(string Name, params string[] Aliases)
{
    /// <summary>The file is refused without this column. Whether its cells may be empty, the import says when it reads them.</summary>
    public bool Required { get; init; } = true;

    internal bool IsHeader(string folded) => Fold(Name) == folded || Array.Exists(Aliases, alias => Fold(alias) == folded);

    /// <summary>Headers are compared without white space, asterisks and what stands in brackets behind, in half-width lower case.</summary>
    internal static string Fold(string header)
    {
        var folded = new StringBuilder();
        var bracket = header.AsSpan().IndexOfAny(SheetTexts.HeaderOpening);
        foreach (var c in bracket > 0 ? header.AsSpan(0, bracket) : header)
            if (!char.IsWhiteSpace(c) && c is not ('*' or '\uFF0A' or '\uFEFF' or '\u200B')) folded.Append(char.ToLowerInvariant(c));
        return SheetText.Fold(folded.ToString());
    }
}
