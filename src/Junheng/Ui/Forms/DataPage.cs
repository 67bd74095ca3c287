using Microsoft.AspNetCore.Components;

namespace Junheng.Ui.Forms;

/// <summary>A page that reads data before anything of it is drawn. Components share the request's database context, which does one thing
/// at a time: a child must not start while the page still reads.</summary>
public abstract class DataPage : ComponentBase
{
    private bool loaded;

    [CascadingParameter] protected HttpContext Http { get; set; } = default!;

    /// <summary>Runs once, with the parameters set, before the first drawing.</summary>
    protected virtual Task Load() => Task.CompletedTask;

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!loaded)
        {
            loaded = true;
            await Prepare();
        }
        await base.SetParametersAsync(ParameterView.Empty);
    }

    private protected virtual Task Prepare() => Load();
}
