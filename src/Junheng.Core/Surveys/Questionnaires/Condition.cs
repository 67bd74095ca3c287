using Junheng.Core.Indicators.Language;
using Junheng.Core.Surveys.Answers;

namespace Junheng.Core.Surveys.Questionnaires;

/// <summary>
/// When an item is asked, bound to variables. Negation stands only in the leaves, and a leaf about an answer that was not given does not hold; so the
/// plain truth of the tree is "surely true" of the three-valued condition it was written as.
/// </summary>
public abstract record Condition
{
    /// <param name="given">Whether the variable was answered and its item shown.</param>
    internal abstract bool Holds(AnswerSheet sheet, Func<int, bool> given);

    /// <summary>Variables it looks at.</summary>
    public abstract IEnumerable<int> Variables { get; }

    /// <summary>Whether it can hold where only some variables can be answered.</summary>
    internal abstract bool Possible(Func<int, bool> answerable);
}

/// <summary>Every part holds.</summary>
public sealed record AllOf(IReadOnlyList<Condition> Parts) : Condition
{
    internal override bool Holds(AnswerSheet sheet, Func<int, bool> given)
    {
        foreach (var part in Parts)
            if (!part.Holds(sheet, given)) return false;
        return true;
    }

    public override IEnumerable<int> Variables => Parts.SelectMany(p => p.Variables);

    internal override bool Possible(Func<int, bool> answerable) => Parts.All(p => p.Possible(answerable));
}

/// <summary>At least one part holds.</summary>
public sealed record AnyOf(IReadOnlyList<Condition> Parts) : Condition
{
    internal override bool Holds(AnswerSheet sheet, Func<int, bool> given)
    {
        foreach (var part in Parts)
            if (part.Holds(sheet, given)) return true;
        return false;
    }

    public override IEnumerable<int> Variables => Parts.SelectMany(p => p.Variables);

    internal override bool Possible(Func<int, bool> answerable) => Parts.Any(p => p.Possible(answerable));
}

/// <summary>The variable was answered; or was not, where <paramref name="Is"/> is false.</summary>
public sealed record Given(int Variable, bool Is) : Condition
{
    internal override bool Holds(AnswerSheet sheet, Func<int, bool> given) => given(Variable) == Is;

    public override IEnumerable<int> Variables => [Variable];

    internal override bool Possible(Func<int, bool> answerable) => !Is || answerable(Variable);
}

/// <summary>The variable was answered, and one of the options is chosen (among others, or ranked); or none of them, where <paramref name="Is"/> is false.</summary>
/// <param name="Options">Positions.</param>
public sealed record Chosen(int Variable, IReadOnlyList<int> Options, bool Is) : Condition
{
    internal override bool Holds(AnswerSheet sheet, Func<int, bool> given) => given(Variable) && Any(sheet[Variable]) == Is;

    public override IEnumerable<int> Variables => [Variable];

    internal override bool Possible(Func<int, bool> answerable) => answerable(Variable);

    private bool Any(Answer answer)
    {
        foreach (var option in Options)
            if (answer.Form switch
            {
                AnswerForm.Option => answer.Choice == option,
                AnswerForm.Options => (answer.Set >> option & 1) == 1,
                _ => answer.Words?.Contains((char)option) ?? false,
            }) return true;
        return false;
    }
}

/// <summary>The number was given and compares so.</summary>
/// <param name="Operator">One of the six comparisons.</param>
public sealed record Compared(int Variable, Operator Operator, double Number) : Condition
{
    internal override bool Holds(AnswerSheet sheet, Func<int, bool> given)
    {
        if (!given(Variable)) return false;
        var value = sheet[Variable].Value;
        return Operator switch
        {
            Operator.Equal => value == Number,
            Operator.NotEqual => value != Number,
            Operator.Less => value < Number,
            Operator.AtMost => value <= Number,
            Operator.Greater => value > Number,
            _ => value >= Number,
        };
    }

    public override IEnumerable<int> Variables => [Variable];

    internal override bool Possible(Func<int, bool> answerable) => answerable(Variable);
}
