using FsCheck;
using FsCheck.Fluent;
using Junheng.Core.WorkCalendar;
using Junheng.Kits.Workflow;
using Junheng.Platform.Access;
using Junheng.Platform.Rules;

namespace Junheng.Tests.Kits.Workflow;

public sealed class VerbTableTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 4, 0, 0, DateTimeKind.Utc);
    private static readonly WorkDays Days = new([]);
    private static readonly VerbTable<Petition, PetitionState> Table = Petition.Table();

    [Fact]
    public void A_step_tells_who_when_from_where_to_where_and_for_which_post()
    {
        var petition = new Petition(School.Id);
        var step = Table.Take(petition, "finish", Person("test.write"), Now, Days);
        Assert.Equal(PetitionState.Checking, petition.State);
        Assert.Equal(("test.petition", petition.Id, "finish", "Draft", "Checking"), (step.Subject, step.SubjectId, step.Verb, step.From, step.To));
        Assert.Equal(("填表人", Now, "望溪小学 岗位"), (step.ActorName, step.At, step.Post));
        Assert.Equal(new DateOnly(2026, 3, 5), petition.Due);
    }

    [Fact]
    public void A_state_a_right_a_turn_and_a_reason_are_asked_for_before_the_entity_is()
    {
        var petition = new Petition(School.Id);
        Assert.Throws<RuleException>(() => Table.Take(petition, "check", Person("test.write"), Now, Days));
        Assert.Throws<ForbiddenException>(() => Table.Take(petition, "finish", Person("test.read"), Now, Days));
        Assert.Throws<NotFoundException>(() => Table.Take(petition, "sing", Person("test.write"), Now, Days));
        Table.Take(petition, "finish", Person("test.write"), Now, Days);
        Assert.Equal("Reason", Assert.Throws<RuleException>(() => Table.Take(petition, "return", Person("test.judge"), Now, Days, "  ")).Field);
        Table.Take(petition, "check", Person("test.write"), Now, Days);
        Assert.Throws<RuleException>(() => Table.Take(petition, "close", Person("test.judge", elsewhere: true), Now, Days));
        Assert.Equal(PetitionState.Sent, petition.State);
    }

    [Fact]
    public void What_the_entity_refuses_does_not_happen()
    {
        var petition = new Petition(School.Id) { Text = "" };
        Assert.Equal("Text", Assert.Throws<RuleException>(() => Table.Take(petition, "finish", Person("test.write"), Now, Days)).Field);
        Assert.Equal(PetitionState.Draft, petition.State);
    }

    [Fact]
    public void A_guard_that_does_not_reach_the_state_of_the_table_is_an_error_of_the_program() => Assert.Throws<InvalidOperationException>(() =>
        Petition.Table(new Verb<Petition, PetitionState>("skip", "略过", [PetitionState.Draft], PetitionState.Done, "test.write", (p, m) => p.Forget(m)))
            .Take(new Petition(School.Id), "skip", Person("test.write"), Now, Days));

    [Fact]
    public void One_person_in_two_roles_is_recorded_or_refused()
    {
        var (petition, one) = (new Petition(School.Id), Person("test.write"));
        var first = Table.Take(petition, "finish", one, Now, Days);
        Assert.Null(first.Merged);
        Assert.Contains("送审", Table.Take(petition, "check", one, Now, Days, before: [first]).Merged);
        var (second, other) = (new Petition(School.Id), Person("test.write"));
        var sent = Table.Take(second, "finish", one, Now, Days);
        Assert.Null(Table.Take(second, "check", other, Now, Days, before: [sent]).Merged);
        var strict = Petition.Table(new Verb<Petition, PetitionState>("countersign", "会签", [PetitionState.Checking], PetitionState.Sent, "test.write", (p, m) => p.Follow(m)) { ApartFrom = "finish", StrictlyApart = true });
        var third = new Petition(School.Id);
        var begun = strict.Take(third, "finish", one, Now, Days);
        Assert.Throws<RuleException>(() => strict.Take(third, "countersign", one, Now, Days, before: [begun]));
    }

    [Fact]
    public void An_extension_keeps_the_state_and_moves_the_deadline()
    {
        var petition = new Petition(School.Id);
        Table.Take(petition, "extend", Person("test.judge"), Now, Days, "材料未齐");
        Assert.Equal((PetitionState.Draft, new DateOnly(2026, 3, 9)), (petition.State, petition.Due));
    }

    [Theory]
    [InlineData("finish", PetitionState.Draft, PetitionState.Sent)]
    [InlineData("wait", PetitionState.Draft, (PetitionState)9)]
    public void A_table_that_cannot_be_right_is_refused(string key, PetitionState from, PetitionState to) =>
        Assert.Throws<ArgumentException>(() => Petition.Table(new Verb<Petition, PetitionState>(key, "等", [from], to, "test.write", (p, m) => p.Follow(m))));

    /// <summary>Whatever is pressed in whatever order, by people with any rights: the state changes exactly along the lines of the table.</summary>
    [Fact]
    public void No_way_leads_to_a_state_but_a_verb_of_the_table()
    {
        var presses = Gen.ListOf(from verb in Gen.Elements("finish", "check", "return", "close", "extend", "sing")
                                 from rights in Gen.Elements("test.write", "test.judge", "test.read")
                                 from reason in Gen.Elements<string?>(null, "", "有误")
                                 from own in Gen.Elements(true, false)
                                 select (Verb: verb, Rights: rights, Reason: reason, Own: own));
        Prop.ForAll(presses.ToArbitrary(), drawn =>
        {
            var petition = new Petition(School.Id);
            List<WorkStep> steps = [];
            foreach (var press in drawn)
            {
                var before = petition.State;
                var actor = Person(press.Rights, elsewhere: !press.Own);
                var offered = Table.Allowed(petition, actor).Any(v => v.Key == press.Verb);
                try
                {
                    steps.Add(Table.Take(petition, press.Verb, actor, Now, Days, press.Reason, steps));
                    var verb = Table[press.Verb];
                    if (!offered || !verb.From.Contains(before) || petition.State != (verb.To ?? before) || (verb.AsksReason && string.IsNullOrWhiteSpace(press.Reason))) return false;
                }
                catch (Exception refused) when (refused is RuleException or ForbiddenException or NotFoundException)
                {
                    if (petition.State != before || (offered && !Table[press.Verb].AsksReason)) return false;
                }
            }
            return steps.Count == 0 || (steps[^1].To == petition.State.ToString() && steps.Zip(steps.Skip(1)).All(pair => pair.First.To == pair.Second.From));
        }).QuickCheckThrowOnFailure();
    }

    private static readonly Organisation School = new(1, "S1", "望溪小学", OrganisationKind.School, null, 1);

    private static Actor Person(string permission, bool elsewhere = false)
    {
        var unit = elsewhere ? new Organisation(2, "S2", "白鹭小学", OrganisationKind.School, null, 2) : School;
        return Actor.Person(new Account { DisplayName = "填表人" }, Scope.Everything, [new HeldPost("岗位", Roles.Clerk, Reach.Unit, unit, unit)], [permission]);
    }
}
