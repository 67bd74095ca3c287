namespace Junheng.Platform.Commands;

public static class CommandTexts
{
    public const string AtThisMachine = "本机管理员";
    public const string Known = "可用的命令：";
    public static string Unknown(string name) => $"没有“{name}”这个命令。";
    public static string UnknownOption(string option) => $"不认识选项 {option}。";
    public static string ValueMissing(string option) => $"选项 {option} 后面要写一个值。";
    public static string Usage(string usage) => $"用法：junheng {usage}";
    public static string NoDatabase(string file) => $"没有数据库文件“{file}”。";
}
