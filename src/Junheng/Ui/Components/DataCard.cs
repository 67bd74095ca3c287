using Junheng.Ui.Tables;
using Microsoft.AspNetCore.Components;

namespace Junheng.Ui.Components;

/// <summary>A part of a page that reads data of its own: it waits for its turn and is drawn when it has read.</summary>
public abstract class DataCard : ComponentBase
{
    private bool loaded;

    [Inject] private DataTurn Turn { get; set; } = default!;
    [CascadingParameter] protected HttpContext Http { get; set; } = default!;

    protected abstract Task Load();

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!loaded)
        {
            loaded = true;
            await Turn.Take(Load);
        }
        await base.SetParametersAsync(ParameterView.Empty);
    }
}
