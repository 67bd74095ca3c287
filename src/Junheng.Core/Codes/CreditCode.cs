namespace Junheng.Core.Codes;

/// <summary>统一社会信用代码 (GB 32100-2015): 18 characters of an alphabet of 31, the last of them a check character.</summary>
public static class CreditCode
{
    public const int Length = 18;

    /// <summary>Without I, O, S, V and Z, which are easily mistaken for digits.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly int[] Weights = MakeWeights();

    /// <param name="code">Half-width capitals, without blanks.</param>
    public static CodeProblem Check(string code)
    {
        if (code.Length != Length) return CodeProblem.WrongLength;
        if (code.Any(c => !Alphabet.Contains(c))) return CodeProblem.WrongCharacter;
        if (DivisionCode.Check(code.Substring(2, 6)) is not CodeProblem.None and var division) return division;
        return CheckCharacter(code.AsSpan(0, Length - 1)) == code[^1] ? CodeProblem.None : CodeProblem.WrongCheckCharacter;
    }

    /// <summary>The 18th character that belongs to the first 17.</summary>
    /// <exception cref="ArgumentException">Not 17 characters of the alphabet.</exception>
    public static char CheckCharacter(ReadOnlySpan<char> body)
    {
        if (body.Length != Length - 1) throw new ArgumentException("17 characters are needed.", nameof(body));
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            var value = Alphabet.IndexOf(body[i]);
            if (value < 0) throw new ArgumentException($"'{body[i]}' is not of the alphabet.", nameof(body));
            sum += value * Weights[i];
        }
        return Alphabet[(Alphabet.Length - (sum % Alphabet.Length)) % Alphabet.Length];
    }

    /// <summary>Powers of 3 modulo 31.</summary>
    private static int[] MakeWeights()
    {
        var weights = new int[Length - 1];
        for (var (i, weight) = (0, 1); i < weights.Length; i++, weight = weight * 3 % Alphabet.Length) weights[i] = weight;
        return weights;
    }
}
