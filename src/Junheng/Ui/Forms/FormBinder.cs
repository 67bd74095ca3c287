using System.Globalization;
using System.Reflection;

namespace Junheng.Ui.Forms;

/// <summary>Puts what was typed into the input object and says in zh-CN what cannot be taken. Fields the form did not show stay as loaded.</summary>
public static class FormBinder
{
    public static void Bind(FormState form)
    {
        foreach (var property in form.Input!.GetType().GetProperties().Where(p => p.CanWrite))
        {
            var rule = property.GetCustomAttribute<InputAttribute>() ?? new InputAttribute(property.Name);
            if (IsFiles(property.PropertyType)) BindFiles(form, property, rule);
            else if (form.Typed(property.Name) is { } typed) BindText(form, property, rule, [.. typed.Select(t => t ?? "")]);
        }
    }

    private static bool IsFiles(Type type) => type == typeof(IFormFile) || type == typeof(IReadOnlyList<IFormFile>);

    private static void BindFiles(FormState form, PropertyInfo property, InputAttribute rule)
    {
        var files = form.FilesOf(property.Name).Where(f => f.FileName.Length > 0).ToList();
        if (files.Count == 0 && rule.Required) form.Refuse(property.Name, FormTexts.ChooseFile(rule.Label));
        property.SetValue(form.Input, property.PropertyType == typeof(IFormFile) ? files.FirstOrDefault() : files);
    }

    private static void BindText(FormState form, PropertyInfo property, InputAttribute rule, string[] typed)
    {
        if (property.PropertyType == typeof(string[]))
        {
            property.SetValue(form.Input, typed.Where(t => t.Length > 0).ToArray());
            return;
        }
        // The last value counts: a check box follows a hidden "false".
        var text = typed.Length == 0 ? "" : typed[^1].Replace("\r\n", "\n").Trim();
        if (text.Length == 0 && rule.Required)
        {
            form.Refuse(property.Name, FormTexts.Missing(rule.Label));
            return;
        }
        if (!TryConvert(text, property.PropertyType, out var value))
        {
            form.Refuse(property.Name, FormTexts.Malformed(rule.Label, property.PropertyType));
            return;
        }
        if (Breaks(rule, value) is { } message) form.Refuse(property.Name, message);
        property.SetValue(form.Input, value);
    }

    private static string? Breaks(InputAttribute rule, object? value) => value switch
    {
        string text when new StringInfo(text).LengthInTextElements > (rule.Max == 0 ? 2000 : rule.Max) => FormTexts.TooLong(rule.Label, rule.Max == 0 ? 2000 : rule.Max),
        IConvertible number and (int or long or decimal or double) when number.ToDouble(null) < rule.Least => FormTexts.TooSmall(rule.Label, rule.Least),
        IConvertible number and (int or long or decimal or double) when number.ToDouble(null) > rule.Most => FormTexts.TooLarge(rule.Label, rule.Most),
        _ => null,
    };

    private static bool TryConvert(string text, Type type, out object? value)
    {
        value = null;
        if (type == typeof(string))
        {
            value = text;
            return true;
        }
        var inner = Nullable.GetUnderlyingType(type);
        if (text.Length == 0) return inner is not null;
        type = inner ?? type;
        var number = NarrowDigits(text);
        value = type switch
        {
            _ when type == typeof(bool) => text is "true" or "on",
            _ when type == typeof(int) => int.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, null, out var n) ? n : null,
            _ when type == typeof(long) => long.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, null, out var n) ? n : null,
            _ when type == typeof(decimal) => decimal.TryParse(number, NumberStyles.Number, null, out var n) ? n : null,
            _ when type == typeof(double) => double.TryParse(number, NumberStyles.Float | NumberStyles.AllowThousands, null, out var n) && double.IsFinite(n) ? n : null,
            _ when type == typeof(DateOnly) => DateOnly.TryParseExact(number, ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d"], out var d) ? d : null,
            _ when type == typeof(Guid) => Guid.TryParse(text, out var g) ? g : null,
            _ when type.IsEnum => Enum.TryParse(type, text, ignoreCase: false, out var e) && Enum.IsDefined(type, e!) ? e : null,
            _ => throw new NotSupportedException($"A form cannot fill {type}."),
        };
        return value is not null;
    }

    /// <summary>Digits typed with a Chinese input method in full width.</summary>
    private static string NarrowDigits(string text) =>
        string.Concat(text.Select(c => c is >= '\uFF0B' and <= '\uFF19' ? (char)(c - 0xFEE0) : c));
}
