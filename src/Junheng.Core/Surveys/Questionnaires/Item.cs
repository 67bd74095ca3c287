using Junheng.Core.Indicators.Language;

namespace Junheng.Core.Surveys.Questionnaires;

public enum ItemKind : byte
{
    /// <summary>Text between questions; asks nothing.</summary>
    Note,
    /// <summary>One option.</summary>
    Single,
    /// <summary>Any number of options within <see cref="Item.Least"/> and <see cref="Item.Most"/>.</summary>
    Multiple,
    /// <summary>One option per row; every row is a variable of its own.</summary>
    Matrix,
    /// <summary>A whole number from <see cref="Item.Least"/> to <see cref="Item.Most"/>, usually 0 to 10.</summary>
    Scale,
    /// <summary>A number within the limits.</summary>
    Number,
    ShortText,
    LongText,
    /// <summary>Options in order of preference; <see cref="Item.Most"/> = how many are ranked.</summary>
    Ranking,
}

/// <summary>A question, or a note between questions.</summary>
/// <param name="Code">Shared by classes, editions and years: the same code asks the same thing. Letters, digits and underscore, beginning with a letter.</param>
/// <param name="Wording">For classes without one of their own.</param>
public sealed record Item(string Code, ItemKind Kind, string Wording)
{
    /// <summary>Keys of the classes it is put to; empty = all.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Wording for single classes, by key.</summary>
    public IReadOnlyDictionary<string, string> Wordings { get; init; } = new Dictionary<string, string>();

    /// <summary>Small print below the wording; empty = none.</summary>
    public string Hint { get; init; } = "";

    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>Of a matrix.</summary>
    public IReadOnlyList<MatrixRow> Rows { get; init; } = [];

    public bool Required { get; init; }

    /// <summary>Options (rows of a matrix) appear in random order where the page can; options that are <see cref="Option.Apart"/> stay last.</summary>
    public bool Shuffled { get; init; }

    /// <summary>Smallest number, or fewest options; null = no limit (a scale: 0).</summary>
    public double? Least { get; init; }

    /// <summary>Largest number, most options, most characters; null = no limit (a scale: 10; short text: 100; long text: 2000).</summary>
    public double? Most { get; init; }

    /// <summary>Decimal places of a number.</summary>
    public int Decimals { get; init; }

    /// <summary>What stands at the ends of a scale; empty = nothing.</summary>
    public string LeastLabel { get; init; } = "";
    public string MostLabel { get; init; } = "";

    /// <summary>Asked only where this holds (null = always). A jump is the condition of what it passes over. Names are codes of earlier items.</summary>
    public Expression? ShowIf { get; init; }

    public string WordingFor(string respondentClass) => Wordings.GetValueOrDefault(respondentClass, Wording);

    public bool AskedOf(string respondentClass) => Classes.Count == 0 || Classes.Contains(respondentClass);
}

/// <param name="Code">What files carry; unchanged when the label is reworded.</param>
/// <param name="Apart">不清楚, 不适用 and the like: no position on the scale; satisfaction figures say whether it leaves the denominator.</param>
public sealed record Option(string Code, string Label, bool Apart = false)
{
    /// <summary>Value on an ordered scale, higher = more favourable; null = not ordered.</summary>
    public double? Score { get; init; }
}

/// <param name="Code">A variable's code, unique in the questionnaire.</param>
public sealed record MatrixRow(string Code, string Wording)
{
    /// <summary>Keys of the classes the row is put to; empty = as its item.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];
    public IReadOnlyDictionary<string, string> Wordings { get; init; } = new Dictionary<string, string>();

    public string WordingFor(string respondentClass) => Wordings.GetValueOrDefault(respondentClass, Wording);
}

/// <summary>One answerable thing: an item, or a row of a matrix (which answers like <see cref="ItemKind.Single"/>).</summary>
/// <param name="Index">Place in <see cref="Questionnaire.Variables"/>.</param>
public sealed record Variable(int Index, string Code, ItemKind Kind, Item Item, MatrixRow? Row)
{
    public IReadOnlyList<Option> Options => Item.Options;

    public string WordingFor(string respondentClass) => Row?.WordingFor(respondentClass) ?? Item.WordingFor(respondentClass);

    public bool AskedOf(string respondentClass) =>
        Item.AskedOf(respondentClass) && (Row is null || Row.Classes.Count == 0 || Row.Classes.Contains(respondentClass));

    internal static IEnumerable<Variable> Of(IEnumerable<Item> items)
    {
        var index = 0;
        foreach (var item in items.Where(i => i.Kind != ItemKind.Note))
        {
            if (item.Kind != ItemKind.Matrix) yield return new(index++, item.Code, item.Kind, item, null);
            else
                foreach (var row in item.Rows) yield return new(index++, row.Code, ItemKind.Single, item, row);
        }
    }
}
