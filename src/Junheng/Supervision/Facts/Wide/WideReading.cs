using Junheng.Platform.Sheets.Tables;

namespace Junheng.Supervision.Facts.Wide;

/// <summary>How a row was found to be of a school.</summary>
public enum MatchedBy { Code, Name, FormerName, Confirmed }

/// <summary>A row or sheet and the school it is of.</summary>
/// <param name="Text">As written in the sheet.</param>
public sealed record MatchedSchool(string Sheet, int Row, string Text, string School, MatchedBy By);

/// <summary>A row or sheet whose school a person has to name: nobody, or several, bear that very code or name.</summary>
/// <param name="Candidates">Code and name of those who bear the name.</param>
public sealed record UnmatchedSchool(string Sheet, int Row, string Text, IReadOnlyList<(string Code, string Name)> Candidates);

/// <summary>A column whose rows do not add up to its 合计 row.</summary>
public sealed record TotalDifference(string Place, int Row, double Stated, double Sum);

/// <summary>What a mapping makes of a file, before anything is stored.</summary>
public sealed class WideReading
{
    public List<FactValue> Values { get; } = [];
    public List<string> Sheets { get; } = [];
    public List<MatchedSchool> Matched { get; } = [];
    public List<UnmatchedSchool> Unmatched { get; } = [];
    /// <summary>Rows a person has chosen to leave out.</summary>
    public List<UnmatchedSchool> LeftOut { get; } = [];
    public List<TotalDifference> Totals { get; } = [];
    public List<RowError> Errors { get; } = [];
    public List<RowError> Warnings { get; } = [];
    /// <summary>Columns checked against a 合计 row.</summary>
    public int TotalsChecked { get; internal set; }

    /// <summary>Nothing refuses it and every school is known.</summary>
    public bool Ready => Errors.Count == 0 && Unmatched.Count == 0 && Values.Count > 0;
}
