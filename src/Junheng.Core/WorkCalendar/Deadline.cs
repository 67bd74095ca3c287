namespace Junheng.Core.WorkCalendar;

/// <summary>The last day on which something may be done.</summary>
/// <param name="Day">Included.</param>
/// <param name="Provisional">暂定: a year on the way has no holiday table yet, so that only weekends are known of it.</param>
public readonly record struct Deadline(DateOnly Day, bool Provisional);
