namespace Junheng.Supervision.Intake.Forms;

/// <summary>What respondents read beside their questionnaire.</summary>
internal static class FormsTexts
{
    public const string AcceptedTitle = "答卷已收到";
    public const string Accepted = "谢谢您的参与。可以关闭本页了。";
    public const string NotYetOpenTitle = "问卷还没有开始";
    public const string NotYetOpen = "请在开始时间之后再打开这个链接。";
    public const string ClosedTitle = "问卷已经结束";
    public const string Closed = "这次问卷调查已经结束，不再接收答卷。谢谢您的关注。";
    public const string ElsewhereTitle = "请从新的链接作答";
    public const string Elsewhere = "这次问卷已经改在另一个网址上接收答卷。请使用学校、单位后来发给您的链接。";
    public const string UnknownTitle = "没有找到问卷";
    public const string Unknown = "链接或答题码不完整，或者不存在。请核对后重新打开，或向发给您链接的学校、单位询问。";
    public const string UsedLinkTitle = "这个链接已经用过";
    public const string UsedLink = "每个链接只能打开一次问卷。如果刚才已经打开过，请回到那个页面继续作答；如果没有打开过，请向发给您链接的学校、单位询问。";
    public const string SpentTitle = "这份问卷已经交过";
    public const string Spent = "同一份问卷只能交一次，先前交的答卷已经收到，这一次没有保存。";
    public const string TooLargeTitle = "提交的内容太多";
    public const string TooLarge = "提交的内容超出了问卷允许的长度，没有保存。请缩短文字后再交。";
    public const string MalformedTitle = "没有读懂提交的内容";
    public const string Malformed = "提交的内容不完整或格式不对，没有保存。请重新打开问卷链接作答。";
    public const string WrongMethod = "这个地址不支持这种操作。";
    public const string InvalidTitle = "还有题目需要补充或修改";
    public const string Invalid = "答卷还没有提交。请按提示补充或修改后再交。";
    public const string TooManyTitle = "请稍候再试";
    public const string TooMany = "当前网络的访问过于集中，请等半分钟后再试。已经填写的内容不会丢失。";
    public const string UnsavedTitle = "还没有收到，请稍后再交";
    public const string Unsaved = "服务器暂时不能保存答卷。填写的内容还在本页，请过一会儿再按“提交”。";

    public static string Opens(DateTime opens) => $"开始时间：{When(opens)}。{NotYetOpen}";

    /// <summary>In China's time.</summary>
    public static string When(DateTime utc)
    {
        var local = utc.AddHours(8);
        return $"{local.Year}年{local.Month}月{local.Day}日{local:HH:mm}";
    }
}
