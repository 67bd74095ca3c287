using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Junheng.Core.Quantities;
using Junheng.Core.Reading;

namespace Junheng.Supervision.Documents;

/// <summary>The public JSON of a reading, one object on one line. Its field names are a contract: add freely, rename never.</summary>
public static class ReadingJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(string file, DocumentReading reading) => Line(json =>
    {
        json.WriteString("file", file);
        json.WriteNumber("chars", reading.Chars);
        json.WriteString("kind", Spell(reading.Kind));
        json.WriteString("title", reading.Title);
        json.WriteString("issuer", reading.Issuer);
        json.WriteString("number", reading.Number);
        json.WriteString("date", reading.Date?.ToString("yyyy-MM-dd"));
        json.WriteString("region", reading.Region);
        Each(json, "outline", reading.Outline, o =>
        {
            At(json, o.Span);
            json.WriteNumber("level", o.Level);
            json.WriteString("number", o.Number);
            json.WriteString("title", o.Title);
        });
        Each(json, "claims", reading.Claims, c => Write(json, c));
        Each(json, "tasks", reading.Tasks, t => Write(json, t));
        Each(json, "findings", reading.Findings, f => Write(json, f));
        Each(json, "citations", reading.Citations, c =>
        {
            At(json, c.Span);
            json.WriteString("title", c.Title);
            json.WriteString("number", c.Number);
        });
        Each(json, "checks", reading.Checks, k => Write(json, k));
        Each(json, "notices", reading.Notices, n =>
        {
            At(json, n.Span);
            json.WriteString("kind", n.Kind);
            json.WriteString("text", n.Text);
        });
        Write(json, reading.Coverage);
    });

    public static string Refusal(string file, string reason) => Line(json =>
    {
        json.WriteString("file", file);
        json.WriteString("error", reason);
    });

    /// <summary>One claim, task or finding alone, as it stands in the ledger's row.</summary>
    public static string Write(Claim claim) => Line(json => Write(json, claim));
    public static string Write(PlannedTask task) => Line(json => Write(json, task));
    public static string Write(Finding finding) => Line(json => Write(json, finding));

    private static void Write(Utf8JsonWriter json, Claim claim)
    {
        json.WriteString("id", claim.Id);
        At(json, claim.Span);
        json.WriteString("text", claim.Text);
        json.WriteNumber("value", claim.Value);
        Optional(json, "valueMax", claim.ValueMax);
        json.WriteString("unit", claim.Unit);
        json.WriteString("bound", Spell(claim.Bound));
        json.WriteString("period", claim.Period);
        json.WriteBoolean("periodInferred", claim.PeriodInferred);
        json.WriteString("kind", Spell(claim.Kind));
        json.WriteString("status", Spell(claim.Status));
        json.WriteString("subject", claim.Subject);
        json.WriteString("measure", claim.Measure);
        json.WriteString("scope", claim.Scope);
    }

    private static void Write(Utf8JsonWriter json, PlannedTask task)
    {
        json.WriteString("id", task.Id);
        At(json, task.Span);
        json.WriteString("path", task.Path);
        json.WriteString("number", task.Number);
        json.WriteString("title", task.Title);
        Strings(json, "bodies", task.Bodies);
        json.WriteString("deadline", task.Deadline);
        Strings(json, "targets", task.Targets);
        Each(json, "measures", task.Measures, m => At(json, m));
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("id", finding.Id);
        At(json, finding.Span);
        json.WriteString("number", finding.Number);
        json.WriteString("title", finding.Title);
        Each(json, "facts", finding.Facts, f => At(json, f));
        Each(json, "measures", finding.Measures, m =>
        {
            At(json, m.Span);
            Strings(json, "bodies", m.Bodies);
        });
    }

    private static void Write(Utf8JsonWriter json, Check check)
    {
        json.WriteString("relation", Spell(check.Relation));
        Strings(json, "claims", check.Claims);
        json.WriteString("derived", check.Derived);
        Optional(json, "stated", check.Stated);
        Optional(json, "low", check.Low);
        Optional(json, "high", check.High);
        json.WriteString("verdict", Spell(check.Verdict));
        json.WriteString("reason", check.Reason);
    }

    private static void Write(Utf8JsonWriter json, Coverage coverage)
    {
        json.WriteStartObject("coverage");
        json.WriteNumber("sentences", coverage.Sentences);
        json.WriteNumber("withNumber", coverage.WithNumber);
        json.WriteNumber("withObligation", coverage.WithObligation);
        json.WriteNumber("inLedger", coverage.InLedger);
        Each(json, "left", coverage.Left, l =>
        {
            At(json, l.Span);
            json.WriteString("why", l.Why);
        });
        json.WriteEndObject();
    }

    private static string Line(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 14);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Each<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> content)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            content(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    private static void At(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("length", span.Length);
    }

    /// <summary>Enumerations appear as the contract spells them: bounds in lower case, relations in camel case, kinds with hyphens.</summary>
    private static string Spell(DocumentKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
    private static string Spell(Enum name) => JsonNamingPolicy.CamelCase.ConvertName(name.ToString());
}
