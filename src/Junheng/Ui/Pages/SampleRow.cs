namespace Junheng.Ui.Pages;

/// <summary>Invented rows for the component page: the same on every call.</summary>
public sealed record SampleRow(int Number, string Name, string Stage, int? Pupils, double Share, DateOnly? Opened, bool Boarding)
{
    public static readonly (string Value, string Text)[] Stages = UiTexts.SampleStages;

    public static IQueryable<SampleRow> All { get; } = Enumerable.Range(1, 45).Select(Make).ToList().AsQueryable();

    public static IQueryable<SampleRow> None { get; } = Array.Empty<SampleRow>().AsQueryable();

    private static SampleRow Make(int n) => new(n, UiTexts.SampleSchool(n), Stages[n % Stages.Length].Value,
        n % 11 == 0 ? null : 300 + n * 137 % 900, 60 + n * 7919 % 3900 / 100.0, n % 7 == 0 ? null : new DateOnly(1950 + n, 1 + n % 12, 1), n % 4 == 0);
}
