using Junheng.Tests.Support;

namespace Junheng.Tests.Architecture;

public sealed class ModuleTests
{
    private static readonly string[] ModuleLayers = ["src/Junheng/Supervision", "src/Junheng/Domains"];

    public static TheoryData<string> Folders => [.. ModuleLayers
        .SelectMany(layer => Checkout.Files(layer).Select(f => f[(layer.Length + 1)..]).Where(f => f.Contains('/'))
            .Select(f => $"{layer}/{f.Split('/')[0]}"))
        .Distinct()];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_module_keeps_to_the_fixed_names(string folder) =>
        Rule.Holds(ModuleGrammar.Violations(folder.Split('/')[^1],
            [.. Checkout.Files(folder).Select(f => f[(folder.Length + 1)..])], file => Checkout.Text($"{folder}/{file}")));

    [Theory]
    [InlineData("PlansModule.cs", "PlansModule.cs is missing")]
    [InlineData("PlanTexts.cs", "no …Texts.cs")]
    [InlineData("PlansSchema.cs", "PlansSchema.cs is missing")]
    [InlineData("README.md", "README.md is missing")]
    public void A_planted_module_without_one_of_the_files_is_found(string left, string violation)
    {
        var module = Sound();
        module.Remove(left);
        Assert.Contains(violation, Assert.Single(Violations(module)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Index.razor", "@page \"/plans\"", "outside Pages/")]
    [InlineData("Steps/StepsModule.cs", "", "second registration")]
    [InlineData("README.md", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20\n21\n22\n23\n24\n25\n26\n27\n28\n29\n30\n31", "31 lines")]
    public void A_planted_file_that_does_not_belong_is_found(string file, string text, string violation)
    {
        var module = Sound();
        module[file] = text;
        Assert.Contains(violation, Assert.Single(Violations(module)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sound_module_has_nothing_to_mend() => Assert.Empty(Violations(Sound()));

    private static IEnumerable<string> Violations(Dictionary<string, string> module) =>
        ModuleGrammar.Violations("Plans", module.Keys, file => module[file]);

    private static Dictionary<string, string> Sound() => new()
    {
        ["PlansModule.cs"] = "public sealed class PlansModule : Module;",
        ["Plan.cs"] = "private sealed class Mapping : IEntityTypeConfiguration<Plan>;",
        ["Plans.cs"] = "",
        ["PlanTexts.cs"] = "",
        ["PlansSchema.cs"] = "",
        ["README.md"] = "# Plans",
        ["Pages/Index.razor"] = "@page \"/plans\"",
    };
}
