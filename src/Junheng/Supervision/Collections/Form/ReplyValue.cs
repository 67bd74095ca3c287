using System.Text.Json;
using System.Text.Json.Serialization;

namespace Junheng.Supervision.Collections.Form;

/// <summary>What a respondent states in one row of the form.</summary>
/// <param name="Row">Key of the <see cref="FormRow"/>.</param>
/// <param name="Number">Null when nothing is stated, or explicitly unknown when a reason stands beside it.</param>
/// <param name="Word">The chosen word of a question with options.</param>
/// <param name="Reason">Why the value stands although a soft rule doubts it, or why there is none.</param>
/// <param name="Source">Where a pre-filled value comes from; null once the respondent has stated another.</param>
/// <param name="Line">The spreadsheet row of the uploaded workbook the value stood in; null when it was typed into the page.</param>
public sealed record ReplyValue(string Row, decimal? Number = null, string? Word = null, string? Reason = null, string? Source = null, int? Line = null)
{
    [JsonIgnore]
    public bool IsEmpty => Number is null && Word is null;

    /// <summary>The same statement, whatever its source and reason.</summary>
    public bool Says(ReplyValue? other) => Number == other?.Number && Word == other?.Word;

    public static string Write(IEnumerable<ReplyValue> values) => JsonSerializer.Serialize(values.Where(v => !v.IsEmpty || v.Reason is not null), Question.Json);

    public static IReadOnlyDictionary<string, ReplyValue> Read(string json) => JsonSerializer.Deserialize<List<ReplyValue>>(json, Question.Json)!.ToDictionary(v => v.Row);
}
