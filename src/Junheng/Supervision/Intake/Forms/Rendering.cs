using System.Text.Encodings.Web;
using System.Text.Unicode;
using Junheng.Platform.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Junheng.Supervision.Intake.Forms;

/// <summary>Renders a page to text outside any request, with nothing but the addresses of style sheet and script.</summary>
internal sealed class Rendering(WebFiles files)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly ServiceProvider services = new ServiceCollection().AddLogging().AddSingleton(files).AddSingleton(Encoder).BuildServiceProvider();

    public static byte[] Escaped(string text) => System.Text.Encoding.UTF8.GetBytes(Encoder.Encode(text));

    /// <param name="parameters">By name; null values are left out.</param>
    public async Task<string> Page<TPage>(params (string Name, object? Value)[] parameters) where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var view = ParameterView.FromDictionary(parameters.Where(p => p.Value is not null).ToDictionary(p => p.Name, p => p.Value));
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(view)).ToHtmlString());
    }
}
