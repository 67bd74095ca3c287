using Junheng.Platform.Search;

namespace Junheng.Tests.Platform.Search;

public sealed class TokensTests
{
    [Theory]
    [InlineData("教育局", "教育 育局 局")]
    [InlineData("局", "局")]
    [InlineData("2023年秋", "2023 年秋 秋")]
    [InlineData("ＡＢ１２c", "ab12c")]
    [InlineData("教育，经费。", "教育 育 经费 费")]
    [InlineData("𠮷𠮷田", "𠮷𠮷 𠮷田 田")]
    [InlineData("33.30亿元", "33 30 亿元 元")]
    [InlineData("  — ★ ", "")]
    public void Text_becomes_pairs_and_words(string text, string tokens) =>
        Assert.Equal(tokens, string.Join(' ', Tokens.Of(text).Select(t => t.Text)));

    [Fact]
    public void Every_token_stands_where_it_says()
    {
        const string text = "全区𠮷村小学ＡＢ班 2023";
        Assert.All(Tokens.Of(text), t => Assert.Equal(t.Text.Length, t.Length));
        Assert.Equal("ＡＢ", text.Substring(Tokens.Of(text).Single(t => t.Text == "ab").Start, 2));
    }

    [Theory]
    [InlineData("教育局", "\"教育 育局\"")]
    [InlineData("局", "\"局\" *")]
    [InlineData("2023年", "\"2023 年\" *")]
    [InlineData("教育2023", "\"教育 育 2023\"")]
    public void A_term_becomes_a_phrase(string term, string phrase) => Assert.Equal(phrase, Assert.Single(Phrase.Parse(term)).ForSqlite);

    [Fact]
    public void Terms_are_separated_by_white_space_of_any_width() => Assert.Equal(2, Phrase.Parse("教育　经费").Count);

    [Fact]
    public void A_phrase_is_found_where_it_stands()
    {
        const string text = "市教育局与区教育局";
        var phrase = Assert.Single(Phrase.Parse("教育局"));
        Assert.Equal([(1, 3), (6, 3)], phrase.FindIn(Tokens.Of(text)));
        Assert.Equal([(3, 1), (8, 1)], Assert.Single(Phrase.Parse("局")).FindIn(Tokens.Of(text)));
    }
}
