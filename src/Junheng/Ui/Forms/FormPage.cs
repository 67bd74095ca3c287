using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Junheng.Platform.Web;
using Microsoft.AspNetCore.Components;

namespace Junheng.Ui.Forms;

/// <summary>A page around one form. The page fills <see cref="Input"/> in Load, draws a <see cref="FormShell"/> with fields, and saves in
/// <see cref="Save"/>; a refusal by a rule is shown with the input kept, a second sending leads to the first result.</summary>
/// <typeparam name="TInput">Properties with <see cref="InputAttribute"/>: string, string[], bool, int, long, decimal, double, DateOnly, Guid, an
/// enum, any of them nullable, IFormFile or a list of it.</typeparam>
public abstract class FormPage<TInput> : DataPage, IFormPage where TInput : class, new()
{
    [Inject] private FormKeys Keys { get; set; } = default!;
    [Inject] private JunhengDb Db { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private Flash Flash { get; set; } = default!;

    protected TInput Input { get; } = new();
    public FormState Form { get; private set; } = default!;

    /// <summary>The version of the entity the form was opened with; set it in Load, hand it to the service in Save.</summary>
    protected int? Version
    {
        get => Form.Version;
        set
        {
            // What the form carried stands for what the user has seen.
            if (!Form.IsPost) Form.Version = value;
        }
    }

    /// <summary>Shown on the next page.</summary>
    protected virtual string Done => FormTexts.Saved;

    /// <summary>False for forms that create nothing, such as signing in, and for nobody signed in.</summary>
    protected virtual bool OneTime => true;

    /// <summary>Writes, and returns the local address to show next.</summary>
    /// <exception cref="RuleException">Shown above the form, and beside the field it names.</exception>
    protected abstract Task<string> Save();

    private protected override async Task Prepare()
    {
        Form = await FormState.Read(Http, "form", Input);
        if (Form.IsPost && int.TryParse(Form.Typed("__version")?.ToString(), out var version)) Form.Version = version;
        await Load();
        if (Form.IsPost) FormBinder.Bind(Form);
    }

    public async Task Submit()
    {
        if (Form.Errors.Count == 0 && await TrySave() is { } location)
        {
            Leave(location);
            return;
        }
        Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        StateHasChanged();
    }

    /// <summary>files.js, which shows the progress of sending, gets the address instead of being led there: by following it would use up
    /// the message of the next page.</summary>
    private void Leave(string location)
    {
        if (!Http.Request.Headers.ContainsKey("Sent-By-Script"))
        {
            Navigation.NavigateTo(location);
            return;
        }
        Http.Response.StatusCode = StatusCodes.Status201Created;
        Http.Response.Headers.Location = location;
    }

    private async Task<string?> TrySave()
    {
        try
        {
            if (!OneTime || !Db.Actor.MayWrite)
            {
                var address = await Save();
                return address;
            }
            var (location, replayed) = await Keys.Once(Form.Key, Save, Http.RequestAborted);
            Flash.Say(replayed ? WebTexts.Replayed : Done);
            return location;
        }
        catch (RuleException refusal)
        {
            Db.ChangeTracker.Clear();
            Form.Refuse(refusal);
            return null;
        }
    }
}

/// <summary>What a <see cref="FormShell"/> needs of its page, whatever the type of the input.</summary>
public interface IFormPage
{
    FormState Form { get; }
    Task Submit();
}
