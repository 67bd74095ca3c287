namespace Junheng.Platform.Sheets.Csv;

/// <summary>
/// Text in CSV that a spreadsheet program would run as a formula. Written with an apostrophe in front; one apostrophe in
/// front of such text is taken off again in reading, so that a round trip changes nothing.
/// </summary>
internal static class CsvText
{
    private const string Starters = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    public static string Encode(string text) => IsFormula(text) && !IsPlainNumber(text) ? "'" + text : text;

    /// <summary>Also unwraps <c>="00123"</c>, by which exporting systems keep leading zeros.</summary>
    public static string Decode(string text)
    {
        if (text.Length < 2) return text;
        if (text[0] == '\'' && IsFormula(text) && !IsPlainNumber(text[1..])) return text[1..];
        return text.Length >= 3 && text.StartsWith("=\"", StringComparison.Ordinal) && text.IndexOf('"', 2) == text.Length - 1 ? text[2..^1] : text;
    }

    private static bool IsFormula(string text)
    {
        var first = text.AsSpan().TrimStart('\'');
        return !first.IsEmpty && Starters.Contains(first[0]);
    }

    /// <summary>A sign and digits is a number to everyone: -5, +3.20.</summary>
    private static bool IsPlainNumber(string text) =>
        text.Length > 1 && text[0] is '-' or '+' && text.AsSpan(1).IndexOfAnyExcept("0123456789.") < 0;
}
