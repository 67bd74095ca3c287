using Junheng.Tests.Support;

namespace Junheng.Tests.Architecture;

public sealed class LanguageTests
{
    private static readonly string[] HoldChinese = ["Texts.cs", "Lexicon.cs"];

    [Fact]
    public void Chinese_strings_stand_only_in_texts_and_lexicons() =>
        Rule.Holds(Checkout.Files("src", ".cs").SelectMany(file => Violations(file, Checkout.Text(file))));

    [Theory]
    [InlineData("Throw(\"没有找到\");")]
    [InlineData("var a = 'x'; // it's\nvar s = $\"第{n}行\";")]
    [InlineData("var s = @\"C:\\\" + \"\"\"\n  说明 \"quoted\"\n  \"\"\";")]
    [InlineData("var c = '\"'; var s = \"、\";")]
    [InlineData("var s = \"\\\\\"; var t = \"𠮷\";")]
    public void A_planted_Chinese_string_is_found(string source) => Assert.Single(Violations("Rectification.cs", source));

    [Theory]
    [InlineData("Rectification.cs", "// 整改销号: see the \"rules\"\nvar s = \"ok\"; /* \"不是\" */ var c = '、';")]
    [InlineData("Rectification.cs", "var url = \"a://b\"; // 说明")]
    [InlineData("RectificationTexts.cs", "var s = \"销号\";")]
    [InlineData("QuantityLexicon.cs", "var s = \"以上\";")]
    public void Comments_and_the_files_meant_for_it_may_hold_Chinese(string file, string source) => Assert.Empty(Violations(file, source));

    private static IEnumerable<string> Violations(string file, string source) =>
        HoldChinese.Any(e => file.EndsWith(e, StringComparison.Ordinal)) ? []
            : CSharpStrings.In(source).Where(s => CSharpStrings.HasChinese(s.Text)).Select(s => $"{file}:{s.Line} “{s.Text}”");
}
