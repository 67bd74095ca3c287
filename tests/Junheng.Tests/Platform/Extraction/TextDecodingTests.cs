using System.Text;
using Junheng.Platform.Extraction;

namespace Junheng.Tests.Platform.Extraction;

public sealed class TextDecodingTests
{
    private const string Sentence = "全区生均经费由2.1万元增至2.5万元，增长19.05%。\r\n𠀀𫝆字";

    public static TheoryData<string> ShortTexts =>
        ["联通", "一", "二、", "区教育局", "小学", "姓名", "都", "汉字", "增长8.5%", "责任单位：区财政局", "（一）", "镕", "𠮷", "“双减”", "松江", "ABC 2023", "①②③"];

    [Theory]
    [MemberData(nameof(ShortTexts))]
    public async Task A_short_UTF8_text_is_read_as_written(string text) => Assert.Equal(text, (await Read(Encoding.UTF8.GetBytes(text))).Text);

    [Theory]
    [InlineData("联通")]
    [InlineData("区教育局")]
    [InlineData("增长8.5%")]
    [InlineData("二、")]
    [InlineData("“双减”")]
    [InlineData("责任单位：区财政局")]
    [InlineData("一")]
    public async Task A_short_GB18030_text_is_read_as_written(string text) =>
        Assert.Equal(text, (await Read(TextDecoding.Gb18030.GetBytes(text))).Text);

    [Fact]
    public async Task Every_encoding_gives_the_same_text_without_its_byte_order_mark()
    {
        Encoding[] encodings = [new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, TextDecoding.Gb18030];
        foreach (var encoding in encodings)
            Assert.Equal(Sentence, (await Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Sentence)])).Text);
    }

    [Fact]
    public async Task Zero_bytes_are_no_text() => Assert.Equal(Refusal.Binary, (await Refused([65, 0, 66, 0, 200])).Refusal);

    [Fact]
    public async Task Bytes_of_no_known_encoding_are_refused() =>
        Assert.Equal(Refusal.Encoding, (await Refused([.. "区教育局"u8, 0xFF, 0xFF, .. "区财政局"u8])).Refusal);

    [Fact]
    public async Task Blank_files_are_empty()
    {
        Assert.Equal(Refusal.Empty, (await Refused([])).Refusal);
        Assert.Equal(Refusal.Empty, (await Refused(" \r\n\u3000"u8.ToArray())).Refusal);
    }

    private static Task<ExtractedText> Read(byte[] bytes) => new Extractor().Extract(bytes, "a.txt");
    private static Task<ExtractionException> Refused(byte[] bytes) => Assert.ThrowsAsync<ExtractionException>(() => Read(bytes));
}
