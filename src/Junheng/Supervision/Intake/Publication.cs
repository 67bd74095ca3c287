namespace Junheng.Supervision.Intake;

/// <summary>What the intake of answers knows of a campaign: everything a host that runs alone needs, and nobody's name.</summary>
/// <param name="Campaign">Number of the campaign, given by the district's database; it stands in links.</param>
/// <param name="Id">Tells campaigns of different databases apart.</param>
/// <param name="Organiser">Who asks, as respondents read it.</param>
/// <param name="Opens">UTC.</param>
/// <param name="Closes">UTC; an answer after it is refused.</param>
/// <param name="Questionnaire">The published edition as text (see <c>QuestionnaireFormat</c>).</param>
/// <param name="Secret">32 random bytes that sign links and ballots.</param>
/// <param name="OnSite">Respondents of a class (by key) who answer together in school: many from one network at once are expected.</param>
public sealed record Publication(int Campaign, Guid Id, string Title, string Organiser, DateTime Opens, DateTime Closes, string Questionnaire, byte[] Secret,
    IReadOnlyList<PublishedCell> Cells, IReadOnlyList<string> OnSite)
{
    private CellIndex? index;

    /// <returns>Null when the campaign has no such cell.</returns>
    public PublishedCell? Cell(int number)
    {
        // A changed copy of the record brings the index of the cells it had before.
        var current = index;
        if (current is null || !ReferenceEquals(current.Of, Cells)) index = current = new(Cells, Cells.ToDictionary(c => c.Number));
        return current.ByNumber.GetValueOrDefault(number);
    }

    private sealed record CellIndex(IReadOnlyList<PublishedCell> Of, Dictionary<int, PublishedCell> ByNumber);
}

/// <summary>Who answers through one poster: a class of respondents at one school, or of a town or the district.</summary>
/// <param name="Number">Stands in links; from 1 within the campaign.</param>
/// <param name="Class">Key of the class in the questionnaire.</param>
/// <param name="Place">Name of school, town or district, as respondents read it.</param>
/// <param name="StoredAs">Number under which its answers are kept: its own, or that of the group it was merged into because it is small. A group has no link.</param>
/// <param name="Open">Whether anybody with the cell's link or poster may answer; otherwise one-time codes or personal links only.</param>
public sealed record PublishedCell(int Number, string Class, string Place, int StoredAs, bool Open);
