using FsCheck;
using FsCheck.Fluent;
using Junheng.Supervision.Collections.Form;

namespace Junheng.Tests.Supervision.Collections.Form;

public sealed class ContentCodeTests
{
    private static readonly ReplyValue[] Values = [new("students", 613m), new("area", 4512.5m, Reason: "新建教学楼"), new("q1", Word: "是")];

    [Fact]
    public void Equal_values_give_the_same_code_in_any_order_and_writing()
    {
        var code = ContentCode.Of("a", Values);
        Assert.Equal(code, ContentCode.Of("a", Values.Reverse()));
        Assert.Equal(code, ContentCode.Of("a", [new("students", 613.00m), Values[1], Values[2], new("empty")]));
        Assert.Matches("^[2-9A-HJ-NP-RTV-Y]{5}-[2-9A-HJ-NP-RTV-Y]{5}$", code);
    }

    [Fact]
    public void Any_other_value_reason_or_school_gives_another_code()
    {
        var codes = new[]
        {
            ContentCode.Of("a", Values), ContentCode.Of("b", Values), ContentCode.Of("a", [new("students", 614m), Values[1], Values[2]]),
            ContentCode.Of("a", [Values[0], new("area", 4512.5m, Reason: "另"), Values[2]]), ContentCode.Of("a", [Values[0], Values[1], new("q1", Word: "否")]), ContentCode.Of("a", Values.Take(2)),
        };
        Assert.Equal(codes.Length, codes.Distinct().Count());
    }

    [Theory]
    [InlineData("7kq2m px94t", "7KQ2M-PX94T")]
    [InlineData("７KQ2M－PX94T", "7KQ2M-PX94T")]
    [InlineData("7KQ2M-PX94", null)]
    [InlineData("0KQ2M-PX94T", null)]
    public void A_code_is_read_as_people_copy_it(string typed, string? code) => Assert.Equal(code, ContentCode.Read(typed));

    [Fact]
    public void Codes_of_different_values_differ() => Prop.ForAll(ArbMap.Default.ArbFor<NonNegativeInt>(), number =>
    {
        var code = ContentCode.Of("a", [new("x", number.Get)]);
        return code != ContentCode.Of("a", [new("x", number.Get + 1)]) && ContentCode.Read(code) == code;
    }).QuickCheckThrowOnFailure();
}
