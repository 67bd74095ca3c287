namespace Junheng.Core.Reading.Structure;

/// <summary>What tells a district's name (某某区) from words that only end in 区 (社区, 校区, 开发区).</summary>
internal static class RegionLexicon
{
    public const string Districts = "区县";
    public const string City = "市";

    /// <summary>Before 区, 县 or 市 these make an ordinary word.</summary>
    private const string Ordinary = "社校园城郊辖学地市景灾牧厂片全我本各该县区镇乡省街域业发范验护疫能态务税导任会作教小大进旅游库居安置都超门股上两三四五六七八九十一二每个些第此外内到的在为和与及对是有由向让把将从、，。（）()“”《》 ";
    private const string NoName = "的在为和与及对是有由向让把将从了着过等是，。、；：（）()“”《》〔〕0123456789";
    private const string BeforeName = "市省州盟县和在对为的由是、与及向从全让把将于到给使，。（）()“”《》〔〕 \n";

    public static bool IsNew(char last) => last == '新';

    public static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.Length < 2 || Ordinary.Contains(name[^1])) return false;
        foreach (var c in name)
            if (!char.IsLetter(c) || char.IsAscii(c) || NoName.Contains(c) || Districts.Contains(c) || City.Contains(c)) return false;
        return true;
    }

    public static bool BelongsToName(char left) => char.IsLetter(left) && !char.IsAscii(left) && !BeforeName.Contains(left);

    /// <summary>区域, 区级, 市场, 市民: the character is not the end of a name.</summary>
    public static bool ContinuesWord(char kind, char next) => kind switch
    {
        '区' => next is '域' or '级' or '位' or '间' or '块',
        '市' => next is '场' or '民' or '级' or '颁' or '区' or '域',
        _ => next is '级' or '域',
    };
}
