using System.Collections.Frozen;

namespace Junheng.Core.Reading.Structure;

/// <summary>The words that open the clauses of a task or suggestion.</summary>
internal static class ClauseLexicon
{
    /// <summary>Ordinals and connectives before a clause; they are no part of it.</summary>
    private static readonly string[] LeadIns =
    [
        "一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是", "一要", "二要", "三要", "四要", "五要", "六要", "首先", "其次", "再次", "最后", "第一", "第二", "第三", "同时", "此外", "另外", "尤其是",
        "特别是", "与此同时", "并且", "建议", "希望",
    ];
    private static readonly string[] Modals = ["应该", "应当", "必须", "需要", "务必", "能够", "可以", "要", "应", "须", "需", "可", "将要"];
    private static readonly string[] Adverbs =
    [
        "进一步", "积极主动", "积极", "切实", "全面", "逐步", "不断", "持续", "着力", "加快", "大力", "努力", "深入", "稳步", "有序", "扎实", "充分", "更好地", "更好", "更加", "尽快", "力争", "真正", "合理", "科学", "动态",
        "重点", "继续", "主动", "认真", "牢固", "坚决", "有效", "有力", "精准", "统一", "及时", "适时", "定期", "优先", "率先", "广泛", "高质量", "高标准", "高起点", "高水平", "严格", "依法", "并", "再", "也", "还", "都", "共同", "联合", "多渠道",
        "集中力量", "因地制宜", "分类", "分层", "分批", "分步", "同步", "试点", "鼓励和", "有计划地", "创造条件", "从严", "逐校", "逐园", "逐项", "逐一", "逐个", "逐级", "基本", "适当", "适度", "加紧", "抓紧", "着重", "注重", "突出", "强力", "深度", "协同", "协力", "提前", "从源头",
    ];
    /// <summary>Standing last in a sentence these say what the measure is for; they are no measure of their own.</summary>
    private static readonly string[] Results = ["提升", "提高", "促进", "推动", "实现", "形成", "满足", "增强", "激发", "助力", "确保", "保证", "成为", "夯实", "树立", "营造", "彰显", "打造", "指导", "贡献", "丰富", "融入", "走出", "织密", "力促"];
    private static readonly string[] Consequences = ["使", "让", "从而", "进而", "以便", "以期", "以确保", "以满足", "以提高", "以适应", "为切实", "切实为", "形成", "逐步形成", "尽快形成", "加快形成", "确保", "推进"];
    private static readonly string[] Bases = ["根据", "依据", "按照", "按", "遵照", "依照", "对照"];
    private static readonly string[] BasisEnds = ["要求", "规定", "有关规定", "精神", "部署", "》"];
    private static readonly string[] Prefixes = ["围绕", "结合", "针对", "通过", "借助", "依托", "利用", "聚焦", "立足", "基于", "对于", "随着", "面向", "着眼", "根据", "依据", "按照", "对照", "遵循", "本着", "对接", "对应", "借鉴", "用好", "把握", "采用", "由", "经", "随"];
    /// <summary>发挥…优势 is the means of what follows, 发挥…作用 a measure of its own.</summary>
    private static readonly string[] Uses = ["发挥", "利用", "抓住", "抢抓"];
    private const string Advantage = "优势";
    /// <summary>敦促某某部门 with nothing more says who shall do what follows.</summary>
    private static readonly string[] Urges = ["统筹", "敦促", "督促", "协调", "会同", "联合", "组织", "指导", "引导", "鼓励", "支持"];
    private static readonly string[] Manners = ["并举", "并重", "相结合", "优先", "为主", "先行", "并进"];
    private static readonly string[] Until = ["到", "至", "截至", "自"];
    private static readonly string[] TimeEnds = ["年", "年底", "年末", "前", "起", "期间", "月", "内"];
    private static readonly string[] Continuations = ["以及", "及其", "和"];
    private static readonly string[] States = ["具有", "存在", "处于", "位居", "位于", "取得"];
    private const char By = '以';
    private static readonly string[] Frames = ["在", "从", "对", "为", "于", "自", "当"];
    private static readonly string[] FrameEnds = ["中", "下", "上", "时", "后", "前", "外", "内", "里", "方面", "基础上", "过程中", "期间", "之外", "同时", "层面", "角度", "起", "来", "发展", "需求", "需要", "领域"];
    private static readonly string[] ResultEnds = ["发展", "进程", "局面", "格局", "水平", "质量", "需求", "保障", "支撑"];
    private static readonly string[] Leads = ["牵头", "负责", "牵头负责", "为主", "总牵头", "统筹", "牵头协调"];
    private const string Purpose = "为";

