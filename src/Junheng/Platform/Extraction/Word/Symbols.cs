namespace Junheng.Platform.Extraction.Word;

/// <summary>Characters that a document takes from the Symbol and Wingdings fonts, where the code says nothing without the font.</summary>
internal static class Symbols
{
    private const string Unknown = "\u25A1";

    private static readonly Dictionary<int, string> Symbol = new()
    {
        [0xA3] = "≤",
        [0xB3] = "≥",
        [0xB1] = "±",
        [0xB4] = "×",
        [0xB8] = "÷",
        [0xB0] = "°",
        [0xB9] = "≠",
        [0xBB] = "≈",
        [0xA5] = "∞",
        [0xB7] = "•",
        [0x2D] = "−",
        [0xAE] = "→",
        [0xAC] = "←",
        [0x25] = "%",
        [0x61] = "α",
        [0x62] = "β",
        [0x67] = "γ",
        [0x6D] = "μ",
        [0x53] = "Σ",
    };

    private static readonly Dictionary<int, string> Wingdings = new()
    {
        [0x6C] = "●",
        [0x6E] = "■",
        [0x6F] = "□",
        [0xA8] = "□",
        [0x71] = "❑",
        [0x75] = "◆",
        [0x77] = "◆",
        [0xD8] = "➢",
        [0xFC] = "✓",
        [0xFB] = "✗",
        [0xFE] = "☑",
        [0xFD] = "☒",
        [0x52] = "☑",
        [0xA7] = "▪",
        [0xAB] = "★",
        [0xAC] = "☆",
        [0xE0] = "→",
    };

    public static string Read(string? font, string? code)
    {
        if (!int.TryParse(code, System.Globalization.NumberStyles.HexNumber, null, out var value)) return Unknown;
        var inFont = value is >= 0xF000 and <= 0xF0FF ? value - 0xF000 : value;
        if (font is not null && font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase)) return Wingdings.GetValueOrDefault(inFont, Unknown);
        if (font is not null && font.Equals("Symbol", StringComparison.OrdinalIgnoreCase))
            return Symbol.TryGetValue(inFont, out var known) ? known : inFont is >= 0x20 and < 0x7F ? ((char)inFont).ToString() : Unknown;
        return value is >= 0x20 and < 0xD800 ? ((char)value).ToString() : Unknown;
    }
}
