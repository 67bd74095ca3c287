using Junheng.Core.Quantities;

namespace Junheng.Core.Reading.Claims;

/// <summary>The years a document reports on, from which 近三年, 目前 and “十二五”以来 are resolved.</summary>
internal sealed class Anchors
{
    /// <summary>The first span of each length in years, so that resolving 近三年 costs one look-up.</summary>
    private readonly Dictionary<int, string> _spans = [];
    private int _lastOfSpan;
    private int _lastReported;
    private string? _visit;

    public static Anchors Of(List<PeriodMention> mentions)
    {
        var anchors = new Anchors();
        foreach (var mention in mentions)
        {
            if (mention.IsPlan) continue;
            if (mention.Form == PeriodForm.Span)
            {
                anchors._spans.TryAdd(mention.Years, mention.Period!);
                if (anchors._lastOfSpan == 0) anchors._lastOfSpan = mention.Last;
            }
            if (mention.Form is PeriodForm.Span or PeriodForm.Year or PeriodForm.AsOf)
                anchors._lastReported = Math.Max(anchors._lastReported, mention.Last);
            if (mention.Form == PeriodForm.Date && anchors._visit is null && mention.Period!.Length >= 10)
                anchors._visit = mention.Period[..7];
        }
        return anchors;
    }

    /// <summary>The year of the visit; null where no visit is dated.</summary>
    public string? VisitYear => _visit?[..4];

    /// <summary>The period to report, and whether it was worked out rather than said.</summary>
    public (string? Period, bool Resolved) Resolve(PeriodMention mention) => mention.Form switch
    {
        PeriodForm.Past => (Past(mention.Length), true),
        PeriodForm.Current => (_visit is null ? null : "@" + _visit, true),
        PeriodForm.Since when mention.IsPlan && _lastReported > mention.First => ($"{mention.First}/{_lastReported}", false),
        _ => (mention.Period, false),
    };

    private string? Past(int years)
    {
        if (_spans.TryGetValue(years, out var span)) return span;
        var last = _lastOfSpan > 0 ? _lastOfSpan : _lastReported;
        if (last == 0 && _visit is { } visit && int.TryParse(visit.AsSpan(0, 4), out var year)) last = year - 1;
        return last == 0 ? null : years == 1 ? $"{last}" : $"{last - years + 1}/{last}";
    }
}
