// Types that break the rules on purpose: each proves that an architecture test would see it.
namespace Junheng.Tests.Architecture.Planted.Platform
{
    public sealed class Store
    {
        public static string Name() => new Domains.Teachers.Transfer().ToString()!;
    }
}

namespace Junheng.Tests.Architecture.Planted.Ui
{
    public static class Menu
    {
        public static readonly Func<string> First = () => typeof(Supervision.Findings.Finding).Name;
    }
}

namespace Junheng.Tests.Architecture.Planted.Supervision.Findings
{
    public sealed class Finding { public Letters.Letter? Letter { get; init; } }
}

namespace Junheng.Tests.Architecture.Planted.Supervision.Letters
{
    public sealed class Letter { public static bool Fits(object o) => o is Plans.Plan; }
}

namespace Junheng.Tests.Architecture.Planted.Supervision.Plans
{
    public sealed class Plan(Findings.Finding finding) { public override string ToString() => $"{finding}"; }
}

namespace Junheng.Tests.Architecture.Planted.Domains.Teachers
{
    public sealed class Transfer { public Platform.Store? Store { get; init; } }
}

namespace Junheng.Tests.Architecture.Planted.Domains.Finance
{
    public sealed class Budget { public List<Teachers.Transfer> Rows { get; } = []; }
}

namespace Junheng.Tests.Architecture.Planted.Names
{
    public sealed class OrderManager;

    public sealed class RowDto;
}
