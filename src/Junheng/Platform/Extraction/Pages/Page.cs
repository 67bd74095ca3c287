namespace Junheng.Platform.Extraction.Pages;

/// <summary>A page of placed text, in any one unit of length; y grows downwards.</summary>
internal sealed class Page(double width, double height)
{
    public double Width { get; } = width;
    public double Height { get; } = height;
    public List<PlacedText> Texts { get; } = [];
    public List<Ruling> Rulings { get; } = [];
}

/// <summary>Characters on one line: left and top corner, width, and the size of the type.</summary>
internal sealed record PlacedText(double X, double Top, double Width, double Size, string Text)
{
    public double End => X + Width;
    public double Middle => Top + Size / 2;
}

/// <summary>A straight line of a table's frame, horizontal or vertical.</summary>
internal readonly record struct Ruling(double X1, double Y1, double X2, double Y2)
{
    public bool IsHorizontal => Math.Abs(Y2 - Y1) <= Math.Abs(X2 - X1);
}

/// <summary>A line as it is printed, its cells separated by wide gaps; or a row of a framed table, which may be several lines high.</summary>
internal sealed record PrintedLine(int Page, double Start, double End, double Top, double Size, IReadOnlyList<string> Cells, bool EndsBlank = false, bool InTable = false)
{
    public string Text => string.Join('\t', Cells);
    public bool IsRow => Cells.Count > 1;
    public double Bottom => Top + Size;
}
