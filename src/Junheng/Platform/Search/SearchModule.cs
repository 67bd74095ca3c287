using Junheng.Platform.Modules;

namespace Junheng.Platform.Search;

public sealed class SearchModule : Module
{
    public override string Key => "search";
    public override string Title => SearchTexts.Title;
    public override int Order => 3;

    public override void Configure(IServiceCollection services) => services.AddScoped<SearchIndex>();
}
