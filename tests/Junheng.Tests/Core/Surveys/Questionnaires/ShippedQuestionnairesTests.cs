using Junheng.Core.Indicators;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Packs;
using Junheng.Tests.Support;

namespace Junheng.Tests.Core.Surveys.Questionnaires;

public sealed class ShippedQuestionnairesTests
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "packs", "questionnaires");

    public static TheoryData<string> Keys => [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)!).Order()];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_shipped_questionnaire_reads_asks_every_class_and_keeps_its_form(string key)
    {
        var questionnaire = Read(key);
        Assert.Equal(key, questionnaire.Key);
        Assert.All(questionnaire.Classes, c => Assert.True(questionnaire.Variables.Count(v => v.AskedOf(c.Key)) >= 5, c.Name));
        Assert.Equal(QuestionnaireFormat.Write(questionnaire), QuestionnaireFormat.Write(QuestionnaireFormat.Read(QuestionnaireFormat.Write(questionnaire))));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_figure_and_quota_says_where_it_comes_from_and_unchecked_ones_say_so(string key)
    {
        var questionnaire = Read(key);
        Source[] sources = [.. questionnaire.Figures.Select(f => f.Source!), .. questionnaire.Quotas.Select(q => q.Source!), questionnaire.Validity.Source!, questionnaire.Source!];
        Assert.All(sources, s => Assert.NotEmpty(s.Document));
        Assert.All(sources.Where(s => s.Certainty <= Certainty.Memory), s => Assert.NotNull(s.Note));
        Assert.NotEmpty(questionnaire.Figures);
    }

    [Fact]
    public void General_supervision_asks_eight_classes_with_shared_codes()
    {
        var questionnaire = Read("general-supervision");
        Assert.Equal(["校长", "教师", "学生", "家长", "人大代表", "政协委员", "街镇（社区）代表", "督导委员会成员"], questionnaire.Classes.Select(c => c.Name));
        Assert.All(questionnaire.Classes, c => Assert.True(questionnaire.Variables[questionnaire.Find("OVERALL")!.Value].AskedOf(c.Key)));
        Assert.InRange(questionnaire.Items.Count(), 25, 30);
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(199_999, 200)]
    [InlineData(200_000, 300)]
    [InlineData(599_999, 500)]
    [InlineData(800_000, 900)]
    [InlineData(3_000_000, 1000)]
    public void Preschool_quotas_follow_the_table_with_half_open_bands(int population, int total) =>
        Assert.Equal(total, Read("preschool-recognition").Quotas.Single(b => b.From <= population && (b.To is null || population < b.To)).Wanted.Sum(w => w.Count));

    [Fact]
    public void Reversed_rows_of_school_climate_score_the_other_way_round()
    {
        var climate = Read("school-climate");
        var (plain, reversed) = (climate.Variables[climate.Find("REL_FAIR")!.Value].Options, climate.Variables[climate.Find("REL_BULLYING")!.Value].Options);
        Assert.All(plain.Zip(reversed), p => Assert.Equal((p.First.Code, 6 - p.First.Score), (p.Second.Code, p.Second.Score)));
    }

    private static Questionnaire Read(string key) => QuestionnaireFormat.Read(PackYaml.Read(Path.Combine(Folder, key + ".yaml")));
}
