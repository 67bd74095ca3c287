using static Junheng.Core.Reading.Structure.PunctuationLexicon;

namespace Junheng.Core.Reading.Structure;

/// <summary>Completion periods written as claims write theirs: by:2025, by:2025-06, by:2025-06-30, 2023/2025, within:3y.</summary>
internal static class Deadlines
{
    /// <summary>What a field for the deadline says; null when it names no time (长期坚持).</summary>
    public static string? Read(ReadOnlySpan<char> field)
    {
        for (var i = 0; i < field.Length; i++)
            if (IsYearAt(field, i) && ReadAt(field, i, out _) is { } deadline) return deadline;
        return Within(field);
    }

    /// <summary>The first time in running text before which something must be done: 2025年6月底前.</summary>
    public static string? In(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsYearAt(text, i) || ReadAt(text, i, out var end) is not { } deadline) continue;
            if (deadline.StartsWith("by:", StringComparison.Ordinal) && DeadlineLexicon.EndsBefore(text[end..])) return deadline;
            i = end - 1;
        }
        return null;
    }

    private static bool IsYearAt(ReadOnlySpan<char> text, int at) =>
        at + 4 <= text.Length && text[at] is '2' && text[at + 1] is '0' && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])
        && (at == 0 || !char.IsAsciiDigit(text[at - 1])) && (at + 4 == text.Length || !char.IsAsciiDigit(text[at + 4]));

    private static string? ReadAt(ReadOnlySpan<char> text, int at, out int end)
    {
        var year = text.Slice(at, 4);
        end = at + 4;
        if (end < text.Length && (Is(text[end], Role.Dash) || text[end] == '至') && IsYearAt(text, end + 1))
        {
            var until = text.Slice(end + 1, 4);
            end += 5;
            return $"{year}/{until}";
        }
        if (end >= text.Length) return $"by:{year}";
        if (text[end] is not (DateLexicon.Year or '.' or '-' or '/')) return null;
        end++;
        if (!TryReadPart(text, ref end, DateLexicon.Month, 12, out var month)) return $"by:{year}";
        return TryReadPart(text, ref end, DateLexicon.Day, 31, out var day) ? $"by:{year}-{month:00}-{day:00}" : $"by:{year}-{month:00}";
    }

    private static bool TryReadPart(ReadOnlySpan<char> text, ref int at, char unit, int most, out int value)
    {
        (value, var i) = (0, at);
        while (i < text.Length && char.IsAsciiDigit(text[i]) && i < at + 2) value = value * 10 + (text[i++] - '0');
        if (i == at || value == 0 || value > most) return false;
        if (i < text.Length && (text[i] == unit || text[i] is '.' or '-' or '/')) i++;
        else if (i < text.Length && char.IsLetterOrDigit(text[i])) return false;
        at = i;
        return true;
    }

    private static string? Within(ReadOnlySpan<char> field)
    {
        var at = field.IndexOf(DeadlineLexicon.Within, StringComparison.Ordinal);
        if (at < 0) at = field.IndexOf(DeadlineLexicon.WithinFull, StringComparison.Ordinal);
        if (at < 1) return null;
        var c = field[at - 1];
        var years = char.IsAsciiDigit(c) ? c - '0' : c == '两' ? 2 : NumberingLexicon.Digit(c);
        return years > 0 ? $"within:{years}y" : null;
    }
}
