namespace Junheng.Supervision.Intake.Forms;

/// <summary>What a page or a program is told where there is no form to show.</summary>
/// <param name="State">One word for programs.</param>
public sealed record Notice(int Status, string State, string Title, string Text)
{
    /// <summary>A mark of success instead of a warning.</summary>
    public bool IsGood => Status == StatusCodes.Status200OK;

    /// <summary>Seconds after which trying again makes sense; 0 = it does not.</summary>
    public int RetryAfter { get; init; }

    public static readonly Notice Accepted = new(200, "accepted", FormsTexts.AcceptedTitle, FormsTexts.Accepted);
    public static readonly Notice NotYetOpen = new(403, "not-open", FormsTexts.NotYetOpenTitle, FormsTexts.NotYetOpen);
    public static readonly Notice Closed = new(410, "closed", FormsTexts.ClosedTitle, FormsTexts.Closed);
    public static readonly Notice Elsewhere = new(410, "elsewhere", FormsTexts.ElsewhereTitle, FormsTexts.Elsewhere);
    public static readonly Notice Unknown = new(404, "unknown", FormsTexts.UnknownTitle, FormsTexts.Unknown);
    public static readonly Notice UsedLink = new(410, "used", FormsTexts.UsedLinkTitle, FormsTexts.UsedLink);
    public static readonly Notice Spent = new(409, "spent", FormsTexts.SpentTitle, FormsTexts.Spent);
    public static readonly Notice TooLarge = new(413, "too-large", FormsTexts.TooLargeTitle, FormsTexts.TooLarge);
    public static readonly Notice Malformed = new(400, "malformed", FormsTexts.MalformedTitle, FormsTexts.Malformed);
    public static readonly Notice WrongMethod = new(405, "method", FormsTexts.MalformedTitle, FormsTexts.WrongMethod);
    public static readonly Notice Invalid = new(422, "invalid", FormsTexts.InvalidTitle, FormsTexts.Invalid);
    public static readonly Notice TooMany = new(429, "too-many", FormsTexts.TooManyTitle, FormsTexts.TooMany) { RetryAfter = 20 };
    public static readonly Notice Unsaved = new(503, "unsaved", FormsTexts.UnsavedTitle, FormsTexts.Unsaved) { RetryAfter = 15 };
}
