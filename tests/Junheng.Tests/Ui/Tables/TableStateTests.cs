using Junheng.Ui.Tables;

namespace Junheng.Tests.Ui.Tables;

public sealed class TableStateTests
{
    private static readonly KeyValuePair<string, string>[] Query = [new("q", "中 文"), new("a.page", "3"), new("page", "2"), new("sort", "-name"), new("stage", "")];

    [Fact]
    public void A_link_changes_what_it_means_to_and_keeps_the_rest() =>
        Assert.Equal("/x?q=%E4%B8%AD%20%E6%96%87&a.page=3&sort=-name&page=4", new TableState("/x", Query).Url(("page", "4")));

    [Fact]
    public void A_named_table_reads_and_writes_only_its_own_parameters()
    {
        var state = new TableState("/x", Query, "a");
        Assert.Equal((3, "", null), (state.Page, state.Search, state.Sort));
        Assert.Equal("/x?q=%E4%B8%AD%20%E6%96%87&page=2&sort=-name&a.page=5", state.Url(("page", "5")));
    }

    [Fact]
    public void A_minus_means_from_large_to_small()
    {
        var state = new TableState("/x", Query);
        Assert.Equal(("name", true), (state.Sort, state.Descending));
    }
}
