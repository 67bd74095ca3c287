using Junheng.Core.Codes;
using Junheng.Core.Schooling;
using Junheng.Platform.Imports;
using Junheng.Platform.Sheets.Tables;

namespace Junheng.Supervision.Schools.Imports;

/// <summary>One row of a table of schools as read, before it is known what it refers to.</summary>
public sealed record SchoolLine
{
    private const int LongestName = 200, LongestCode = 40;

    public static readonly TableColumn[] Columns =
    [
        new("code", ImportColumnTexts.Code), new("name", ImportColumnTexts.Name), new("stages", ImportColumnTexts.Stages), new("nature", ImportColumnTexts.Nature),
        new("town", ImportColumnTexts.Town) { Required = false }, new("group", ImportColumnTexts.Group) { Required = false },
        new("latitude", ImportColumnTexts.Latitude) { Required = false }, new("longitude", ImportColumnTexts.Longitude) { Required = false },
        new("district", ImportColumnTexts.District) { Required = false }, new("school_type", ImportColumnTexts.Type) { Required = false },
        new("founder", ImportColumnTexts.Founder) { Required = false }, new("parent_code", ImportColumnTexts.Parent) { Required = false },
        new("opened", ImportColumnTexts.Opened) { Required = false }, new("closed", ImportColumnTexts.Closed) { Required = false },
        new("order", ImportColumnTexts.Order) { Required = false }, new("national_code", ImportColumnTexts.NationalCode) { Required = false },
    ];

    public required int Row { get; init; }
    /// <summary>Empty when the school has no code yet.</summary>
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string Stages { get; init; }
    public required SchoolNature Nature { get; init; }
    public string? Town { get; init; }
    public string? Group { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public string? District { get; init; }
    public string? Type { get; init; }
    public string? Founder { get; init; }
    public string? ParentCode { get; init; }
    public DateOnly? Opened { get; init; }
    public DateOnly? Closed { get; init; }
    public int? Order { get; init; }
    public string? NationalCode { get; init; }

    /// <summary>Null when a cell is not what was asked for; every fault is told to the row.</summary>
    public static SchoolLine? Read(TableRow row, ImportWarnings warnings, Table table)
    {
        var faults = table.Errors.Count;
        var (code, name, national) = (row.Code("code") ?? "", row.Required("name"), row.Code("national_code"));
        var (stages, nature) = (ReadStages(row), ReadNature(row));
        var line = new SchoolLine
        {
            Row = row.Number,
            Code = code,
            Name = name,
            Stages = SchoolDetails.Join(stages),
            Nature = nature ?? SchoolNature.Public,
            Town = row.Text("town"),
            Group = row.Text("group"),
            Latitude = (double?)row.Decimal("latitude"),
            Longitude = (double?)row.Decimal("longitude"),
            District = row.Text("district"),
            Type = row.Text("school_type"),
            Founder = row.Text("founder"),
            ParentCode = row.Code("parent_code"),
            Opened = row.Date("opened"),
            Closed = row.Date("closed"),
            Order = ReadOrder(row),
            NationalCode = national ?? (SchoolCode.Check(code) == CodeProblem.None ? code : null),
        };
        // Two columns that changed places are far likelier than a school named by digits.
        if (name.Length > 0 && name.All(char.IsAsciiDigit)) row.Refuse("name", ImportColumnTexts.NameIsNumber);
        Limit(row, "code", code, LongestCode);
        Limit(row, "name", name, LongestName);
        Limit(row, "town", line.Town, LongestName);
        Limit(row, "group", line.Group, LongestName);
        Limit(row, "district", line.District, LongestCode);
        Limit(row, "school_type", line.Type, 60);
        Limit(row, "founder", line.Founder, 100);
        Limit(row, "national_code", national, 20);
        if (table.Errors.Count > faults) return null;
        Doubt(table, warnings, line, stages);
        return line;
    }

    private static IReadOnlyList<Stage> ReadStages(TableRow row)
    {
        var text = row.Required("stages");
        if (text.Length == 0) return [];
        if (SchoolLexicon.ReadStages(text, out var unknown) is { Count: > 0 } stages) return stages;
        row.Refuse("stages", unknown.Length == 0 ? SchoolTexts.StageMissing : ImportColumnTexts.StageUnknown(unknown));
        return [];
    }

    private static SchoolNature? ReadNature(TableRow row)
    {
        var text = row.Required("nature");
        var nature = SchoolLexicon.ReadNature(text);
        if (text.Length > 0 && nature is null) row.Refuse("nature", ImportColumnTexts.NatureUnknown(text));
        return nature;
    }

    private static int? ReadOrder(TableRow row)
    {
        if (row.Count("order") is not { } order) return null;
        if (order <= 99_999_999) return (int)order;
        row.Refuse("order", ImportColumnTexts.OrderTooLarge);
        return null;
    }

    private static void Limit(TableRow row, string column, string? text, int longest)
    {
        if (text is null) return;
        if (text.Length > longest) row.Refuse(column, ImportColumnTexts.TooLong(longest));
        else if (text.AsSpan().ContainsAnyInRange('\0', '\u001f') || HasHalfPair(text)) row.Refuse(column, ImportColumnTexts.Unstorable);
    }

    private static bool HasHalfPair(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i]))) return true;
        return false;
    }

    private static void Doubt(Table table, ImportWarnings warnings, SchoolLine line, IReadOnlyList<Stage> stages)
    {
        var column = table.Has("national_code") && line.NationalCode is not null ? "national_code" : "code";
        var code = line.NationalCode ?? line.Code;
        if (code.Length == 0) warnings.Add(table.Sheet, line.Row, table.HeaderOf("code"), ImportColumnTexts.NoCode);
        else if (SchoolCode.Check(code) is not CodeProblem.None and var problem) warnings.Add(table.Sheet, line.Row, table.HeaderOf(column), SchoolTexts.Doubt(problem));
        else if (!SchoolCode.Suits(code, stages)) warnings.Add(table.Sheet, line.Row, table.HeaderOf(column), SchoolTexts.CategoryDoubt);
    }
}
