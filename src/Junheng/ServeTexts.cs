namespace Junheng;

public static class ServeTexts
{
    public const string Usage = "serve [--port 端口] [--data 目录] [--empty]";
    public const string Preparing = "系统初始化";
    public static string Address(string address) => $"均衡已启动：{address}";
    public static string Port(string port) => $"端口“{port}”不对，应是 0 到 65535 的整数（0 表示任选一个空闲端口）。";
}
