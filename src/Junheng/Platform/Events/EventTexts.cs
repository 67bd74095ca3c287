namespace Junheng.Platform.Events;

public static class EventTexts
{
    public const string Title = "事件";
    public const string Delivering = "通知相关模块";
}
