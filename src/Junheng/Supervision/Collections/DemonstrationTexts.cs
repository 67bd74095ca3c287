using Junheng.Supervision.Collections.Form;

namespace Junheng.Supervision.Collections;

/// <summary>Words of the invented collections.</summary>
public static class DemonstrationTexts
{
    public const string PlanTitle = "义务教育优质均衡发展年度监测";
    public const string PlanApproval = "云委办〔2026〕5号（虚构）";
    public const string OpenBasis = "县域义务教育优质均衡发展督导评估办法（教督〔2017〕6号）";
    public const string OpenNote = "数据以9月1日统计时点为准，与教育事业统计口径一致。";
    public const string AgainReason = "人员和设备在学期中有变动，须学校核对更新";
    public const string AgainApprover = "分管副区长陆怀瑾";
    public const string ReturnReason = "室外运动场地面积与现场丈量相差较大，请核对后重报。";
    public const string Reason = "已核对，布局调整和新增投入所致，情况属实。";
    public const string ClosedBasis = "秋季开学工作检查通知（虚构）";
    public const string ScanName = "签字盖章件（示范空白页）.pdf";
    /// <summary>The smallest blank page.</summary>
    public const string BlankSheet = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    public static readonly string[] Asked = ["students", "classes", "staff", "teachers", "teachers_above_required", "teachers_backbone", "teachers_pe_arts",
        "area_teaching", "area_indoor_sports", "area_outdoor_sports", "equipment_value", "rooms_networked"];

    public static readonly IReadOnlyList<Question> ClosedQuestions =
    [
        new() { Key = "q1", Name = "排查发现的安全隐患", Unit = "处", Minutes = 10 },
        new() { Key = "q2", Name = "食堂是否取得食品经营许可", Options = ["是", "否"], Minutes = 2 },
        new() { Key = "q3", Name = "本学期新聘保育员", Unit = "人", Minutes = 3 },
    ];

    public static string OpenTitle(string period) => $"{period}义务教育优质均衡基本数据";
    public static string ClosedTitle(int year) => $"{year}年秋季开学条件核查（幼儿园）";

    /// <summary>What a middling school has, where the ledger knows nothing.</summary>
    public static decimal Usual(string element) => element switch
    {
        "students" => 620,
        "classes" => 18,
        "staff" => 62,
        "teachers" => 52,
        "teachers_above_required" => 45,
        "teachers_backbone" => 8,
        "teachers_pe_arts" => 7,
        "area_teaching" => 3600,
        "area_indoor_sports" => 420,
        "area_outdoor_sports" => 5200,
        "equipment_value" => 1_650_000,
        "rooms_networked" => 20,
        _ => 10,
    };
}
