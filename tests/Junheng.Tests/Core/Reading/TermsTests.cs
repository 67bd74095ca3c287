using Junheng.Core.Reading;

namespace Junheng.Tests.Core.Reading;

/// <summary>Terms that look alike and are not: docs/glossary.md settles them, the Reader keeps them apart.</summary>
public sealed class TermsTests
{
    [Fact]
    public void Person_times_and_persons_have_different_units()
    {
        var reading = Read("全年培训教师120人次，参训教师30人。");
        Assert.Equal([(120m, "人次"), (30m, "人")], reading.Claims.Select(c => (c.Value, c.Unit!)));
    }

    [Fact]
    public void Person_times_beside_fewer_persons_are_no_contradiction() =>
        Assert.DoesNotContain(Read("全年培训教师120人次，其中参训教师30人，骨干教师150人次。").Checks,
            c => c.Verdict == CheckVerdict.Contradicts && c.Claims is ["C1", "C2"]);

    [Fact]
    public void Growth_in_percent_and_percentage_points_are_told_apart()
    {
        var reading = Read("入园率由80%提高到84%，提高4个百分点。");
        Assert.Equal(["%", "%", "百分点"], reading.Claims.Select(c => c.Unit!));
        Assert.DoesNotContain(reading.Checks, c => c.Verdict == CheckVerdict.Contradicts);
    }

    [Fact]
    public void Four_percent_where_four_points_were_meant_does_not_pass_as_the_difference() =>
        Assert.DoesNotContain(Read("入园率由80%提高到84%，提高4%。").Checks, c => c is { Relation: Relation.Difference, Verdict: CheckVerdict.Holds });

    [Fact]
    public void Full_time_teachers_are_a_part_of_the_staff_and_another_measure()
    {
        var reading = Read("全区在职教职工400人，其中专任教师320人。");
        Assert.NotEqual(reading.Claims[0].Measure, reading.Claims[1].Measure);
        Assert.Contains("专任教师", reading.Claims[1].Measure, StringComparison.Ordinal);
        Assert.Contains(reading.Checks, c => c is { Relation: Relation.PartOfWhole, Verdict: CheckVerdict.Holds });
    }

    [Fact]
    public void The_team_that_visits_is_not_the_authority_that_issues()
    {
        var reading = Reader.Read("云浦区依法履行教育责任综合督政意见书\n\n市督政组于2023年3月1日至3日到云浦区督导。\n\n督政组建议：完善投入机制。\n\n市人民政府教育督导委员会办公室\n2023年3月20日\n");
        Assert.Equal("市人民政府教育督导委员会办公室", reading.Issuer);
    }

    private static DocumentReading Read(string sentence) => Reader.Read($"关于教育工作的报告\n\n{sentence}\n");
}
