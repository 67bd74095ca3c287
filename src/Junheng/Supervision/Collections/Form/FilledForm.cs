namespace Junheng.Supervision.Collections.Form;

/// <summary>A form as it stands: its rows, what was stated, what is known beside it, and what is still open.</summary>
/// <param name="Rows">In the order of the form.</param>
/// <param name="Values">By row key; rows without a statement may be missing.</param>
/// <param name="Known">What the platform knows, by row key.</param>
public sealed record FilledForm(IReadOnlyList<FormRow> Rows, IReadOnlyDictionary<string, ReplyValue> Values, IReadOnlyDictionary<string, KnownRow> Known)
{
    public ReplyValue? this[FormRow row] => Values.GetValueOrDefault(row.Key);

    public KnownRow KnownOf(FormRow row) => Known.GetValueOrDefault(row.Key) ?? KnownRow.Nothing;

    public int Answered => Rows.Count(r => this[r] is { IsEmpty: false });

    public string? Doubt(FormRow row) => this[row] is { } value ? ValueRules.Doubt(row, value, KnownOf(row).Before?.Value) : null;

    /// <summary>What keeps the form from being handed on, row by row.</summary>
    public IEnumerable<(FormRow Row, string Message)> Open()
    {
        foreach (var row in Rows)
        {
            var value = this[row];
            if (value is null or { IsEmpty: true })
            {
                if (value?.Reason is null) yield return (row, CollectionTexts.Unanswered);
            }
            else if (value.Number is { } number && ValueRules.Refusal(row, number) is { } refusal) yield return (row, refusal);
            else if (ValueRules.Against(row, value, Values, Rows) is { } against) yield return (row, against);
            else if (value.Reason is null && Doubt(row) is { } doubt) yield return (row, doubt);
        }
    }
}

/// <summary>What is known of one row before it is asked.</summary>
/// <param name="Now">A value of the same period, from anywhere.</param>
/// <param name="Before">The value of the period before.</param>
public sealed record KnownRow(KnownValue? Now, KnownValue? Before)
{
    public static readonly KnownRow Nothing = new(null, null);
}

/// <param name="Source">Origin and day in words: 教育事业统计，2025年10月8日.</param>
public sealed record KnownValue(decimal Value, string Source);
