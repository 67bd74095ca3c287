using Junheng.Core.Surveys.Quality;

namespace Junheng.Tests.Core.Surveys.Quality;

public sealed class SimilarTextsTests
{
    private const string Long = "学校食堂的饭菜价格偏高，希望能够公开采购渠道，并且每周公布菜单和价格，让家长放心。";

    [Fact]
    public void Copies_and_near_copies_are_found_and_others_are_not()
    {
        var texts = new SimilarTexts();
        texts.Add(Long, 1);
        texts.Add("学校食堂的饭菜价格偏高，希望能够公开采购渠道，并且每周公布菜单和价格，让我们放心！", 1);
        texts.Add(Long + " 2", 2);
        texts.Add("体育课经常被占用，操场太小，下雨天孩子只能待在教室里，建议增加室内活动场地。", 2);
        texts.Add("没有意见", 2);
        Assert.Equal((2, 2), texts.ByLabel()[1]);
        Assert.Equal((2, 1), texts.ByLabel()[2]);
    }

    [Fact]
    public void Texts_made_by_chance_are_not_alike()
    {
        var random = new Random(3);
        var texts = new SimilarTexts();
        for (var at = 0; at < 5000; at++) texts.Add(string.Concat(Enumerable.Range(0, 40).Select(_ => (char)('一' + random.Next(500)))), 0);
        Assert.Equal((5000, 0), texts.ByLabel()[0]);
    }
}
