using Junheng.Platform.Modules;
using Junheng.Ui.Tables;

namespace Junheng.Ui;

public sealed class UiModule : Module
{
    public override string Key => "ui";
    public override string Title => UiTexts.Title;
    public override int Order => 2;

    public override void Configure(IServiceCollection services) => services.AddSingleton<Icons>().AddScoped<DataTurn>().AddScoped<TableExport>();
}
