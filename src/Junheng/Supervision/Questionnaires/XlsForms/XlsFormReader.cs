using System.Text.RegularExpressions;
using Junheng.Core.Indicators;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Imports;
using Junheng.Platform.Sheets;
using Junheng.Platform.Sheets.Tables;

namespace Junheng.Supervision.Questionnaires.XlsForms;

/// <summary>What came of reading an XLSForm: a questionnaire, or the cells that cannot be taken.</summary>
/// <param name="Rows">Rows of the survey sheet.</param>
public sealed record ReadForm(Questionnaire? Questionnaire, int Rows, IReadOnlyList<RowError> Refused, IReadOnlyList<RowError> Warnings);

/// <summary>
/// Reads an XLSForm by building the tree of a questionnaire whose nodes remember their cells, so that one set of checks serves both and every problem
/// names sheet, row and column.
/// </summary>
public sealed class XlsFormReader
{
    private const int MostRows = 2000;

    private readonly List<RowError> _refused = [];
    private readonly ImportWarnings _warnings = new();

    /// <param name="name">Of the file, for a form without an id of its own.</param>
    /// <exception cref="SheetException">The file is damaged.</exception>
    public static ReadForm Read(SheetReader file, string name, CancellationToken cancellation = default) => new XlsFormReader().ReadFile(file, name, cancellation);

    private ReadForm ReadFile(SheetReader file, string name, CancellationToken cancellation)
    {
        if (FormSheet.Open(file, "survey", cancellation) is not { } survey) return new(null, 0, [new("", 0, "", XlsFormTexts.NoSurvey)], []);
        if (!survey.Has("type")) return new(null, survey.Rows.Count, [new(survey.Name, 1, "type", XlsFormTexts.NoType)], []);
        if (survey.Rows.Count > MostRows) return new(null, survey.Rows.Count, [new(survey.Name, survey.Rows[MostRows].Number, "", XlsFormTexts.TooManyRows(MostRows))], []);
        var choices = ChoiceLists.Read(FormSheet.Open(file, "choices", cancellation));
        var tree = Tree(file, name, survey, choices, cancellation);
        Questionnaire? questionnaire = null;
        if (_refused.Count == 0)
        {
            questionnaire = QuestionnaireFormat.Read(tree, out var problems);
            foreach (var problem in problems) Refuse(problem);
        }
        return new(questionnaire, survey.Rows.Count, [.. _refused.OrderBy(e => e.Row)], _warnings.ToList());
    }

    private PackNode Tree(SheetReader file, string name, FormSheet survey, ChoiceLists choices, CancellationToken cancellation)
    {
        try
        {
            var reader = new SurveyReader(survey, choices, Refuse, _warnings);
            var pages = reader.Read();
            var further = new FurtherSheets(file, survey, _warnings, cancellation);
            return PackNode.Map("settings!form_id", 2, [.. further.Head(name), KeyValuePair.Create("pages", pages), .. further.Rest()]);
        }
        catch (PackException problem)
        {
            Refuse(problem);
            return PackNode.Map("", 1, []);
        }
    }

    private void Refuse(FormRow row, string column, string reason) => _refused.Add(new(row.Sheet, row.Number, row.Header(column), reason));

    /// <summary>The place in a translated condition is not the place in the cell: only what is wrong is told.</summary>
    private void Refuse(PackException problem)
    {
        var place = problem.File.Split('!', 2);
        _refused.Add(new(place[0], problem.Line, place.Length > 1 ? place[1] : "", Problem(problem.Problem)));
    }

    private static string Problem(string problem) => Regex.Replace(problem, XlsFormTexts.PlaceInText, XlsFormTexts.InCondition, RegexOptions.CultureInvariant);
}
