using System.Collections.Frozen;

namespace Junheng.Core.Surveys.OpenText;

/// <summary>Marks that stand for what was taken out, and words that announce an address of a messenger.</summary>
internal static class ScreeningLexicon
{
    public const string Name = "〔姓名〕", Number = "〔号码〕", Account = "〔账号〕", Mail = "〔邮箱〕", Plate = "〔车牌〕", Home = "〔住址〕";

    public static readonly string[] Messengers = ["微信号", "微信", "威信", "薇信", "v信", "vx", "wx", "wechat", "weixin", "qq", "扣扣", "企鹅号", "抖音号", "抖音", "微博", "钉钉号", "钉钉"];

    /// <summary>First characters of <see cref="Messengers"/>.</summary>
    public const string MessengerBeginnings = "微威薇vVwWqQ扣企抖钉";

    /// <summary>After which even a short word is an address.</summary>
    public const string SureLinks = ":：号";

    public const string At = "@＠", CheckLetters = "xXＸ", Separators = "- －*", Room = "室";
    public const char HouseNumber = '号', WideZero = '０', WideNine = '９';

    /// <summary>Between an announcement and the address.</summary>
    public const string Links = "号是为：:= 　";

    public static readonly FrozenSet<char> Provinces = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新港澳".ToFrozenSet();

    /// <summary>Digits written as characters in telephone numbers.</summary>
    public const string SpokenDigits = "零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖";

    /// <summary>What follows the number of a house or flat.</summary>
    public static readonly string[] HouseMarks = ["号楼", "弄", "幢", "栋", "单元", "室"];
}
