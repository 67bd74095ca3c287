using System.Text.Encodings.Web;
using System.Text.Json;

namespace Junheng.Supervision.Surveys.Answers;

/// <summary>What each column of a foreign table means.</summary>
/// <param name="Columns">By header: code of the variable; of an option of a multiple choice as <c>CODE/OPTION</c>.</param>
/// <param name="SchoolColumn">Header of the column that names the school or town; empty = none.</param>
/// <param name="ClassColumn">Header of the column that names the class; empty = all rows are of <paramref name="Class"/>.</param>
/// <param name="Class">Key of the class of all rows, where no column tells it.</param>
/// <param name="Texts">By code of the variable: a text of the file and the code of the option it means.</param>
public sealed record MappingRules(IReadOnlyDictionary<string, string> Columns, string SchoolColumn, string ClassColumn, string Class,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Texts)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly MappingRules Empty = new(new Dictionary<string, string>(), "", "", "", new Dictionary<string, IReadOnlyDictionary<string, string>>());

    public static MappingRules Read(string text) => JsonSerializer.Deserialize<MappingRules>(text, Json) ?? Empty;

    public override string ToString() => JsonSerializer.Serialize(this, Json);
}
