using Junheng.Core.Quantities;
using Junheng.Core.Reading;
using Junheng.Core.Reading.Claims;

namespace Junheng.Tests.Core.Reading.Claims;

/// <summary>Claims in one short line: value[~max][unit] bound? @period, in text order, so that a test reads like a table.</summary>
internal static class ClaimCases
{
    public static string Line(string text) => string.Join(" ", ClaimScanner.Scan(text).Select(Short));

    public static string Periods(string text) => string.Join(" ", ClaimScanner.Scan(text).Select(c => c.Period ?? "-"));

    public static Claim Single(string text) => Assert.Single(ClaimScanner.Scan(text));

    private static string Short(Claim c) =>
        Sign(c.Bound) + c.Value.ToString("0.####") + (c.ValueMax is { } max ? "~" + max.ToString("0.####") : "") + c.Unit;

    private static string Sign(Bound bound) => bound switch
    {
        Bound.Ge => "≥",
        Bound.Gt => ">",
        Bound.Le => "≤",
        Bound.Lt => "<",
        Bound.Approx => "≈",
        _ => "",
    };

    /// <summary>An invented report that uses most forms.</summary>
    public static string SampleText() =>
        "云浦区教育发展情况报告\n一、教育投入\n2019至2021年教育投入分别为20.15亿元、21.40亿元、23.02亿元，增幅分别为5.3%、6.2%、7.6%。其中小学生均支出分别为2.1万元、2.2万元、2.4万元。"
        + "截至2021年末，共有教学点120个，其中双证齐全90个，占比75%。近三年，约3万人次参加培训，满意度98%以上。\n二、下一步打算\n到2025年，普惠率不低于85%，新建1-2所高中，三年内培养50名名师，班额不超过45人。"
        + "落实“两个只增不减”，推进1+X证书试点，位列全市第三，取得2金、3银。按1:0.5配套，五成以上学校达标，每月一次教研。\n";
}
