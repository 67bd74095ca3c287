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
    [InlineData("建成万兆核心的教育专网，千兆到桌面。", "10Gbps 1Gbps")]
    [InlineData("教育财政拨款分别为28.6、31.2和33.9亿元。", "28.6亿元 31.2亿元 33.9亿元")]
    [InlineData("城镇人口占五成三，农村学校仅占1/5，三分之二达标。", "53% 0.2 0.6667")]
    [InlineData("校际差异系数小学为0.386、初中为0.342，均小于规定的0.5和0.45。", "0.386 0.342 0.5 0.45")]
    [InlineData("为40万教师、学生、家长用户服务，入住人口已过6万。", "40万人 >6万人")]
    [InlineData("区域共享二十多万册的平台、以十万计的题库、数千条的资源，年接待师生超万人。", ">20万册 ≈10万 ≈1000条 >1万人")]
    [InlineData("小学、初中班额分别控制在45人、50人以内，面积分别不小于96平方米、90平方米。", "≤45人 ≤50人 ≥96平方米 ≥90平方米")]
    [InlineData("“百团大战”（一百多个社团），打造“百名名师”“千门名课”。", ">100个 100名 1000门")]
    [InlineData("突出一条主线：高质量发展；确保每校至少一名心理教师。", "1条 ≥1名")]
    [InlineData("领航、骨干、储备三类人才，区域、学区、学校相衔接的三级家长学校。", "3类 3级")]
    [InlineData("连续四轮实施行动计划，已有两期93名学员结业，先后参加了三届大赛。", "4轮 2期 93名 3届")]
    [InlineData("上百名家长、近百所学校，增长率为-2.3%，翻了一番。", "≥100名 ≈100所 -2.3% 1番")]
    [InlineData("经过两年试点，请于收到后30个工作日内报送，3年内全面完成。", "2年 ≤30工作日 ≤3年")]
    [InlineData("取得全市前三名，每3年轮训一次，每周开设2节体育课。", "≤3名次 1次 2节")]
    [InlineData("差异系数小学控制在0.50以下、初中控制在0.45以下，系数为0.56，高于0.50的标准。", "≤0.5 ≤0.45 0.56 >0.5")]
    [InlineData("一次收费不超过3个月或60课时。", "≤3个月 ≤60课时")]
    [InlineData("三年内招聘音乐、体育、美术教师不少于60名。", "≥60名")]
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
    [InlineData("党的二十大和十九届五中全会，“三个代表”重要思想，四个意识、两个维护。")]
    [InlineData("新出台的方案（以下简称“职教20条”），根据职教20条要求开展调研。")]
    [InlineData("三位一体，四级六列，千家万户，三支一扶，三门县，三门峡市。")]
    [InlineData("打好“党的建设、队伍建设”四大攻坚战，实施“百名优秀青年人才培养工程”。")]
    [InlineData("电话021-55667788，上午8:30-16:30，6月1日至10日报名，地址3号楼2层205室。")]
    [InlineData("学前三年、九年义务教育、一年级、初三年级、20世纪80年代、近年来。")]
    [InlineData("获综合一等奖、二等奖，4A级景区，3D打印，PISA2018测试。")]
    [InlineData("创建一批特色学校：有特色、有品牌。建好一个资源库，一定程度上缓解矛盾。")]
    [InlineData("对照千人指标配置学位，提高万人拥有量。")]
    [InlineData("落实五项管理、八项规定，坚持五个一，二级幼儿园，二期工程。")]
    public void Numbers_that_name_things_are_no_claims(string text) => Assert.Equal("", ClaimCases.Line(text));

    [Theory]
    [InlineData("2018至2020年投入分别为33.30亿元、39.70亿元、41.71亿元，增幅分别为29.74%、19.22%、5.07%。", "2018 2019 2020 2018 2019 2020")]
    [InlineData("截至2020年末，共有教学点193个。", "@2020-12-31")]
    [InlineData("“十三五”期间，总投资6397万元。", "2016/2020")]
    [InlineData("到2025年，覆盖率达到95%以上，三年内培养50名名师。", "by:2025 within:3y")]
    [InlineData("2015年起每年安排1000万元。", "2015/")]
    [InlineData("于2021年3月23日至 25日组织督导，历时3天。", "2021-03-23/2021-03-25")]
    [InlineData("2018-2020年，共资助60190人次，资助金额5667.28万元。", "2018/2020 2018/2020")]
    [InlineData("2017年教育支出占14.82%，较2015年提高了1.35个百分点。", "2017 2017")]
    [InlineData("一年内解决3所，其余5所在两年内办结。", "within:1y within:2y -")]
    [InlineData("各街镇按15%的比例配置托额,3年内全面完成。", "within:3y -")]
    [InlineData("三年行动计划（2018-2020），现有基地19个。", "-")]
    [InlineData("始建于1956年，占地50亩。", "-")]
    [InlineData("从2016年覆盖2个年级到2020年的8个年级。", "2016 2020")]
    [InlineData("2022年教育支出31.5亿元，义务教育占比由2020年的50.1%提高至52.4%。教师5000人。", "2022 2020 2022 2022")]
    [InlineData("优良率从2020年的50.1%提高到52.4%。", "2020 -")]
    [InlineData("2020-2022年投入3亿元，三年净增学校27所。", "2020/2022 2020/2022")]
    [InlineData("2022年制定办法。\n开展企业实践，五年累计不少于6个月，推荐教师30名。", "- - -")]
    [InlineData("到“十四五”末，新增学位1200个。截至“十三五”末，共有学校62所。", "by:2025 @2020-12-31")]
    [InlineData("2021-2023年，教育支出从12.4亿元增长到15.0亿元，年均增长10%。", "2021 2023 2021/2023")]
    [InlineData("2021-2023年，学位由1200个增加至3600个，又从90个班扩到120个班。", "2021 2023 2021/2023 2021/2023")]
    [InlineData("于2022年5月10日至12日开展督导，座谈80人次，对150所学校进行普查，对家长2万余人开展了网上问卷调查。", "2022-05-10/2022-05-12 2022 2022")]
    public void A_claim_takes_the_period_said_beside_it(string text, string expected) => Assert.Equal(expected, ClaimCases.Periods(text));

    [Fact]
    public void An_earlier_sentence_dates_the_next_one_as_inferred_until_a_heading()
    {
        var claims = Junheng.Core.Reading.Claims.ClaimScanner.Scan("到2025年，打造1000节课程。建设150个学习点。\n2.完善体系。培养100名教师。");
        Assert.Equal(["by:2025", "by:2025", null], claims.Select(c => c.Period));
        Assert.Equal([false, true, false], claims.Select(c => c.PeriodInferred));
    }

    [Fact]
    public void Answers_to_a_questionnaire_are_of_the_year_of_the_visit()
    {
        var claims = Junheng.Core.Reading.Claims.ClaimScanner.Scan("于2022年5月10日至12日开展督导。\n一、问题\n（一）师资不足\n教师问卷结果反映，23.5%的教师认为负担较重。缺编40人。");
        Assert.Equal(["2022", null], claims.Select(c => c.Period));
        Assert.True(claims[0].PeriodInferred);
    }

    [Fact]
    public void Recent_years_are_those_the_document_reports_on()
    {
        var claims = Junheng.Core.Reading.Claims.ClaimScanner.Scan("2018-2020年，共资助100人次。\n近三年，培训200人次。");
        Assert.Equal(["2018/2020", "2018/2020"], claims.Select(c => c.Period));
        Assert.True(claims[1].PeriodInferred);
    }
}
