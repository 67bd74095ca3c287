using Junheng.Core.Reading;

namespace Junheng.Tests.Architecture;

public sealed class DependencyTests
{
    private static readonly Layers Planted = new("Junheng.Tests.Architecture.Planted", typeof(DependencyTests).Assembly);

    [Fact]
    public void Core_knows_only_the_base_library() =>
        Assert.All(typeof(Reader).Assembly.GetReferencedAssemblies(),
            a => Assert.StartsWith("System.", a.Name, StringComparison.Ordinal));

    [Fact]
    public void A_layer_names_only_the_layers_to_its_left_and_a_domain_no_other() =>
        Rule.Holds(Layers.OfTheApplication.Violations());

    [Fact]
    public void Modules_of_supervision_form_no_cycle() => Assert.Null(Layers.OfTheApplication.Cycle());

    [Fact]
    public void A_planted_platform_type_that_creates_a_domain_type_in_a_method_is_found() =>
        Assert.Contains(Planted.Violations(), v => v.Contains("Platform.Store names", StringComparison.Ordinal));

    [Fact]
    public void A_planted_domain_that_names_another_only_as_a_generic_argument_is_found() =>
        Assert.Contains(Planted.Violations(), v => v.Contains("Domains.Finance.Budget names", StringComparison.Ordinal));

    [Fact]
    public void A_planted_lambda_that_reaches_to_the_right_is_found() =>
        Assert.Contains(Planted.Violations(), v => v.Contains("Ui.Menu", StringComparison.Ordinal));

    [Fact]
    public void A_planted_type_that_looks_to_the_left_is_left_alone() =>
        Assert.DoesNotContain(Planted.Violations(), v => v.Contains("Teachers.Transfer names", StringComparison.Ordinal));

    [Fact]
    public void A_planted_round_of_three_modules_is_found() =>
        Assert.Equal("Findings → Letters → Plans → Findings", Planted.Cycle());
}
