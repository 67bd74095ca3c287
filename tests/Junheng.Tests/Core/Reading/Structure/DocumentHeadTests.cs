using Junheng.Core.Reading;

namespace Junheng.Tests.Core.Reading.Structure;

public class DocumentHeadTests
{
    private const string WorkPoints = "云教办〔2024〕7号\n2024年2月20日\n附件\n2024年云浦区基础教育\n工作要点\n2024年全区教育工作的总体要求如下。\n一、扩大资源\n1.新建学校。云浦区新建学校3所。";

    [Fact]
    public void Number_date_and_a_title_over_two_lines_are_read_from_the_head()
    {
        var reading = Reader.Read(WorkPoints);
        Assert.Equal("2024年云浦区基础教育工作要点", reading.Title);
        Assert.Equal("云教办〔2024〕7号", reading.Number);
        Assert.Equal(new DateOnly(2024, 2, 20), reading.Date);
        Assert.Equal(DocumentKind.WorkPoints, reading.Kind);
        Assert.Equal("云浦区", reading.Region);
    }

    [Fact]
    public void Issuer_and_date_are_read_from_the_closing_lines()
    {
        var reading = Reader.Read("关于开展秋季开学检查的通知\n各学校：\n现将有关事项通知如下。\n一、检查时间\n9月上旬。\n特此通知。\n云浦区教育局\n云浦区人民政府教育督导室\n二〇二四年八月二十六日");
        Assert.Equal("云浦区教育局、云浦区人民政府教育督导室", reading.Issuer);
        Assert.Equal(new DateOnly(2024, 8, 26), reading.Date);
        Assert.Equal(DocumentKind.Notice, reading.Kind);
    }

    [Fact]
    public void A_cited_number_is_not_the_documents_own()
    {
        var reading = Reader.Read("云浦区依法履行教育职责督导意见书\n根据《督导办法》（云府督〔2020〕3号），市教委、市教育督导室于2021年5月6日至8日组织督导组，对云浦区开展督导。");
        Assert.Null(reading.Number);
        Assert.Null(reading.Date);
        Assert.Equal("市教委、市教育督导室", reading.Issuer);
        Assert.Equal(DocumentKind.SupervisionLetter, reading.Kind);
        Assert.Equal("云府督〔2020〕3号", Assert.Single(reading.Citations).Number);
    }

    [Fact]
    public void The_issuer_may_stand_in_the_title() =>
        Assert.Equal("云浦区教育局", Reader.Read("云浦区教育局关于加强体育工作的实施意见\n为加强体育工作，提出以下意见。").Issuer);

    [Theory]
    [InlineData("云浦区教育优质均衡发展自评报告", DocumentKind.SelfEvaluation)]
    [InlineData("云浦区教育综合改革总结报告", DocumentKind.ReformReport)]
    [InlineData("关于推进学前教育普惠发展的实施意见", DocumentKind.ImplementationOpinion)]
    [InlineData("云浦区校园安全三年行动计划（2024-2026年）", DocumentKind.ImplementationOpinion)]
    [InlineData("2025年终身教育工作要点", DocumentKind.WorkPoints)]
    [InlineData("关于云浦区督导整改意见的反馈意见", DocumentKind.SupervisionLetter)]
    [InlineData("云浦区学生资助管理办法", DocumentKind.Other)]
    [InlineData("云浦区人民政府关于市督导意见整改情况的报告", DocumentKind.Other)]
    public void The_title_tells_the_kind(string title, DocumentKind kind) => Assert.Equal(kind, Reader.Read(title + "\n全区教育工作稳步推进。").Kind);

    [Fact]
    public void A_text_without_title_is_known_by_its_words()
    {
        var reading = Reader.Read("为推进教育高质量发展，现提出以下实施意见。 一、总体要求 (一)指导思想 坚持立德树人。");
        Assert.Null(reading.Title);
        Assert.Equal(DocumentKind.ImplementationOpinion, reading.Kind);
        Assert.Contains(reading.Notices, n => n.Kind == "title");
    }

    [Fact]
    public void City_and_district_make_the_region_and_ordinary_words_ending_alike_do_not() =>
        Assert.Equal("海州市云浦区", Reader.Read("海州市云浦区共有社区学校12所。开发区、示范区、学区同步推进。在云浦区各校区，工业区学校3所。").Region);

    [Fact]
    public void Nested_titles_are_one_citation() =>
        Assert.Equal(["关于印发《办法》的通知", "规划"], Reader.Read("按照《关于印发《办法》的通知》和《规划》执行。").Citations.Select(c => c.Title));

    [Fact]
    public void A_notice_signed_in_the_middle_carries_the_document_that_follows()
    {
        var reading = Reader.Read("云浦区人民政府办公室文件\n云府办发〔2024〕12号\n关于印发《云浦区优质均衡行动计划》的通知\n各街道办事处：\n现印发给你们。\n云浦区人民政府办公室\n2024年5月20日\n云浦区优质均衡行动计划\n一、工作目标\n到2027年全部达标。\n二、重点任务\n（一）建设学校。新建学校。\n（二）配备教师。配齐教师。");
        Assert.Equal(new DateOnly(2024, 5, 20), reading.Date);
        Assert.Equal("云浦区人民政府办公室", reading.Issuer);
        Assert.Equal("云府办发〔2024〕12号", reading.Number);
        Assert.Equal(DocumentKind.ImplementationOpinion, reading.Kind);
    }

    [Fact]
    public void A_district_named_once_in_the_title_is_the_region() => Assert.Equal("云浦区", Reader.Read("2025年云浦区学前教育工作要点\n推进普及普惠。").Region);

    [Theory]
    [InlineData("附件：\n\n2024年云浦区教育督导工作要点\n2024年工作如下。")]
    [InlineData("附件1\n2024年云浦区教育督导工作要点\n2024年工作如下。")]
    [InlineData("2024年云浦区教育督导工作要点 为做好工作，制定本要点。 一、总体要求 坚持立德树人。")]
    public void The_mark_of_an_attachment_is_no_part_of_the_title(string text) => Assert.Equal("2024年云浦区教育督导工作要点", Reader.Read(text).Title);
}
