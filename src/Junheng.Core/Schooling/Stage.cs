namespace Junheng.Core.Schooling;

/// <summary>学段. A through-school has one row per stage; <see cref="Shared"/> holds what its stages use together, until a pack's rule splits it.</summary>
public enum Stage : byte { Shared, Kindergarten, Primary, Junior, Senior, Vocational, Special }

/// <summary>办别: public (公办) or private (民办).</summary>
public enum SchoolNature : byte { Public, Private }

/// <summary>The words of the command line and of packs for stages.</summary>
public static class Stages
{
    private static readonly string[] Keys = ["", "kindergarten", "primary", "junior", "senior", "vocational", "special"];

    /// <summary>Every stage a school can have, in official order.</summary>
    public static IReadOnlyList<Stage> All { get; } = [Stage.Kindergarten, Stage.Primary, Stage.Junior, Stage.Senior, Stage.Vocational, Stage.Special];

    /// <summary><c>primary</c>, <c>junior</c> …; empty for <see cref="Stage.Shared"/>.</summary>
    public static string Key(this Stage stage) => Keys[(int)stage];

    /// <summary>Reads a stage's key; an empty text is <see cref="Stage.Shared"/>.</summary>
    public static bool TryParse(string text, out Stage stage)
    {
        var index = Array.IndexOf(Keys, text.Trim().ToLowerInvariant());
        stage = (Stage)Math.Max(index, 0);
        return index >= 0;
    }

    public static Stage Parse(string text) => TryParse(text, out var stage) ? stage : throw new FormatException($"No stage: {text}");
}
