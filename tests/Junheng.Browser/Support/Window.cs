namespace Junheng.Browser.Support;

/// <summary>What the page is looked at through.</summary>
public sealed record Window(int Width, int Height)
{
    public static readonly Window Desktop = new(1280, 800);
    public static readonly Window Phone = new(360, 740);

    public bool Dark { get; init; }

    /// <summary>False: the browser runs no script of the page, as in some in-app browsers and on locked machines.</summary>
    public bool Script { get; init; } = true;

    public bool IsPhone => Width < 600;

    public override string ToString() => $"{Width}{(Dark ? "-dark" : "")}{(Script ? "" : "-noscript")}";

    /// <summary>For theories: <c>[MemberData(nameof(Window.Both), MemberType = typeof(Window))]</c>.</summary>
    public static TheoryData<Window> Both => [Desktop, Phone];
}
