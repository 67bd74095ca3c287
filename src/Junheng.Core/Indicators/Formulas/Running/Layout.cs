using Junheng.Core.Schooling;

namespace Junheng.Core.Indicators.Formulas.Running;

/// <summary>Which rows of a frame belong to one school.</summary>
internal sealed class Layout
{
    public Layout(Frame frame)
    {
        var schools = new Dictionary<int, int>();
        SchoolOf = new int[frame.Count];
        for (var row = 0; row < frame.Count; row++)
        {
            SchoolOf[row] = -1;
            if (frame[row].Level != Level.School) continue;
            if (!schools.TryGetValue(frame.Organisations[row], out var school)) schools[frame.Organisations[row]] = school = schools.Count;
            SchoolOf[row] = school;
        }
        Masks = new int[schools.Count];
        SharedRows = new int[schools.Count];
        Array.Fill(SharedRows, -1);
        for (var row = 0; row < frame.Count; row++)
        {
            if (SchoolOf[row] < 0) continue;
            if (frame.Stages[row] == Stage.Shared) SharedRows[SchoolOf[row]] = row;
            else Masks[SchoolOf[row]] |= Bit(frame.Stages[row]);
        }
    }

    /// <summary>A dense number per school, −1 on rows of other levels.</summary>
    public int[] SchoolOf { get; }

    /// <summary>The stages of each school, a bit for each.</summary>
    public int[] Masks { get; }

    /// <summary>The row of what each school's stages share, or −1.</summary>
    public int[] SharedRows { get; }

    public static int Bit(Stage stage) => 1 << (int)stage;

    public bool Has(int row, Stage stage) => SchoolOf[row] >= 0 && (Masks[SchoolOf[row]] & Bit(stage)) != 0;

    /// <summary>nine (九年一贯制), complete (完全中学), twelve (十二年一贯制) or nothing.</summary>
    public string Through(int row) => (Has(row, Stage.Primary), Has(row, Stage.Junior), Has(row, Stage.Senior)) switch
    {
        (true, true, true) => "twelve",
        (true, true, false) => "nine",
        (false, true, true) => "complete",
        _ => "",
    };
}
