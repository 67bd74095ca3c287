using Junheng.Platform.Modules;

namespace Junheng.Platform.Packs;

/// <summary>Standards as data: <c>packs/*.yaml</c>.</summary>
public sealed class PacksModule : Module
{
    public override string Key => "packs";
    public override string Title => PacksTexts.Title;

    public override void Configure(IServiceCollection services) => services.AddSingleton<Packs>();
}
