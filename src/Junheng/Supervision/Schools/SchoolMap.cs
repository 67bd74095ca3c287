namespace Junheng.Supervision.Schools;

/// <summary>Schools on a flat sheet: equirectangular around their middle, which is exact enough for one district.</summary>
public sealed class SchoolMap
{
    public const int Colours = 12;
    private const double Size = 900, Margin = 40, KilometresPerDegree = 111.32;

    public double Width { get; private init; }
    public double Height { get; private init; }
    /// <summary>Its length on the sheet.</summary>
    public double Kilometre { get; private init; }
    public IReadOnlyList<MapPoint> Points { get; private init; } = [];
    /// <summary>Names of towns in the middle of their points.</summary>
    public IReadOnlyList<(string Text, double X, double Y)> Labels { get; private init; } = [];
    public IReadOnlyList<(string Town, int Colour, int Count)> Legend { get; private init; } = [];
    /// <summary>How many have no coordinates.</summary>
    public int Without { get; private init; }

    /// <param name="towns">In official order: a town keeps its colour whatever is shown.</param>
    /// <param name="only">Only the schools of this town; null shows all.</param>
    public static SchoolMap Draw(IReadOnlyCollection<SchoolListing> schools, List<string> towns, string? only)
    {
        var shown = schools.Where(s => only is null || s.Town == only).ToList();
        var placed = shown.Where(s => s.Latitude is not null && s.Longitude is not null).ToList();
        if (placed.Count == 0) return new SchoolMap { Without = shown.Count };
        var (south, north) = (placed.Min(s => s.Latitude!.Value), placed.Max(s => s.Latitude!.Value));
        var (west, east) = (placed.Min(s => s.Longitude!.Value), placed.Max(s => s.Longitude!.Value));
        var shrink = Math.Cos((south + north) / 2 * Math.PI / 180);
        // A single point still needs an extent: a kilometre or so.
        var scale = Size / Math.Max(Math.Max((east - west) * shrink, north - south), 0.01);
        MapPoint[] points = [.. placed.Select(s => new MapPoint(s, Margin + ((s.Longitude!.Value - west) * shrink * scale), Margin + ((north - s.Latitude!.Value) * scale), ColourOf(s.Town)))];
        var byTown = points.Where(p => p.School.Town is not null).GroupBy(p => p.School.Town!).OrderBy(g => towns.IndexOf(g.Key)).ToList();
        return new SchoolMap
        {
            Width = ((east - west) * shrink * scale) + (2 * Margin),
            Height = ((north - south) * scale) + (2 * Margin),
            Kilometre = scale / KilometresPerDegree,
            Points = points,
            Labels = [.. byTown.Select(g => (g.Key, g.Average(p => p.X), g.Average(p => p.Y)))],
            Legend = [.. byTown.Select(g => (g.Key, ColourOf(g.Key), g.Count()))],
            Without = shown.Count - placed.Count,
        };

        int ColourOf(string? town) => town is null ? Colours : Math.Max(towns.IndexOf(town), 0) % Colours;
    }
}

/// <param name="Colour">Number of the town's colour; <see cref="SchoolMap.Colours"/> without a town.</param>
public sealed record MapPoint(SchoolListing School, double X, double Y, int Colour);
