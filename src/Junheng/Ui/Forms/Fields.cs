namespace Junheng.Ui.Forms;

/// <summary>Ids and texts that fields and their messages agree on.</summary>
public static class Fields
{
    public static string IdOf(FormState form, string field) => $"{form.Name}-{field.ToLowerInvariant()}";

    public static string TextOf(object? value) => value switch
    {
        null => "",
        DateOnly date => date.ToString("yyyy-MM-dd"),
        bool flag => flag ? "true" : "false",
        _ => value.ToString() ?? "",
    };
}
