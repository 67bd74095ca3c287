using Junheng.Platform.Events;

namespace Junheng.Supervision.Facts;

/// <summary>Blocks of a district changed.</summary>
/// <param name="District">Number of the district.</param>
/// <param name="Batch">The data version its blocks have reached.</param>
/// <param name="Elements">Keys of the elements touched.</param>
/// <param name="Periods">As written: <c>2023</c>.</param>
public sealed record FactsPublished(int District, int Batch, IReadOnlyList<string> Elements, IReadOnlyList<string> Periods) : IEvent
{
    public static string Name => "facts.published";
}
