using Junheng.Core.Surveys.OpenText;

namespace Junheng.Tests.Core.Surveys.OpenText;

public sealed class ScreeningTests
{
    [Theory]
    [InlineData("张老师上课很好", "〔姓名〕老师上课很好")]
    [InlineData("希望李明校长重视操场", "希望〔姓名〕校长重视操场")]
    [InlineData("三（2）班的王小丽同学打人", "三（2）班的〔姓名〕同学打人")]
    [InlineData("班主任陈建国很负责", "班主任〔姓名〕很负责")]
    [InlineData("校长李明建议减负", "校长〔姓名〕建议减负")]
    [InlineData("周老师和高老师", "〔姓名〕老师和〔姓名〕老师")]
    [InlineData("我是刘芳，建议增加校车", "我是〔姓名〕，建议增加校车")]
    [InlineData("欧阳娜娜老师经常拖堂", "〔姓名〕老师经常拖堂")]
    [InlineData("老王和小李都不错", "〔姓名〕和〔姓名〕都不错")]
    [InlineData("赵敏，字写得好", "〔姓名〕，字写得好")]
    [InlineData("请打13812345678联系", "请打〔号码〕联系")]
    [InlineData("电话138-1234-5678或021 5771 2345", "电话〔号码〕或〔号码〕")]
    [InlineData("１３８１２３４５６７８", "〔号码〕")]
    [InlineData("一三八一二三四五六七八", "〔号码〕")]
    [InlineData("身份证31011719800101001x。", "身份证〔号码〕。")]
    [InlineData("学籍号G310117201001010012", "学籍号〔号码〕")]
    [InlineData("加我微信：lily_2020谢谢", "加我〔账号〕谢谢")]
    [InlineData("QQ 123456 加我", "〔账号〕 加我")]
    [InlineData("vx abc12345", "〔账号〕")]
    [InlineData("写信到zhang.san@example.com吧", "写信到〔邮箱〕吧")]
    [InlineData("13812345678@163.com", "〔邮箱〕")]
    [InlineData("沪A12345天天堵校门", "〔车牌〕天天堵校门")]
    [InlineData("沪AD12345也是", "〔车牌〕也是")]
    [InlineData("我家住荣乐路12弄5号302室", "我家住荣乐路〔住址〕")]
    public void What_names_a_person_is_taken_out(string text, string expected) => Assert.Equal(expected, Screening.Mask(text));

    [Theory]
    [InlineData("对于老师的评价都很高")]
    [InlineData("语文老师和历史老师都很好，谢谢老师")]
    [InlineData("感谢老师们的辛勤付出")]
    [InlineData("学校应加强安全管理，关心学生成长")]
    [InlineData("任课老师经常换，主任老师不知道")]
    [InlineData("方便家长接送，周围交通太乱")]
    [InlineData("2023年有165名学生，占19.39%，投入120000元")]
    [InlineData("每周3节体育课，操场200米")]
    [InlineData("高年级的老师比低年级的老师多")]
    [InlineData("每周三老师开会，高三老师很累")]
    [InlineData("严格要求，温柔对待")]
    [InlineData("从小学到高中都要减负")]
    [InlineData("微信群里通知太多")]
    [InlineData("")]
    public void What_names_nobody_stays(string text) => Assert.Same(text, Screening.Mask(text));

    [Fact]
    public void Masking_again_changes_nothing()
    {
        var once = Screening.Mask("张老师电话13812345678，班主任李四", out var taken);
        Assert.Equal((3, once), (taken, Screening.Mask(once)));
    }

    [Fact]
    public void Any_text_can_be_screened()
    {
        var random = new Random(5);
        const string letters = "张王老师校长小的，。 1234567890-@.xX微信qQ沪AB班主任欧阳号弄室\uD83D\uDE00\uD800";
        for (var round = 0; round < 5000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => letters[random.Next(letters.Length)]));
            Assert.DoesNotMatch("[0-9]{7,}", Screening.Mask(text));
        }
    }
}
