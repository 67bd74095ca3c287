using Junheng.Core.WorkCalendar;

namespace Junheng.Kits.Workflow;

/// <summary>The shipped tables of holidays and terms, and those a district lays beside its data: <c>calendar/holidays.csv</c> in the data
/// folder is how a new year becomes certain without a new release. Read once, at first use.</summary>
public sealed class Calendars(Settings settings)
{
    private readonly Lazy<WorkDays> days = new(() => new(Texts(settings, "holidays.csv").SelectMany(HolidayTable.Read)));
    private readonly Lazy<SchoolTerms> terms = new(() => new(Texts(settings, "terms.csv").SelectMany(SchoolTerms.Rows)));

    public WorkDays Days => days.Value;
    public SchoolTerms Terms => terms.Value;

    private static IEnumerable<string> Texts(Settings settings, string file) =>
        new[] { Path.Combine(AppContext.BaseDirectory, "packs", "calendar", file), Path.Combine(settings.DataDirectory, "calendar", file) }
            .Where(File.Exists).Select(File.ReadAllText);
}
