using Junheng.Supervision.Intake;

namespace Junheng.Tests.Supervision.Intake;

public sealed class OneTimeCodesTests
{
    private readonly Publication publication = SampleCampaign.New();

    [Fact]
    public void A_code_is_known_by_its_hash_however_it_is_typed()
    {
        var (code, hash) = OneTimeCodes.New(publication);
        var known = BitConverter.ToUInt128(hash);
        Assert.Matches("^[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$", code);
        Assert.Equal(known, OneTimeCodes.Read(code, publication));
        Assert.Equal(known, OneTimeCodes.Read($" {code.ToLowerInvariant().Replace('-', ' ')} ", publication));
        Assert.Equal(known, OneTimeCodes.Read(string.Concat(code.Select(c => (char)(c + 0xFEE0))), publication));
        Assert.NotEqual(known, OneTimeCodes.Read(code, SampleCampaign.New()));
    }

    [Fact]
    public void A_wrong_letter_and_two_exchanged_letters_are_always_found()
    {
        for (var round = 0; round < 20; round++)
        {
            var code = OneTimeCodes.New(publication).Code.Replace("-", "");
            for (var at = 0; at < code.Length; at++)
            {
                foreach (var other in "23456789ABCDEFGHJKMNPQRSTUVWXYZ")
                    if (other != code[at]) Assert.Null(OneTimeCodes.Read($"{code[..at]}{other}{code[(at + 1)..]}", publication));
                if (at > 0 && code[at] != code[at - 1])
                    Assert.Null(OneTimeCodes.Read($"{code[..(at - 1)]}{code[at]}{code[at - 1]}{code[(at + 1)..]}", publication));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("ABCDE-FGHJ")]
    [InlineData("ABCDE-FGHJKM")]
    [InlineData("ABCDE-FGHI0")]
    [InlineData("验证码")]
    public void What_is_no_code_is_refused(string typed) => Assert.Null(OneTimeCodes.Read(typed, publication));
}