    private static readonly FrozenSet<string> Verbs = FrozenSet.ToFrozenSet(
    [
        "加强", "强化", "完善", "健全", "推进", "推动", "建立", "构建", "开展", "实施", "落实", "深化", "优化", "提升", "提高", "加大", "加快", "扩大", "拓展", "拓宽", "丰富", "创新", "探索", "建设", "打造", "培育", "培养", "引进",
        "引导", "支持", "鼓励", "组织", "制定", "制订", "出台", "编制", "修订", "统筹", "整合", "完成", "启动", "做好", "做强", "做优", "做大", "做深", "做实", "做细", "抓好", "抓实", "抓紧", "把好", "用好", "办好", "管好", "选好", "发挥", "争创",
        "创建", "创设", "遴选", "评选", "选拔", "举办", "参加", "参与", "配合", "会同", "联合", "协调", "调整", "改善", "改进", "改革", "改造", "解决", "消除", "降低", "减少", "增加", "增设", "增大", "增强", "新增", "新建", "新开", "改扩", "新改", "新创", "扩建", "扩展", "配齐",
        "配备", "配置", "配足", "保障", "保证", "确保", "规范", "严格", "严查", "严禁", "查处", "监督", "督促", "敦促", "指导", "服务", "给予", "设立", "成立", "组建", "搭建", "畅通", "打通", "打破", "推广", "宣传", "总结", "开发", "引入", "吸引",
        "留住", "激发", "促进", "实现", "形成", "满足", "树立", "压实", "明确", "细化", "分解", "建成", "开设", "开齐", "设置", "延伸", "延长", "覆盖", "普及", "营造", "弘扬", "传承", "关注", "关心", "关爱", "尊重", "维护", "防范", "化解",
        "杜绝", "避免", "坚持", "巩固", "继续", "盘活", "挖掘", "推介", "推选", "推送", "融入", "纳入", "列入", "筹建", "筹措", "安排", "投入", "拨付", "补助", "资助", "奖励", "表彰", "考核", "评估", "评价", "监测", "检查", "督导", "督查",
        "追踪", "跟踪", "反馈", "公开", "公示", "共享", "共建", "联动", "对接", "衔接", "贯通", "融合", "转变", "转型", "升级", "更新", "改建", "修缮", "维修", "清理", "整治", "整改", "治理", "取缔", "补齐", "补足", "补建", "缩小",
        "控制", "稳定", "均衡", "理顺", "厘清", "贯彻", "学习", "践行", "集聚", "汇聚", "凝聚", "建好", "讲好", "擦亮", "动员", "召开", "依循", "借助", "助推", "助力", "壮大", "选定", "申报", "组队", "备战", "承办", "制作", "编写", "收集",
        "梳理", "排查", "摸清", "摸排", "核查", "核定", "核实", "审核", "审批", "复核", "验收", "移交", "划转", "归还", "腾退", "回收", "返还", "清退", "兑现", "足额", "单列", "预留", "预算", "提供", "供给", "输送", "派遣", "选派", "交流", "轮岗",
        "聘请", "聘用", "聘任", "招聘", "招录", "招收", "吸纳", "接收", "安置", "帮扶", "帮助", "扶持", "倾斜", "辐射", "带动", "引领", "示范", "激励", "约束", "问责", "追究", "通报", "约谈", "督办", "催办", "限期", "立即", "尽早", "动态",
        "合理", "实行", "推行", "试行", "施行", "执行", "履行", "承担", "担负", "负责", "牵头", "统一", "集中", "保持", "保留", "守住", "筑牢", "夯实", "织密", "扎紧", "狠抓", "紧抓", "抢抓", "突出", "注重", "重视", "着眼", "深挖", "改变", "克服",
        "破解", "突破", "攻克", "缓解", "缓和", "减轻", "减负", "压减", "压缩", "精简", "简化", "清除", "扭转", "纠正", "禁止", "防止", "预防", "应对", "适应", "匹配", "对标", "看齐", "参照", "借鉴", "引用", "运用", "应用", "使用", "采取", "采用",
        "选择", "确定", "确立", "建档", "登记", "备案", "统计", "分析", "研究", "研制", "研判", "研讨", "论证", "谋划", "规划", "布局", "设计", "设定", "部署", "改版", "重塑", "再造", "赋能", "激活", "点燃", "唤醒", "增进", "加深", "深入", "扩容",
        "扩充", "充实", "补充", "配套", "添置", "购置", "采购", "租赁", "开放", "开通", "开办", "开辟", "开拓", "开工", "竣工", "交付", "投用", "启用", "停用", "撤并", "合并", "拆除", "迁建", "重建", "翻建", "加固", "提质", "增效", "扩优", "创优",
        "持续", "逐步", "全面", "大力", "积极", "深度", "树牢", "立足", "用足", "高起", "坚守", "坚定", "抓牢", "抓细", "走好", "打好", "打赢", "发布", "发放", "印发", "下发", "发展", "举行", "召集", "邀请", "走访", "调研", "听取", "征求", "吸收",
        "参考", "对照", "落地", "落细", "见效", "供应", "储备", "引育", "培训", "轮训", "研修", "进修", "提拔", "任用", "配强", "配优", "调配", "调剂", "调动", "发动", "号召", "倡导", "提倡", "推崇", "尝试", "试点", "先行", "创造", "营建", "构筑",
        "保护", "爱护", "呵护", "守护", "护航", "保育", "养成", "塑造", "陶冶", "熏陶", "教育", "教学", "启发", "启蒙", "启迪", "强健", "锻炼", "增添", "盘点", "清查", "依托", "利用", "聚力", "合力", "优先", "重点", "适时", "定期", "适当", "严肃", "依法",
    ]);

