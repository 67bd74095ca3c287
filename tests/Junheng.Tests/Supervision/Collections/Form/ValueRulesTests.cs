using Junheng.Core.Schooling;
using Junheng.Supervision.Collections.Form;

namespace Junheng.Tests.Supervision.Collections.Form;

public sealed class ValueRulesTests
{
    private static readonly FormRow Pupils = new(1, new Question { Key = "students", Name = "在校学生数", Unit = "人" }, Stage.Primary);
    private static readonly FormRow Area = new(2, new Question { Key = "area", Name = "面积", Unit = "㎡", Decimals = 2, Most = 100_000 }, Stage.Shared);

    [Theory]
    [InlineData("613", 613)]
    [InlineData(" 1,234 ", 1234)]
    [InlineData("６１３", 613)]
    [InlineData("613.00", 613)]
    public void A_number_may_be_typed_as_people_type_it(string typed, int number) => Assert.Equal(number, ValueRules.Parse(Pupils, typed, null).Value.Number);

    [Theory]
    [InlineData("约600")]
    [InlineData("600人")]
    [InlineData("六百")]
    [InlineData("1,23")]
    [InlineData("-5")]
    [InlineData("613.5")]
    [InlineData("99999999999999999999999999999999")]
    public void What_is_no_number_of_pupils_is_refused_with_how_to_mend_it(string typed) => Assert.NotNull(ValueRules.Parse(Pupils, typed, null).Refusal);

    [Theory]
    [InlineData("12.345")]
    [InlineData("100000.5")]
    public void Places_and_limits_are_hard(string typed) => Assert.NotNull(ValueRules.Parse(Area, typed, null).Refusal);

    [Fact]
    public void Empty_is_unanswered_and_a_reason_makes_it_explicitly_unknown()
    {
        Assert.True(ValueRules.Parse(Pupils, "  ", null).Value.IsEmpty);
        var unknown = new FilledForm([Pupils], new Dictionary<string, ReplyValue> { [Pupils.Key] = new(Pupils.Key, Reason: "当年未招生") }, new Dictionary<string, KnownRow>());
        Assert.Empty(unknown.Open());
        Assert.Single((unknown with { Values = new Dictionary<string, ReplyValue>() }).Open());
    }

    [Theory]
    [InlineData(600, 613, false)]
    [InlineData(600, 900, true)]
    [InlineData(4, 2, false)]
    [InlineData(4, 8, true)]
    [InlineData(0, 5, true)]
    [InlineData(0, 0, false)]
    [InlineData(120, 1_200_000, true)]
    [InlineData(1_200_000, 120, true)]
    public void A_jump_against_the_year_before_asks_for_a_reason(int before, int now, bool doubtful) =>
        Assert.Equal(doubtful, ValueRules.Doubt(Pupils, new(Pupils.Key, now), before) is not null);

    [Fact]
    public void A_value_outside_the_usual_range_asks_for_a_reason_without_a_year_before()
    {
        var row = Pupils with { Question = Pupils.Question with { UsuallyFrom = 20, UsuallyTo = 4000 } };
        Assert.Null(ValueRules.Doubt(row, new(row.Key, 613), null));
        Assert.NotNull(ValueRules.Doubt(row, new(row.Key, 61300), null));
    }

    [Fact]
    public void A_factor_of_ten_thousand_is_named_as_a_likely_change_of_unit() => Assert.Contains("万元", ValueRules.Doubt(Pupils, new(Pupils.Key, 120), 1_200_000));

    [Fact]
    public void A_part_is_never_more_than_its_whole()
    {
        var whole = new FormRow(1, new Question { Key = "teachers", Name = "专任教师数" }, Stage.Primary);
        var part = new FormRow(2, new Question { Key = "backbone", Name = "骨干教师数", AtMost = "teachers" }, Stage.Primary);
        var values = new Dictionary<string, ReplyValue> { [whole.Key] = new(whole.Key, 40), [part.Key] = new(part.Key, 41) };
        Assert.NotNull(ValueRules.Against(part, values[part.Key], values, [whole, part]));
        Assert.Null(ValueRules.Against(part, new(part.Key, 40), values, [whole, part]));
    }

    [Fact]
    public void A_through_school_answers_by_stage_and_once_for_what_its_stages_share()
    {
        var rows = FormRow.Of(SampleCollection.Questions, [Stage.Primary, Stage.Junior]);
        Assert.Equal(["students:primary", "students:junior"], rows.Take(2).Select(r => r.Key));
        Assert.Equal("area_teaching", rows.Single(r => r.Question.Key == "area_teaching").Key);
        Assert.Equal("area_teaching:primary", FormRow.Of(SampleCollection.Questions, [Stage.Primary]).Single(r => r.Question.Key == "area_teaching").Key);
        Assert.Empty(FormRow.Of([new Question { Key = "a", Name = "a", Stages = [Stage.Senior] }], [Stage.Primary]));
        Assert.Equal(Enumerable.Range(1, rows.Count), rows.Select(r => r.Number));
    }
}
