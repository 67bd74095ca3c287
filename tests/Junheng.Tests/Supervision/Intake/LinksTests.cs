using Junheng.Supervision.Intake;

namespace Junheng.Tests.Supervision.Intake;

public sealed class LinksTests
{
    private readonly Publication publication = SampleCampaign.New();

    [Fact]
    public void A_link_says_again_what_it_was_made_of()
    {
        Assert.Equal(new Link(LinkKind.Open, 7, SampleCampaign.Pupils, 0), Links.Read(Segment(Links.Open(publication, SampleCampaign.Pupils)), publication));
        Assert.Equal(new Link(LinkKind.Door, 7, 0, 0), Links.Read(Segment(Links.Door(publication)), publication));
        var (path, hash) = Links.NewPersonal(publication);
        var personal = Links.Read(Segment(path), publication)!.Value;
        Assert.Equal(LinkKind.Personal, personal.Kind);
        Assert.Equal(BitConverter.ToUInt128(hash), personal.Hash);
        Assert.Equal(7, Links.CampaignOf(Segment(path)));
    }

    [Fact]
    public void Links_are_short_enough_for_a_coarse_code_and_need_no_escaping()
    {
        var large = SampleCampaign.New(9_999_999) with { Cells = [new(99_999, "student", "", 99_999, true)] };
        foreach (var path in new[] { Links.Open(large, 99_999), Links.NewPersonal(large).Path, Links.Door(large) })
        {
            Assert.Matches("^/q/[opc][A-Za-z0-9_-]+$", path);
            Assert.InRange(path.Length, 10, 40);
        }
    }

    [Fact]
    public void A_changed_letter_another_secret_or_a_cell_that_is_not_there_makes_no_link()
    {
        var link = Segment(Links.Open(publication, SampleCampaign.Pupils));
        for (var at = 0; at < link.Length - 1; at++)
            Assert.Null(Links.Read($"{link[..at]}{(link[at] == 'A' ? 'B' : 'A')}{link[(at + 1)..]}", publication));
        Assert.Null(Links.Read(link, SampleCampaign.New()));
        Assert.Null(Links.Read($"p{link[1..]}", publication));
        Assert.Null(Links.Read(Segment(Links.Open(publication with { Cells = [new(77, "student", "", 77, true)] }, 77)), publication));
        foreach (var odd in new[] { "", "o", "o*", "x" + link[1..], new string('o', 400), "o中文" })
        {
            Assert.Null(Links.Read(odd, publication));
            Assert.Null(odd.Length < 400 && odd.StartsWith('x') ? null : Links.CampaignOf(odd));
        }
    }

    [Fact]
    public void A_ballot_passes_through_its_text_and_no_other_text_is_one()
    {
        var ballot = Ballots.New(publication, SampleCampaign.Teachers);
        var text = Ballots.Write(ballot, publication);
        Assert.Equal(Ballots.Length, text.Length);
        Assert.Equal(ballot, Ballots.Read(text, publication));
        Assert.Equal(7, Ballots.CampaignOf(text));
        Assert.Null(Ballots.Read(text, SampleCampaign.New()));
        for (var at = 0; at < text.Length; at++)
            Assert.Null(Ballots.Read($"{text[..at]}{(text[at] == 'A' ? 'B' : 'A')}{text[(at + 1)..]}", publication));
        Assert.Null(Ballots.Read(Ballots.Write(new Ballot(7, 99, 1), publication), publication));
    }

    private static string Segment(string path) => path[Links.Prefix.Length..];
}
