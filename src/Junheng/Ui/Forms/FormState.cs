using System.Reflection;
using Junheng.Platform.Rules;
using Junheng.Platform.Web;
using Microsoft.Extensions.Primitives;

namespace Junheng.Ui.Forms;

/// <summary>One form of one request: its input object, what was typed, and what is wrong with it. Cascades to the fields.</summary>
public sealed class FormState(string name, object? input, IFormCollection? posted)
{
    private readonly List<(string? Field, string Message)> errors = [];

    public string Name { get; } = name;
    public object? Input { get; } = input;
    /// <summary>True when this form was sent in this request.</summary>
    public bool IsPost { get; } = posted is not null;
    public string Key { get; } = posted?["__key"].ToString() is { Length: > 0 } key ? key : FormKeys.Draw();
    public int? Version { get; set; }
    /// <summary>The entity as somebody else has saved it meanwhile.</summary>
    public object? Current { get; private set; }
    public IReadOnlyList<(string? Field, string Message)> Errors => errors;

    /// <summary>What was typed into the field; null when the form was not sent or had no such field.</summary>
    public StringValues? Typed(string field) => posted is not null && posted.TryGetValue(field, out var typed) ? typed : (StringValues?)null;

    public IReadOnlyList<IFormFile> FilesOf(string field) => posted?.Files.GetFiles(field) ?? [];

    public PropertyInfo? PropertyOf(string field) => Input?.GetType().GetProperty(field);

    public string? ErrorOf(string field)
    {
        var messages = errors.Where(e => string.Equals(e.Field, field, StringComparison.OrdinalIgnoreCase)).Select(e => e.Message).ToList();
        return messages.Count == 0 ? null : string.Join(' ', messages);
    }

    public void Refuse(string? field, string message) => errors.Add((field, message));

    public void Refuse(RuleException refusal)
    {
        Refuse(refusal.Field, refusal.Message);
        Current = (refusal as StaleException)?.Current ?? Current;
        // The version now known: saving again is a decision made with both in view.
        if (Current?.GetType().GetProperty("Version")?.GetValue(Current) is int version) Version = version;
    }

    /// <summary>The form of this name if the request carries it, else an unsent one.</summary>
    public static async Task<FormState> Read(HttpContext context, string name, object? input)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType) return new FormState(name, input, null);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return new FormState(name, input, form["_handler"] == name ? form : null);
    }
}
