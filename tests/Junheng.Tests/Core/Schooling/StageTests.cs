using Junheng.Core.Schooling;

namespace Junheng.Tests.Core.Schooling;

public sealed class StageTests
{
    [Fact]
    public void Every_stage_reads_back_from_its_key()
    {
        foreach (var stage in Stages.All) Assert.Equal(stage, Stages.Parse(stage.Key()));
        Assert.Equal(Stage.Shared, Stages.Parse(""));
        Assert.False(Stages.TryParse("小学", out _));
    }
}
