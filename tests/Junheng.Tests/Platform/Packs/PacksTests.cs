using Junheng.Core.Indicators;
using Junheng.Platform.Packs;
using Junheng.Platform.Rules;

namespace Junheng.Tests.Platform.Packs;

public sealed class PacksTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("junheng-packs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_packs_beside_the_executable_are_known_by_key_and_read_once()
    {
        var packs = new Junheng.Platform.Packs.Packs();
        Assert.Superset(new HashSet<string> { "basic-balance", "elements", "growth", "preschool", "quality-balance" }, packs.Keys.ToHashSet());
        Assert.Same(packs.Get("quality-balance"), packs.Get("quality-balance"));
        Assert.Equal("在校学生数", packs.Elements.Single(e => e.Key == "students").Name);
    }

    [Fact]
    public void A_pack_that_does_not_exist_is_refused_with_the_names_of_those_that_do()
    {
        var refused = Assert.Throws<RuleException>(() => new Junheng.Platform.Packs.Packs().Get("quality"));
        Assert.Contains("quality-balance", refused.Message);
    }

    [Theory]
    [InlineData("key: bad\nname: [", "bad.yaml 第 ")]
    [InlineData("key: bad\nname: 试\nsource: {document: 文件, certainty: D}\n", "bad.yaml 第 3 行：“D”不在可选之列：C、C2、M、X。")]
    [InlineData("key: &a bad\nname: 试\n", "bad.yaml 第 1 行：指标包不支持别名引用。")]
    [InlineData("", "bad.yaml 第 1 行：指标包文件应只含一份内容。")]
    [InlineData("just text\n", "bad.yaml 第 1 行：此处需要“名称: 值”的条目。")]
    public void A_file_that_is_no_pack_is_refused_with_its_name_and_line(string text, string message)
    {
        File.WriteAllText(Path.Combine(_folder, "bad.yaml"), text);
        var refused = Assert.Throws<PackException>(() => new Junheng.Platform.Packs.Packs(_folder).Get("bad"));
        Assert.StartsWith(message, refused.Message);
    }
}
