namespace Junheng.Tests.Core.Reading.Claims;

public sealed class ClaimScannerTests
{
    [Theory]
    [InlineData("全区共有学校一百六十七所，教职工三千二百余人。", "167所 >3200人")]
    [InlineData("普惠率达到百分之九十五，八成以上学校设有心理室。", "95% ≥80%")]
    [InlineData("增幅分别为11.86 %、9,95% 、7.03%。", "11.86% 9.95% 7.03%")]
    [InlineData("新建1-2所初中，培育5—8个项目，每学期开展2至3次教研。", "1~2所 5~8个 2~3次")]
    [InlineData("生师比为16.8∶1，按1:0.5配套。", "16.8 0.5")]
    [InlineData("服务１２，３４５人次，投入３．５万元。", "12345人次 3.5万元")]
    [InlineData("占比不低于85%，班额不超过45人，不足20人的班级约30个。", "≥85% ≤45人 <20人 ≈30个")]
    [InlineData("比上年提高3.2个百分点。", "3.2百分点")]
    [InlineData("小学、初中分别达到2100和2300元。", "2100元 2300元")]
    [InlineData("位列全国第八、上海市第一，是全市唯一一所。", "8名次 1名次 1所")]
    [InlineData("教研组每月一次集体备课，每学期召开两次家长会。", "1次 2次")]
    [InlineData("取得2金、6银、13铜的好成绩。", "2枚 6枚 13枚")]
    [InlineData("建成万兆核心的教育专网。", "10Gbps")]
    public void Figures_are_read_with_their_unit_and_bound(string text, string expected) => Assert.Equal(expected, ClaimCases.Line(text));

    [Theory]
    [InlineData("落实“两个只增不减”和“五项标准”，推进“四个德育”。")]
    [InlineData("实施1+X证书试点，开展“3+4”贯通培养，对接G60科创走廊。")]
    [InlineData("拨打12345热线，部署IPv6网络，建设5G专网。")]
    [InlineData("依据沪教委督〔2016〕32 号文件第三十二条。")]
    [InlineData("第二轮课改、首批试点、第47届世界技能大赛、第44、45、46届选拔赛。")]
    [InlineData("落实“十四五”规划和三年行动计划，推进一体化建设和三全育人。")]
    [InlineData("2023年3月15日，三林镇、五角场街道、六安市参加了会议。")]
    [InlineData("一、总体要求\n（一）指导思想\n1．坚持立德树人\n（2）坚持改革")]
    [InlineData("区、镇两级政府，市、区、校三级网络，五级师资培训体系。")]
    [InlineData("推行一校一品、六阶四梯、一事一议，成就一支队伍。")]
    [InlineData("“每百名学生拥有骨干教师数”有待提高，让每一位学生受益。")]
    [InlineData("建设15分钟社区生活圈，实行五年一贯制培养。")]
    [InlineData("按“04标准”配置，启动强校工程2.0版。")]
    public void Numbers_that_name_things_are_no_claims(string text) => Assert.Equal("", ClaimCases.Line(text));

    [Theory]
    [InlineData("2018至2020年投入分别为33.30亿元、39.70亿元、41.71亿元，增幅分别为29.74%、19.22%、5.07%。", "2018 2019 2020 2018 2019 2020")]
    [InlineData("截至2020年末，共有教学点193个。", "@2020-12-31")]
    [InlineData("“十三五”期间，总投资6397万元。", "2016/2020")]
    [InlineData("到2025年，覆盖率达到95%以上，三年内培养50名名师。", "by:2025 within:3y")]
    [InlineData("2015年起每年安排1000万元。", "2015/")]
    [InlineData("于2021年3月23日至 25日组织督导，历时3天。", "2021-03-23/2021-03-25")]
    [InlineData("2018-2020年，共资助60190人次，资助金额5667.28万元。", "2018/2020 2018/2020")]
    public void A_claim_takes_the_period_said_beside_it(string text, string expected) => Assert.Equal(expected, ClaimCases.Periods(text));
}
