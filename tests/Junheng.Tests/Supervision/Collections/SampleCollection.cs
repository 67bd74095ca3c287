using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Core.WorkCalendar;
using Junheng.Platform.Access;
using Junheng.Supervision.Collections;
using Junheng.Supervision.Collections.Form;

namespace Junheng.Tests.Supervision.Collections;

/// <summary>A collection with one reply, without a database.</summary>
public static class SampleCollection
{
    public static readonly Period Period = Period.OfSchoolYear(2025);

    public static readonly CollectionHead Head = new("义务教育基本情况", Period, new Deadline(new(2026, 3, 16), false), "教督〔2017〕6号", null, null, true, RespondentKind.Schools, [], null);

    public static IReadOnlyList<Question> Questions { get; } =
    [
        new() { Key = "students", Name = "在校学生数", Unit = "人" },
        new() { Key = "teachers", Name = "专任教师数", Unit = "人" },
        new() { Key = "teachers_backbone", Name = "骨干教师数", Unit = "人", AtMost = "teachers" },
        new() { Key = "area_teaching", Name = "教学及辅助用房面积", Unit = "㎡", Decimals = 2, Whole = true },
        new() { Key = "q1", Name = "是否寄宿", Options = ["是", "否"] },
    ];

    public static Collection Make(IReadOnlyList<Question>? questions = null)
    {
        var district = new Organisation(1, "YP", "云浦区", OrganisationKind.District, null, 1);
        var collection = new Collection(new Organisation(2, "EDU", "区教育局", OrganisationKind.Department, district, 1), district, Head, DateTime.UnixEpoch);
        collection.Ask(questions ?? Questions);
        return collection;
    }

    public static Reply Answer(Collection collection, string code = "S1", string name = "望溪学校", params Stage[] stages) =>
        new(collection, new Respondent(Guid.CreateVersion7(), 7, code, name, stages.Length == 0 ? [Stage.Primary, Stage.Junior] : stages, "望溪街道", null, 1), []);

    public static FilledForm Lay(Reply reply, Collection collection, Dictionary<string, KnownRow>? known = null) =>
        new(FormRow.Of(collection.Questions, reply.Stages), reply.Values, known ?? []);
}
