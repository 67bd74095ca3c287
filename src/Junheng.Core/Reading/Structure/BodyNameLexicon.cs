namespace Junheng.Core.Reading.Structure;

/// <summary>What stands around the names of bodies in running text.</summary>
internal static class BodyNameLexicon
{
    public const char By = '由';
    private static readonly string[] Predicates =
    [
        "牵头", "要", "应", "须", "需", "必须", "可", "能够", "会同", "联合", "配合", "负责", "结合", "尽快", "切实", "加快", "进一步", "针对", "在", "通过", "统筹", "继续", "及时", "积极", "主动", "根据", "依据", "共同", "定期", "加强", "加大",
    ];
    /// <summary>政府部门, 教育局局长, 委员会成员单位: the name goes on, or means something else.</summary>
    private static readonly string[] Continuations = ["办公室", "部门", "成员单位", "委员", "长", "管", "系统", "工作", "部署", "统一", "机关", "学院", "学校", "公室", "员会", "会", "育", "学", "化", "法", "理", "事", "部", "局", "托", "任", "派", "组", "政", "科", "院", "心", "团", "司", "督"];
    private static readonly string[] Remainders = ["等相关职能部门", "等有关部门", "等相关部门", "等职能部门", "等部门", "等单位", "等"];
    private static readonly string[] Offices = ["局", "委", "办", "厅", "政府", "部门", "党委", "督导室", "委员会", "办公室", "领导小组", "联席会议", "街道", "街镇", "总工会", "组织部", "宣传部"];
    private static readonly string[] Joints = ["会同", "联合", "以及", "和", "与", "及"];
    private const string NoStart = "以在从对为于由与和及并使让将把向给按经随当自是有无不未已其该此这那";
    private const string Inner = "域级内外间位";
    private const string Starts = "区市县镇各本";
    private const string NoStartBefore = "社校园城郊辖学地业发范验功保小厂库";

    /// <summary>区…, 市…, 各… at a place where a name may begin.</summary>
    public static bool Begins(string text, int at) => Starts.Contains(text[at]) && (at + 1 >= text.Length || !Inner.Contains(text[at + 1])) && (at == 0 || !NoStartBefore.Contains(text[at - 1]));

    /// <summary>A subject does not begin with a preposition, an adverb or a verb.</summary>
    public static bool CanBegin(ReadOnlySpan<char> words) =>
        words.Length > 1 && !NoStart.Contains(words[0]) && (Starts.Contains(words[0]) || !ClauseLexicon.IsAction(words) && !ClauseLexicon.IsPrefix(words));

    public static bool IsNoName(char c) => c is '的' or '了' or '等' or '把' or '将' or '使' or '在';

    /// <summary>Between two names: 区教育局会同区人社局, 区政府要….</summary>
    public static bool Separates(char c) => c is '区' or '市' or '县' or '和' or '与' or '及' or '会' or '同' or '要' or '应' or '牵' or '负' or '各';

    /// <summary>Government offices, as against schools, centres and companies that are only spoken about.</summary>
    public static bool EndsAsOffice(ReadOnlySpan<char> name)
    {
        foreach (var word in Offices)
            if (name.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>A party committee or a government has offices that are named after it; a bureau's name ends where it ends.</summary>
    public static bool HasOffices(char last) => last is '委' or '府';

    /// <summary>Length of 和, 会同 and the like between two names; 0 for none.</summary>
    public static int Joint(ReadOnlySpan<char> rest)
    {
        foreach (var word in Joints)
            if (rest.StartsWith(word, StringComparison.Ordinal)) return word.Length;
        return 0;
    }

    public static bool BeginsPredicate(ReadOnlySpan<char> rest)
    {
        foreach (var word in Predicates)
            if (rest.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    public static bool ContinuesName(ReadOnlySpan<char> rest)
    {
        if (Joint(rest) > 0) return false;
        foreach (var word in Continuations)
            if (rest.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    public static bool IsRegion(ReadOnlySpan<char> name) => name.Length is 3 or 4 && name[^1] is '区' or '县' && RegionLexicon.IsName(name[..^1]);

    public static int Remainder(ReadOnlySpan<char> rest)
    {
        foreach (var word in Remainders)
            if (rest.StartsWith(word, StringComparison.Ordinal)) return word.Length;
        return 0;
    }
}
