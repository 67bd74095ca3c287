using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Supervision.Questionnaires.Editing;

/// <summary>Changes of a questionnaire as an editor makes them; each gives a new one and decides nothing about consistency.</summary>
public static class QuestionnaireEdits
{
    /// <summary>Instead of the item of that code.</summary>
    public static Questionnaire Replace(this Questionnaire questionnaire, string code, Item item) =>
        questionnaire.With(questionnaire.Pages.Select(p => p with { Items = [.. p.Items.Select(i => i.Code == code ? item : i)] }));

    /// <summary>After the item of that code; at the end where there is none.</summary>
    public static Questionnaire Insert(this Questionnaire questionnaire, string? after, Item item)
    {
        if (questionnaire.Pages.Count == 0) return questionnaire.With([new("", [item])]);
        if (questionnaire.Items.All(i => i.Code != after))
            return questionnaire.With([.. questionnaire.Pages.SkipLast(1), questionnaire.Pages[^1] with { Items = [.. questionnaire.Pages[^1].Items, item] }]);
        return questionnaire.With(questionnaire.Pages.Select(p => p with { Items = [.. p.Items.SelectMany(i => i.Code == after ? (Item[])[i, item] : [i])] }));
    }

    public static Questionnaire Remove(this Questionnaire questionnaire, string code) =>
        questionnaire.With(questionnaire.Pages.Select(p => p with { Items = [.. p.Items.Where(i => i.Code != code)] }).Where(p => p.Items.Count > 0));

    /// <summary>One place up, or over the page break above it.</summary>
    public static Questionnaire Up(this Questionnaire questionnaire, string code) => questionnaire.Move(code, -1);

    public static Questionnaire Down(this Questionnaire questionnaire, string code) => questionnaire.Move(code, 1);

    /// <summary>Begins a page with the item.</summary>
    public static Questionnaire Break(this Questionnaire questionnaire, string code) => questionnaire.With(questionnaire.Pages.SelectMany(p =>
    {
        var at = p.Items.ToList().FindIndex(i => i.Code == code);
        return at <= 0 ? (QuestionPage[])[p] : [p with { Items = [.. p.Items.Take(at)] }, new("", [.. p.Items.Skip(at)])];
    }));

    /// <summary>Takes away the break before the page.</summary>
    public static Questionnaire Join(this Questionnaire questionnaire, int page)
    {
        if (page < 1 || page >= questionnaire.Pages.Count) return questionnaire;
        var (before, joined) = (questionnaire.Pages[page - 1], questionnaire.Pages[page]);
        return questionnaire.With([.. questionnaire.Pages.Take(page - 1), before with { Items = [.. before.Items, .. joined.Items] }, .. questionnaire.Pages.Skip(page + 1)]);
    }

    public static Questionnaire Titled(this Questionnaire questionnaire, IReadOnlyList<string> titles) =>
        questionnaire.With(questionnaire.Pages.Select((p, at) => at < titles.Count ? p with { Title = titles[at].Trim() } : p));

    /// <param name="key">Of the figure it stands for; null = a new one.</param>
    public static Questionnaire Put(this Questionnaire questionnaire, string? key, SatisfactionFigure figure) => questionnaire with
    {
        Figures = questionnaire.Figures.Any(f => f.Key == key) ? [.. questionnaire.Figures.Select(f => f.Key == key ? figure : f)] : [.. questionnaire.Figures, figure],
    };

    public static Questionnaire RemoveFigure(this Questionnaire questionnaire, string key) => questionnaire with { Figures = [.. questionnaire.Figures.Where(f => f.Key != key)] };

    private static Questionnaire Move(this Questionnaire questionnaire, string code, int by)
    {
        var pages = questionnaire.Pages.Select(p => (p.Title, Items: p.Items.ToList())).ToList();
        var page = pages.FindIndex(p => p.Items.Exists(i => i.Code == code));
        if (page < 0) return questionnaire;
        var at = pages[page].Items.FindIndex(i => i.Code == code);
        var item = pages[page].Items[at];
        pages[page].Items.RemoveAt(at);
        if (at + by >= 0 && at + by <= pages[page].Items.Count) pages[page].Items.Insert(at + by, item);
        else if (page + by >= 0 && page + by < pages.Count) pages[page + by].Items.Insert(by < 0 ? pages[page + by].Items.Count : 0, item);
        else return questionnaire;
        return questionnaire.With(pages.Where(p => p.Items.Count > 0).Select(p => new QuestionPage(p.Title, p.Items)));
    }

    private static Questionnaire With(this Questionnaire questionnaire, IEnumerable<QuestionPage> pages) => questionnaire with { Pages = [.. pages] };
}
