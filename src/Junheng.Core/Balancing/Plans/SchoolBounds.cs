using Junheng.Core.Indicators;
using Junheng.Core.Schooling;

namespace Junheng.Core.Balancing.Plans;

/// <summary>
/// How much a school may give and take: what it has, what the terms allow, and as long as every indicator it meets today is still met in all its
/// stages; where its verdict is 达标, no floor may be lost either. Each of these only gets worse with more, so the most is found by halving.
/// </summary>
internal sealed class SchoolBounds
{
    private readonly RepairQuestion _question;
    private readonly EvaluationResult _today;
    private readonly RepairMeans _means;
    private readonly IReadOnlyList<Element> _elements;
    private readonly Response _response;
    private readonly ILookup<int, int> _rows;
    private readonly Dictionary<int, SchoolResult> _results;
    private readonly Indicator[] _judged;
    private readonly Dictionary<int, bool> _changeable = [];

    public SchoolBounds(
        RepairQuestion question, EvaluationResult today, RepairMeans means, IReadOnlyList<Element> elements, Response response, bool[] counted)
    {
        (_question, _today, _means, _elements, _response) = (question, today, means, elements, response);
        _rows = Enumerable.Range(0, counted.Length).Where(row => counted[row]).ToLookup(row => today.Frame.Organisations[row]);
        _results = today.Schools.ToDictionary(school => school.Row);
        var spread = today.Pack.DispersionRule?.Indicators ?? [];
        _judged = [.. today.Pack.Indicators.Where(it => it.Level == Level.School && (it.Thresholds.Count > 0 || spread.Contains(it.Key)) && today.Values.ContainsKey(it.Key))];
        foreach (var school in _rows) _changeable[school.Key] = Changeable(school.Key);
        LeftOut = [.. _rows.Select(school => school.Key).Where(school => Taught(school) && Cell(_elements[0], school) >= 0 && !IsEven(school))];
    }

    public IReadOnlyList<int> LeftOut { get; }

    public bool MayChange(int school) => _changeable[school];

    public int Out(int school)
    {
        if (!MayChange(school)) return 0;
        var held = _elements.Min(element => Amount(element, school));
        var most = Math.Floor(held / _elements[0].Step);
        if (_means == RepairMeans.Relieve) return Most(school, (int)most - 1, -1);
        if (_question.Terms.ShareOut is { } share) most = Math.Min(most, Math.Floor((held / _elements[0].Step * share) + 1e-9));
        return Most(school, (int)Math.Min(most, _question.Terms.MaxOut ?? int.MaxValue), -1);
    }

    /// <param name="total">No more than this can come.</param>
    public int In(int school, int total)
    {
        if (!MayChange(school)) return 0;
        if (_means != RepairMeans.Relieve) return Most(school, Math.Min(total, _question.Terms.MaxIn ?? 1_000_000), +1);
        var students = _rows[school].Sum(_response.Weight);
        var cap = _rows[school].Count() > 1 ? _question.Terms.ThroughSiteCap : _question.Terms.SiteCap;
        return Most(school, (int)Math.Max(0, Math.Min(total, cap - students)), +1);
    }

    private bool Changeable(int school) => Taught(school) && Cell(_elements[0], school) >= 0 && IsEven(school)
        && !(_question.Terms.PublicOnly && _today.Frame[_rows[school].First()].Nature == SchoolNature.Private);

    private bool Taught(int school) => _rows[school].Any(row => _today.Frame.Stages[row] == _question.Stage);

    private bool IsEven(int school) =>
        _rows[school].All(row => _judged.All(indicator => _response.Even(indicator.Key, row)) && double.IsFinite(_response.WeightStep(row)));

    private int Cell(Element element, int school) =>
        Cells.Find(_today.Frame, _question.Data.Get(element.Key, _question.Period), school, _question.Stage);

    private double Amount(Element element, int school) =>
        Cell(element, school) is >= 0 and var cell ? _question.Data.Get(element.Key, _question.Period)[cell] : double.PositiveInfinity;

    private int Most(int school, int most, int side)
    {
        if (most <= 0) return 0;
        if (Keeps(school, side * most)) return most;
        var (good, bad) = (0, most);
        while (bad - good > 1)
        {
            var middle = good + ((bad - good) / 2);
            if (Keeps(school, side * middle)) good = middle;
            else bad = middle;
        }

        return good;
    }

    private bool Keeps(int school, int units) => _rows[school].All(row => _judged.All(indicator => Keeps(indicator, row, units)));

    private bool Keeps(Indicator indicator, int row, int units)
    {
        var stage = _today.Frame.Stages[row];
        var (now, then) = (_response.Value(indicator.Key, row, 0), _response.Value(indicator.Key, row, units));
        if (indicator.Thresholds.GetValueOrDefault(stage) is { } threshold && Loses(threshold)) return false;
        return _results.GetValueOrDefault(row)?.Verdict != Verdict.Meets || indicator.Floors.GetValueOrDefault(stage) is not { } floor || !Loses(floor);

        bool Loses(Threshold held) => held.Judge(now) == Verdict.Meets && held.Judge(then) != Verdict.Meets;
    }
}
