namespace Junheng.Core.Reading.Structure;

/// <summary>The roles characters play in official Chinese text, half- and full-width alike.</summary>
internal static class PunctuationLexicon
{
    public const char IdeographicSpace = '\u3000';
    private const string Terminators = "。！？；!?;";
    private const string Openers = "（(“‘《〈「『【〔[{｛［";
    private const string Closers = "）)”’》〉」』】〕]}｝］";
    private const string Commas = "，、,";
    private const string Dashes = "-－—–―─";
    private const string LineBreaks = "\n\r\f\v\u2028\u2029";
    private const string Blanks = " \u00A0\u3000\u2002\u2003\u2009\u200B\uFEFF";

    /// <summary>A line that ends like this is not finished, and a line that begins with <see cref="ContinuesLine"/> belongs to the one before.</summary>
    private const string Unfinished = Commas + "（(“‘《〈「『【〔[{—＋+·．/／";
    private const string Continuing = "，、。；：！？”’）》〉」』】〕)],.;%％";

    [Flags]
    public enum Role : ushort
    {
        None = 0, Terminator = 1, Opener = 2, Closer = 4, Comma = 8, Dash = 16, Break = 32, Blank = 64, Unfinished = 128,
        Continuing = 256, Tab = 512, Numeral = 1024, Digit = 2048,
    }

    /// <summary>Everything that can end, split or nest a sentence; other characters cost one table look-up.</summary>
    public const Role Structural = Role.Terminator | Role.Opener | Role.Closer | Role.Break | Role.Tab;

    private static readonly Role[] Roles = BuildRoles();

    public static Role RoleOf(char c) => Roles[c];
    public static bool Is(char c, Role role) => (Roles[c] & role) != 0;
    public static bool IsBlank(char c) => (Roles[c] & (Role.Blank | Role.Tab)) != 0;
    public static bool IsSpace(char c) => (Roles[c] & (Role.Blank | Role.Tab | Role.Break)) != 0;
    public static bool IsColon(char c) => c is '：' or ':';
    public static bool IsFullStop(char c) => c is '。' or '！' or '？' or '!' or '?';
    public static bool IsSemicolon(char c) => c is '；' or ';';

    /// <summary>Brackets of one family close each other whatever their width: （… ) is common.</summary>
    public static int Family(char bracket)
    {
        var index = Openers.IndexOf(bracket);
        if (index < 0) index = Closers.IndexOf(bracket);
        return index switch { 0 or 1 => 0, 10 or 13 => 10, 11 or 12 => 11, _ => index };
    }

    private static Role[] BuildRoles()
    {
        var roles = new Role[char.MaxValue + 1];
        Mark(Terminators, Role.Terminator);
        Mark(Openers, Role.Opener);
        Mark(Closers, Role.Closer);
        Mark(Commas, Role.Comma);
        Mark(Dashes, Role.Dash);
        Mark(LineBreaks, Role.Break);
        Mark(Blanks, Role.Blank);
        Mark(Unfinished, Role.Unfinished);
        Mark(Continuing, Role.Continuing);
        Mark("\t", Role.Tab);
        Mark("〇零一二三四五六七八九十百", Role.Numeral);
        Mark("0123456789０１２３４５６７８９", Role.Digit);
        return roles;

        void Mark(string characters, Role role)
        {
            foreach (var c in characters) roles[c] |= role;
        }
    }
}
