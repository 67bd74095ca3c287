using System.Reflection;
using System.Runtime.CompilerServices;
using Junheng.Core.Reading;

namespace Junheng.Tests.Architecture;

public sealed class NameTests
{
    private static readonly string[] Empty = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Processor", "Dto", "Impl"];

    public static TheoryData<Assembly> Assemblies => [typeof(Reader).Assembly, typeof(Program).Assembly];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void No_type_is_named_by_a_word_that_says_nothing(Assembly assembly) => Rule.Holds(Violations(assembly.GetTypes()));

    [Fact]
    public void Planted_names_are_found() =>
        Assert.Equal(["OrderManager", "RowDto"],
            Violations(typeof(NameTests).Assembly.GetTypes().Where(t => t.Namespace?.EndsWith("Planted.Names", StringComparison.Ordinal) == true)).Order());

    private static IEnumerable<string> Violations(IEnumerable<Type> types) =>
        types.Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute)) && t.Namespace?.StartsWith("System.", StringComparison.Ordinal) != true)
            .Select(t => t.Name.Split('`')[0])
            .Where(name => Empty.Any(word => name.EndsWith(word, StringComparison.Ordinal)));
}
