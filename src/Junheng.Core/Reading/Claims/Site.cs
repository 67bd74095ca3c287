using Junheng.Core.Quantities;

namespace Junheng.Core.Reading.Claims;

/// <summary>A quantity where it stands, with the looks at its surroundings that the rules take. Every look is bounded.</summary>
internal readonly record struct Site(string Text, Quantity Quantity, TextSpan? Quote)
{
    private const int Farthest = 90;

    public int Start => Quantity.Span.Start;
    public int End => Quantity.Span.End;
    public bool IsChinese => Quantity.Script == NumeralScript.Chinese;
    public ReadOnlySpan<char> Numeral => Text.AsSpan(Start, Quantity.NumberEnd - Start).TrimEnd();
    public char Before => Start > 0 ? Text[Start - 1] : '\n';
    public char After => End < Text.Length ? Text[End] : '\n';

    public bool Follows(string words) => ChineseNumerals.Follows(Text, End, words);
    public bool FollowsAny(Words words) => words.At(Text, End) > 0;
    public bool PrecededBy(string words) => ChineseNumerals.Follows(Text, Start - words.Length, words);
    public bool PrecededByAny(Words words) => words.Before(Text, Start) > 0;

    /// <summary>Where the clause begins that the number stands in; list commas do not end it.</summary>
    public int ClauseStart
    {
        get
        {
            var i = Start;
            while (i > 0 && Start - i < Farthest && (!ClaimLexicon.EndsClause(Text[i - 1]) || ClaimLexicon.IsListComma(Text[i - 1]))) i--;
            return i;
        }
    }

    /// <summary>The listed members right before the number (领航、骨干、储备三类): how many, and how long the shortest is.</summary>
    public (int Count, int Shortest) Listed()
    {
        int count = 1, shortest = int.MaxValue, length = 0, i = Start;
        for (; i > 0 && Start - i < Farthest; i--)
        {
            var c = Text[i - 1];
            if (ClaimLexicon.Lists(c))
            {
                count++;
                shortest = Math.Min(shortest, length);
                length = 0;
            }
            else if (ClaimLexicon.EndsClause(c)) break;
            else length++;
        }
        return count == 1 ? (0, 0) : (count, Math.Min(shortest, length));
    }

    /// <summary>A colon or bracket within a few characters after the number opens the list of what it counts.</summary>
    public bool OpensList(int within)
    {
        for (var i = End; i < Text.Length && i - End <= within; i++)
        {
            if (ClaimLexicon.IsColon(Text[i])) return true;
            if (ClaimLexicon.EndsClause(Text[i])) return false;
        }
        return false;
    }
}