    /// <summary>Problems named one by one: 校舍不足、设备陈旧、编制紧缺等问题.</summary>
    private static readonly string[] Shortfalls =
    [
        "不够", "不足", "不充分", "过低", "过高", "过大", "过小", "过多", "过少", "偏低", "偏高", "偏少", "偏小", "偏弱", "偏大", "滞后", "紧张", "短缺", "紧缺", "不高", "不强", "薄弱", "缺失", "缺乏", "缺少", "不到位", "不完善", "不健全", "不均",
        "不均衡", "不平衡", "困难", "较低", "较少", "较弱", "不优", "不合理", "不规范", "不畅", "陈旧", "老化", "突出", "流失", "单一", "不匹配", "不相适应", "不适应", "脱节", "缺口",
    ];
    private static readonly string[] Solves = ["解决", "破解", "消除", "克服", "改变", "缓解", "纠正"];

    public static int LeadIn(ReadOnlySpan<char> clause) => Longest(clause, LeadIns);
    /// <summary>由区政府牵头 standing alone names who leads; the clause after it names who takes part.</summary>
    public static bool IsLead(ReadOnlySpan<char> rest)
    {
        foreach (var word in Leads)
            if (rest.SequenceEqual(word)) return true;
        return false;
    }

    public static int Modal(ReadOnlySpan<char> clause) => Longest(clause, Modals);
    /// <summary>Grounds, means, times and occasions: they belong to the clause that follows.</summary>
    public static bool IsPrefix(ReadOnlySpan<char> clause)
    {
        if (IsTime(clause) || EndsWith(clause, Manners)) return true;
        if (clause[0] == By) return clause.Contains(Purpose, StringComparison.Ordinal);
        if (Longest(clause, Prefixes) == 0 && Longest(clause, Frames) > 0) return EndsWith(clause, FrameEnds);
        clause = AfterAdverbs(clause);
        if (Longest(clause, Uses) > 0 && clause.EndsWith(Advantage, StringComparison.Ordinal)) return true;
        return Longest(clause, Prefixes) > 0 || Longest(clause, Urges) > 0 && BodyLexicon.EndsAsBody(clause);
    }

