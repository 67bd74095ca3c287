using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Core.Surveys.Results;

/// <summary>
/// What a satisfaction figure was declared to be, in sixteen digits. Anything that could move it is in: items and their options, what counts as satisfied,
/// who leaves the denominator, how classes combine, and when an answer counts. Two figures of different fingerprints are not one line.
/// </summary>
public static class FigureFingerprint
{
    public static string Of(Questionnaire questionnaire, SatisfactionFigure figure)
    {
        var text = new StringBuilder();
        foreach (var code in figure.Variables.Order(StringComparer.Ordinal))
        {
            text.Append(code).Append('[');
            if (questionnaire.Find(code) is { } at)
            {
                var variable = questionnaire.Variables[at];
                foreach (var option in variable.Options) text.Append(option.Code).Append(option.Apart ? '-' : '+').Append('|');
                if (variable.Kind == ItemKind.Scale) text.Append(Number(variable.Item.Least ?? 0)).Append("..").Append(Number(variable.Item.Most ?? 10));
            }
            text.Append(']');
        }
        text.Append(";positive=").AppendJoin('|', figure.Positive.Order(StringComparer.Ordinal));
        text.Append(";apart=").Append(figure.ApartLeaves ? "leaves" : "counts").Append(";by=").Append((int)figure.Combination);
        if (figure.Combination == Combination.Weighted)
            text.Append(";weights=").AppendJoin('|', figure.Weights.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => w.Key + ":" + Number(w.Value)));
        text.Append(";classes=").AppendJoin('|', figure.Classes.Order(StringComparer.Ordinal)).Append(";least=").Append(figure.Threshold is { } least ? Number(least) : "");
        var valid = questionnaire.Validity;
        text.Append(";valid=").Append(Number(valid.AnsweredShare)).Append('|').Append((int)valid.LeastPace).Append('|').Append(valid.ExcludesStraightLines ? 1 : 0);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
