using System.Globalization;
using System.Text;
using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Core.Surveys.Results;

namespace Junheng.Supervision.Surveys.Results.Export;

/// <summary>The syntax that reads the data file into SPSS (or PSPP) and names everything in it. Lines stay under 251 bytes, the limit of batch mode.</summary>
internal static class SpssSyntax
{
    public const string DataFile = "answers.csv", SyntaxFile = "answers.sps";
    private const int LongestName = 64, LongestLabel = 200, LongestValueLabel = 110, LongestText = 8000;

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase) { "ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH" };

    /// <summary>Unique whatever the case, no reserved word.</summary>
    public static string[] Names(IReadOnlyList<AnswerColumn> columns)
    {
        var taken = new HashSet<string>(Reserved, StringComparer.OrdinalIgnoreCase);
        return [.. columns.Select(column =>
        {
            var name = column.Name.Length > LongestName - 4 ? column.Name[..(LongestName - 4)] : column.Name;
            // A name may not end in an underscore or a full stop.
            var unique = name = name.TrimEnd('_');
            for (var number = 2; !taken.Add(unique); number++) unique = $"{name}_{number}x";
            return unique;
        })];
    }

    public static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');

    public static void Write(Stream output, AnswerColumns columns, IReadOnlyList<string> names, string title)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        text.WriteLine($"* {OneLine(title).Replace('.', ' ')}.");
        text.WriteLine("SET DECIMAL=DOT.");
        text.WriteLine("GET DATA");
        text.WriteLine("  /TYPE=TXT");
        text.WriteLine($"  /FILE={Quoted(DataFile)}");
        text.WriteLine("  /ENCODING='UTF8'");
        text.WriteLine("  /ARRANGEMENT=DELIMITED");
        text.WriteLine("  /DELCASE=LINE");
        text.WriteLine("  /FIRSTCASE=2");
        text.WriteLine("  /DELIMITERS=\",\"");
        text.WriteLine("  /QUALIFIER='\"'");
        text.WriteLine("  /VARIABLES=");
        for (var at = 0; at < names.Count; at++) text.WriteLine($"  {names[at]} {Format(columns.Columns[at])}{(at == names.Count - 1 ? "." : "")}");
        text.WriteLine("VARIABLE LABELS");
        for (var at = 0; at < names.Count; at++) text.WriteLine($"  {(at == 0 ? "" : "/")}{names[at]} {Quoted(Cut(columns.Columns[at].Header, LongestLabel))}{(at == names.Count - 1 ? "." : "")}");
        WriteValues(text, columns, names);
        WriteSets(text, columns, names);
        text.WriteLine("EXECUTE.");
    }

    private static void WriteValues(StreamWriter text, AnswerColumns columns, IReadOnlyList<string> names)
    {
        for (var at = 0; at < names.Count; at++)
        {
            var labels = Labels(columns.Columns[at]);
            if (labels.Count == 0) continue;
            text.WriteLine($"VALUE LABELS {names[at]}");
            for (var label = 0; label < labels.Count; label++)
                text.WriteLine($"  {labels[label].Value.ToString(CultureInfo.InvariantCulture)} {Quoted(Cut(labels[label].Label, LongestValueLabel))}{(label == labels.Count - 1 ? "." : "")}");
            var missing = labels.Where(l => l.Missing).Select(l => l.Value.ToString(CultureInfo.InvariantCulture)).ToList();
            // SPSS takes at most three single missing values.
            if (missing.Count is > 0 and <= 3) text.WriteLine($"MISSING VALUES {names[at]} ({string.Join(", ", missing)}).");
            text.WriteLine($"VARIABLE LEVEL {names[at]} ({(columns.Columns[at].Variable?.Options.Any(o => o.Score is not null) == true ? "ORDINAL" : "NOMINAL")}).");
        }
    }

    /// <summary>Multiple choices as sets of dichotomies.</summary>
    private static void WriteSets(StreamWriter text, AnswerColumns columns, IReadOnlyList<string> names)
    {
        foreach (var set in Enumerable.Range(0, names.Count).Where(at => columns.Columns[at].Variable?.Kind == ItemKind.Multiple).GroupBy(at => columns.Columns[at].Variable!))
        {
            text.WriteLine("MRSETS");
            text.WriteLine($"  /MDGROUP NAME=${set.Key.Code} LABEL={Quoted(Cut(set.Key.WordingFor(""), LongestLabel))}");
            text.WriteLine("  CATEGORYLABELS=VARLABELS");
            text.WriteLine("  VARIABLES=");
            foreach (var at in set) text.WriteLine("  " + names[at]);
            text.WriteLine("  VALUE=1.");
        }
    }

    private static List<(int Value, string Label, bool Missing)> Labels(AnswerColumn column)
    {
        if (column.Variable is not { } variable)
            return column.Name switch
            {
                "pace" => [.. Enum.GetValues<Pace>().Select(p => ((int)p, ResultTexts.Pace(p), p == Pace.Unknown))],
                "valid" => [(0, ResultTexts.No, false), (1, ResultTexts.Yes, false)],
                _ => [],
            };
        return variable.Kind switch
        {
            ItemKind.Single or ItemKind.Ranking => [.. variable.Options.Select((o, at) => (OptionNumbers.Of(variable.Item, at), o.Label, o.Apart))],
            ItemKind.Multiple => [(0, ResultTexts.No, false), (1, ResultTexts.Yes, false)],
            _ => [],
        };
    }

    private static string Format(AnswerColumn column) => column switch
    {
        { Variable: null, Name: "pace" or "valid" } => "F1.0",
        { Variable: null } => "A300",
        { Variable.Kind: ItemKind.ShortText or ItemKind.LongText } => $"A{Math.Min(LongestText, 3 * (int)(column.Variable.Item.Most ?? (column.Variable.Kind == ItemKind.ShortText ? 100 : 2000))).ToString(CultureInfo.InvariantCulture)}",
        { Variable.Kind: ItemKind.Number } => $"F{(16).ToString(CultureInfo.InvariantCulture)}.{column.Variable.Item.Decimals.ToString(CultureInfo.InvariantCulture)}",
        { Variable.Kind: ItemKind.Scale } when Shape.Of(column.Variable).Kind == ItemKind.Number => "F16.0",
        _ => "F5.0",
    };

    private static string Quoted(string text) => "'" + OneLine(text).Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>To a number of bytes, never through the middle of a character.</summary>
    private static string Cut(string text, int bytes)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if ((bytes -= rune.Utf8SequenceLength) < 0) break;
            length += rune.Utf16SequenceLength;
        }
        return text[..length];
    }
}