    /// <summary>到2025年, 2025年底前.</summary>
    private static bool IsTime(ReadOnlySpan<char> clause) =>
        clause.Length <= 12 && (char.IsDigit(clause[0]) || clause.Length > 2 && Longest(clause, Until) > 0) && EndsWith(clause, TimeEnds);

    /// <summary>尽快统筹协调, 持续跟踪督促: two verbs without an object set the tone of what follows.</summary>
    public static bool IsBare(ReadOnlySpan<char> clause)
    {
        clause = AfterAdverbs(clause);
        var verbs = Verbs.GetAlternateLookup<ReadOnlySpan<char>>();
        return clause.Length == 4 && verbs.Contains(clause[..2]) && verbs.Contains(clause[2..]);
    }

    public static bool GoesOn(ReadOnlySpan<char> clause) => Longest(clause, Continuations) > 0;

    public static bool IsPurpose(ReadOnlySpan<char> clause) => clause.StartsWith(Purpose, StringComparison.Ordinal);
    public static bool IsConsequence(ReadOnlySpan<char> clause) =>
        Longest(clause, Consequences) > 0 && (!clause.StartsWith(Consequences[^1], StringComparison.Ordinal) || EndsWith(clause, ResultEnds[..3]));
    public static bool IsBasis(ReadOnlySpan<char> clause) => Longest(clause, Bases) > 0 && EndsWith(clause, BasisEnds);
    public static bool Solve(ReadOnlySpan<char> clause) => Longest(AfterAdverbs(clause), Solves) > 0;

    public static bool HasShortfall(ReadOnlySpan<char> item, bool atEnd)
    {
        foreach (var word in Shortfalls)
            if (atEnd ? item.EndsWith(word, StringComparison.Ordinal) : item.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    public static bool IsResult(ReadOnlySpan<char> clause)
    {
        clause = AfterAdverbs(clause);
        return Longest(clause, Results) > 0 || IsConsequence(clause);
    }

    /// <summary>Begins, after adverbs, with a verb of doing, or with 给、将、把、对 before its object.</summary>
    public static bool IsAction(ReadOnlySpan<char> clause)
    {
        var plain = AfterAdverbs(clause);
        if (plain.Length < 2) return false;
        return plain[0] is '给' or '将' or '把' or '向' or '让' || (plain[0] == By || Longest(plain, Frames) > 0) && !IsPurpose(plain) && Longest(plain, Prefixes) == 0 && !HasState(plain) || Verbs.GetAlternateLookup<ReadOnlySpan<char>>().Contains(plain[..2]);
    }

    private static ReadOnlySpan<char> AfterAdverbs(ReadOnlySpan<char> clause)
    {
        for (var length = Longest(clause, Adverbs); length > 0 && length + 2 <= clause.Length; length = Longest(clause, Adverbs))
            clause = clause[length] == NumberingLexicon.Enumerate ? clause[(length + 1)..] : clause[length..];
        return clause;
    }

    private static bool HasState(ReadOnlySpan<char> clause)
    {
        foreach (var state in States)
            if (clause.Contains(state, StringComparison.Ordinal)) return true;
        return false;
    }

    private static int Longest(ReadOnlySpan<char> clause, string[] words)
    {
        var length = 0;
        foreach (var word in words)
            if (word.Length > length && clause.StartsWith(word, StringComparison.Ordinal)) length = word.Length;
        return length;
    }

    private static bool EndsWith(ReadOnlySpan<char> clause, string[] words)
    {
        foreach (var word in words)
            if (clause.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
