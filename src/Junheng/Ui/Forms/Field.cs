using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace Junheng.Ui.Forms;

/// <summary>What all fields share. Inside a <see cref="FormShell"/> the name of an input property is enough; elsewhere label and value are given.</summary>
public abstract class Field : ComponentBase
{
    private InputAttribute? rule;
    private PropertyInfo? property;

    [CascadingParameter] protected FormState? Form { get; set; }

    /// <summary>Name of the input property: <c>Name="@nameof(Input.Title)"</c>, or of the query parameter.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";
    [Parameter] public string? Label { get; set; }
    [Parameter] public string? Value { get; set; }
    [Parameter] public string? Help { get; set; }
    [Parameter] public bool? Required { get; set; }
    [Parameter] public bool Disabled { get; set; }
    /// <summary>Columns of twelve on a wide screen.</summary>
    [Parameter] public int Width { get; set; } = 12;
    /// <summary>HTML attributes the field has no parameter for, e.g. <c>autocomplete</c>.</summary>
    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? More { get; set; }

    public string Id => Form is null ? $"f-{Name}" : Fields.IdOf(Form, Name);
    public string ShownLabel => Label ?? rule?.Label ?? Name;
    public string? ShownHelp => Help ?? rule?.Help;
    public bool IsRequired => Required ?? rule?.Required ?? false;
    public string? Error => Form?.ErrorOf(Name);
    public string? DescribedBy => (ShownHelp, Error) switch
    {
        (null, null) => null,
        (_, null) => $"{Id}-help",
        (null, _) => $"{Id}-error",
        _ => $"{Id}-error {Id}-help",
    };

    /// <summary>What somebody else has saved meanwhile, when it differs from what is shown.</summary>
    public string? Elsewhere
    {
        get
        {
            if (Form?.Current is not { } current || current.GetType().GetProperty(Name) is not { } now) return null;
            var text = Fields.TextOf(now.GetValue(current));
            return text == Shown ? null : text.Length == 0 ? FormTexts.Empty : text;
        }
    }

    protected int? Longest => rule is { Max: > 0 } ? rule.Max : null;
    protected Type? Type => property is null ? null : Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    /// <summary>What was typed, else what was loaded.</summary>
    protected string Shown => Form?.Typed(Name)?.LastOrDefault() ?? Value ?? Fields.TextOf(property?.GetValue(Form!.Input));

    protected override void OnParametersSet()
    {
        property = Form?.PropertyOf(Name);
        if (Form?.Input is not null && property is null) throw new ArgumentException($"The form's input has no {Name}.", nameof(Name));
        rule = property?.GetCustomAttribute<InputAttribute>();
    }
}
