using Junheng.Browser.Support;

namespace Junheng.Browser.Ui;

[Collection(nameof(Journeys))]
public sealed class ComponentsJourney(Chromium chromium)
{
    public static TheoryData<Window> Windows => [Window.Desktop, Window.Phone, Window.Desktop with { Dark = true }];

    [Theory]
    [MemberData(nameof(Windows))]
    public Task Every_component_is_accessible(Window window) => chromium.Visit(window, async visit =>
    {
        await visit.Open("/about/components");
        await visit.Shot("components");
    });
}
