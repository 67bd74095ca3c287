using System.Globalization;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;

namespace Junheng.Supervision.Surveys;

/// <summary>A day and a time of day as they are typed.</summary>
public static class Moments
{
    /// <returns>UTC.</returns>
    /// <exception cref="RuleException">The time is none.</exception>
    public static DateTime Read(DateOnly day, string time, string field) =>
        TimeOnly.TryParseExact(time.Replace('\uFF1A', ':').Trim(), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)
            ? BeijingTime.ToUtc(day, clock) : throw new RuleException(SurveyTexts.TimeMalformed, field);
}
