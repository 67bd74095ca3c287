using FsCheck;
using FsCheck.Fluent;
using Junheng.Core.Codes;
using Junheng.Core.Schooling;

namespace Junheng.Tests.Core.Codes;

public sealed class CodesTests
{
    [Theory]
    [InlineData("91350100M000100Y43", CodeProblem.None)]
    [InlineData("11320000MB151840XJ", CodeProblem.None)]
    [InlineData("91350100M000100Y4Z", CodeProblem.WrongCharacter)]
    [InlineData("91350100M000100Y44", CodeProblem.WrongCheckCharacter)]
    [InlineData("91310115MA1H8R7C6D", CodeProblem.WrongCheckCharacter)]
    [InlineData("91990115MA1H8R7C67", CodeProblem.UnknownProvince)]
    [InlineData("91350100M000100Y4", CodeProblem.WrongLength)]
    public void Credit_codes_are_checked_by_alphabet_division_and_check_character(string code, CodeProblem problem) => Assert.Equal(problem, CreditCode.Check(code));

    [Fact]
    public void The_check_character_of_a_made_up_sample_is_the_one_the_rule_gives()
    {
        Assert.Equal('7', CreditCode.CheckCharacter("91310115MA1H8R7C6"));
        Assert.Equal('3', CreditCode.CheckCharacter("91350100M000100Y4"));
    }

    [Theory]
    [InlineData("11010519491231002X", CodeProblem.None)]
    [InlineData("440524188001010014", CodeProblem.None)]
    [InlineData("34052419800101001X", CodeProblem.None)]
    [InlineData("370101190102039973", CodeProblem.None)]
    [InlineData("110105194912310021", CodeProblem.WrongCheckCharacter)]
    [InlineData("11010519490231002X", CodeProblem.ImpossibleDate)]
    [InlineData("11010519491231002x", CodeProblem.WrongCharacter)]
    [InlineData("99010519491231002X", CodeProblem.UnknownProvince)]
    [InlineData("110105491231002", CodeProblem.WrongLength)]
    public void Identity_numbers_are_checked_by_division_date_and_check_character(string number, CodeProblem problem) => Assert.Equal(problem, IdentityNumber.Check(number));

    [Fact]
    public void An_identity_number_tells_birthday_and_sex()
    {
        Assert.Equal(new DateOnly(1949, 12, 31), IdentityNumber.BirthdayOf("11010519491231002X"));
        Assert.False(IdentityNumber.IsMale("11010519491231002X"));
        Assert.True(IdentityNumber.IsMale("440524188001010014"));
    }

    [Theory]
    [InlineData("2131000001", CodeProblem.None)]
    [InlineData("1131000001", CodeProblem.None)]
    [InlineData("5131000001", CodeProblem.None)]
    [InlineData("2331000001", CodeProblem.UnknownCategory)]
    [InlineData("2199000001", CodeProblem.UnknownProvince)]
    [InlineData("213100001", CodeProblem.WrongLength)]
    [InlineData("21310000O1", CodeProblem.WrongCharacter)]
    public void School_codes_are_checked_by_category_and_province(string code, CodeProblem problem) => Assert.Equal(problem, SchoolCode.Check(code));

    [Theory]
    [InlineData("3131000001", new[] { Stage.Primary, Stage.Junior }, true)]
    [InlineData("3431000001", new[] { Stage.Junior, Stage.Senior }, true)]
    [InlineData("2131000001", new[] { Stage.Kindergarten, Stage.Primary }, true)]
    [InlineData("2131000001", new[] { Stage.Primary, Stage.Junior }, false)]
    [InlineData("5131000001", new[] { Stage.Junior }, false)]
    public void A_through_school_is_filed_under_its_highest_stage(string code, Stage[] stages, bool suits) => Assert.Equal(suits, SchoolCode.Suits(code, stages));

    [Theory]
    [InlineData("310117", CodeProblem.None)]
    [InlineData("310117104218", CodeProblem.None)]
    [InlineData("990117", CodeProblem.UnknownProvince)]
    [InlineData("3101", CodeProblem.WrongLength)]
    [InlineData("31011A", CodeProblem.WrongCharacter)]
    public void Division_codes_are_checked_by_length_and_province(string code, CodeProblem problem) => Assert.Equal(problem, DivisionCode.Check(code));

    [Fact]
    public void One_wrong_character_of_a_credit_code_is_always_found() => Prop.ForAll(Bodies(17, "0123456789ABCDEFGHJKLMNPQRTUWXY", "91310117"), Places(16), (body, place) =>
    {
        var code = body + CreditCode.CheckCharacter(body);
        Assert.Equal(CodeProblem.None, CreditCode.Check(code));
        Assert.NotEqual(CodeProblem.None, CreditCode.Check(Altered(code, place)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_wrong_digit_of_an_identity_number_is_always_found() => Prop.ForAll(Bodies(17, "0123456789", "31011719870605"), Places(16), (body, place) =>
    {
        var number = body + IdentityNumber.CheckCharacter(body);
        Assert.Equal(CodeProblem.None, IdentityNumber.Check(number));
        Assert.NotEqual(CodeProblem.None, IdentityNumber.Check(Altered(number, place)));
    }).QuickCheckThrowOnFailure();

    private static string Altered(string code, int place) =>
        string.Concat(code.AsSpan(0, place), [code[place] == '9' ? '0' : char.IsDigit(code[place]) ? (char)(code[place] + 1) : code[place] == 'A' ? 'B' : 'A'], code.AsSpan(place + 1));

    private static Arbitrary<string> Bodies(int length, string alphabet, string head) =>
        Arb.From(Gen.Elements(alphabet.ToCharArray()).ArrayOf(length - head.Length).Select(tail => head + new string(tail)));

    private static Arbitrary<int> Places(int last) => Arb.From(Gen.Choose(0, last));
}
