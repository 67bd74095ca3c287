using System.Text;
using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.OpenText;
using Junheng.Core.Surveys.Quality;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Core.Surveys.Statistics;

namespace Junheng.Core.Surveys.Results;

/// <summary>The one pass over the answers: counts by stored cell, variable and slot, in one array whose rows lie together.</summary>
internal sealed class Tally
{
    private readonly AnswerRow row;
    private readonly SheetRule rule;
    private readonly Dictionary<int, int> atoms = [];
    private readonly int[] places;
    private readonly int[] numbers;
    private readonly TextTally?[] texts;

    public Tally(Questionnaire questionnaire, IReadOnlyList<FrameCell> frame)
    {
        (Questionnaire, Frame) = (questionnaire, frame);
        row = new AnswerRow(questionnaire);
        rule = new SheetRule(questionnaire, row);
        Atoms = [.. frame.GroupBy(c => c.StoredAs).Select(g => new Atom(g.Key, [.. g]))];
        foreach (var atom in Atoms) atoms[atom.Number] = atoms.Count;
        places = new int[row.Shapes.Count];
        for (var at = 0; at < places.Length; at++)
        {
            places[at] = Stride;
            Stride += row.Shapes[at].Width;
        }
        numbers = [.. Enumerable.Range(0, places.Length).Where(at => row.Shapes[at].Kind == ItemKind.Number)];
        Counts = new int[Stride * Atoms.Length];
        Numbers = [.. numbers.Select(_ => new Moments[Atoms.Length])];
        texts = [.. questionnaire.Variables.Select(v => v.Kind is ItemKind.ShortText or ItemKind.LongText ? new TextTally(v) : null)];
        Scales = [.. ScaleTally.Of(questionnaire)];
        Figures = [.. questionnaire.Figures.Select(f => new FigureTally(questionnaire, f, row.Shapes, Atoms))];
    }

    public Questionnaire Questionnaire { get; }
    public IReadOnlyList<FrameCell> Frame { get; }
    public Atom[] Atoms { get; }
    public FigureTally[] Figures { get; }
    public ScaleTally[] Scales { get; }
    public SimilarTexts Similar { get; } = new();
    public IEnumerable<TextTally> Texts => texts.OfType<TextTally>();

    /// <summary>Answers whose cell is unknown; they belong to no class.</summary>
    public int Strangers { get; private set; }

    public int Stride { get; }
    public int[] Counts { get; }
    private Moments[][] Numbers { get; }

    public Shape ShapeOf(int variable) => row.Shapes[variable];
    public ReadOnlySpan<int> CountsOf(int atom, int variable) => Counts.AsSpan(atom * Stride + places[variable], row.Shapes[variable].Width);
    public Moments[] NumbersOf(int variable) => Array.IndexOf(numbers, variable) is var at and >= 0 ? Numbers[at] : [];

    public void Add(StoredAnswer answer)
    {
        if (!atoms.TryGetValue(answer.Cell, out var at))
        {
            Strangers++;
            return;
        }
        var atom = Atoms[at];
        atom.Received++;
        if (!row.Read(answer.Bytes.Span)) atom.Unreadable++;
        else if (rule.Counts(atom, answer.Pace, answer.Bytes.Span)) Count(at, answer.Bytes.Span);
    }

    private void Count(int at, ReadOnlySpan<byte> bytes)
    {
        Atoms[at].Valid++;
        var counts = Counts.AsSpan(at * Stride, Stride);
        for (var variable = 0; variable < places.Length; variable++)
        {
            var code = row.Codes[variable];
            if (code == 0) continue;
            var place = places[variable];
            counts[place]++;
            if (code != AnswerRow.Other) counts[place + code]++;
            else CountOther(counts[(place + 1)..], variable, at, bytes);
        }
        foreach (var figure in Figures) figure.Add(row, at);
        foreach (var scale in Scales) scale.Add(row, Atoms[at].Class);
    }

    private void CountOther(Span<int> slots, int variable, int at, ReadOnlySpan<byte> bytes)
    {
        var shape = row.Shapes[variable];
        switch (shape.Kind)
        {
            case ItemKind.Multiple:
                for (var set = row.Sets[variable]; set != 0; set &= set - 1) slots[System.Numerics.BitOperations.TrailingZeroCount(set)]++;
                break;
            case ItemKind.Single:
                slots[(int)row.Numbers[variable]]++;
                break;
            case ItemKind.Ranking:
                var (start, length) = row.Words[variable];
                for (var rank = 0; rank < Math.Min(length, shape.Ranks); rank++)
                {
                    var slot = bytes[start + rank] * shape.Ranks + rank;
                    if (slot < slots.Length) slots[slot]++;
                }
                break;
            case ItemKind.ShortText or ItemKind.LongText:
                AddText(Encoding.UTF8.GetString(bytes.Slice(row.Words[variable].Start, row.Words[variable].Length)), variable, at);
                break;
            case ItemKind.Number:
                ref var moments = ref Numbers[Array.IndexOf(numbers, variable)][at];
                moments = moments.With(row.Numbers[variable]);
                break;
        }
    }

    private void AddText(string text, int variable, int at)
    {
        texts[variable]!.Add(text, Atoms[at].Class);
        if (row.Shapes[variable].Kind == ItemKind.LongText) Similar.Add(text, Array.FindIndex(Atoms, a => a.Class == Atoms[at].Class));
    }
}

/// <summary>The smallest part results are kept by: a stored cell, or the group that small cells were merged into.</summary>
internal sealed class Atom(int number, IReadOnlyList<FrameCell> cells)
{
    public int Number => number;
    public IReadOnlyList<FrameCell> Cells => cells;
    public string Class { get; } = cells[0].Class;
    public bool IsGroup { get; } = cells.Count > 1 || cells[0].Number != number;

    /// <summary>Empty when its cells are of several.</summary>
    public string Town { get; } = cells.All(c => c.Town == cells[0].Town) ? cells[0].Town : "";

    public int? Size { get; } = Cut.Total(cells.Select(c => c.Size));

    public int Received { get; set; }
    public int Valid { get; set; }
    public int Unreadable { get; set; }
    public int TooEmpty { get; set; }
    public int TooFast { get; set; }
    public int StraightExcluded { get; set; }
    public int StraightLines { get; set; }
    public int StraightOf { get; set; }
    public int Speeders { get; set; }
    public int PaceKnown { get; set; }
}
