using Junheng.Core.Quantities;

namespace Junheng.Core.Indicators.Language;

/// <summary>
/// Reads the expression language: numbers with units, quoted texts, names, calls with named arguments, + − × ÷, comparisons, and/or/not
/// (且 或 非). It knows no names; see <see cref="Expression"/>.
/// </summary>
public sealed class Parser
{
    private const int Deepest = 100, Longest = 4000;

    private readonly string _text;
    private readonly List<Token> _tokens;
    private int _next;
    private int _depth;

    private Parser(string text) => (_text, _tokens) = (text, Lexer.Read(text));

    /// <exception cref="FormulaException">With place and reason.</exception>
    public static Expression Read(string text)
    {
        if (text.Length > Longest) throw new FormulaException(new(Longest, text.Length - Longest), LanguageTexts.TooLong(Longest));
        var parser = new Parser(text);
        if (parser._tokens.Count == 1) throw new FormulaException(new(0, text.Length), LanguageTexts.Empty);
        var expression = parser.Binary(1);
        if (parser.Here.Kind != TokenKind.End) throw parser.Unexpected();
        return expression;
    }

    private Token Here => _tokens[_next];

    private Expression Binary(int strength)
    {
        if (strength == Operators.Strength(Operator.Not)) return Not();
        if (strength == Operators.Strength(Operator.Negate)) return Negation();
        var left = Binary(strength + 1);
        while (Here is { Kind: TokenKind.Operator } token && Operators.Strength(token.Operator) == strength)
        {
            _next++;
            var right = Binary(strength + 1);
            left = new BinaryExpression(Join(left.Span, right.Span), token.Operator, left, right);
            if (Operators.IsComparison(token.Operator) && Here.Kind == TokenKind.Operator && Operators.IsComparison(Here.Operator))
                throw new FormulaException(Here.Span, LanguageTexts.Chained);
        }
        return left;
    }

    private Expression Not()
    {
        if (Here is not { Kind: TokenKind.Operator, Operator: Operator.Not } token) return Binary(Operators.Strength(Operator.Not) + 1);
        _next++;
        var operand = Deeper(Not);
        return new UnaryExpression(Join(token.Span, operand.Span), Operator.Not, operand);
    }

    private Expression Negation()
    {
        if (Here is not { Kind: TokenKind.Operator, Operator: Operator.Subtract } token) return Primary();
        _next++;
        var operand = Deeper(Negation);
        return new UnaryExpression(Join(token.Span, operand.Span), Operator.Negate, operand);
    }

    private Expression Primary()
    {
        var token = Here;
        switch (token.Kind)
        {
            case TokenKind.Number:
                _next++;
                return new NumberLiteral(token.Span, token.Number, token.Text);
            case TokenKind.Text:
                _next++;
                return new TextLiteral(token.Span, token.Text);
            case TokenKind.Name:
                _next++;
                return Here.Kind == TokenKind.Open ? Call(token) : new NameExpression(token.Span, token.Text);
            case TokenKind.Open:
                _next++;
                var inner = Deeper(() => Binary(1));
                Close(token);
                return inner;
            default:
                throw Unexpected();
        }
    }

    private CallExpression Call(Token name)
    {
        var open = Here;
        _next++;
        var arguments = new List<Argument>();
        while (Here.Kind != TokenKind.Close)
        {
            if (arguments.Count > 0 && !Take(TokenKind.Comma)) throw Missing(open);
            arguments.Add(Argument(arguments));
        }
        var end = Close(open);
        return new(Join(name.Span, end.Span), name.Text, name.Span, arguments);
    }

    private Argument Argument(List<Argument> before)
    {
        if (Here.Kind == TokenKind.Name && _tokens[_next + 1].Kind == TokenKind.Colon)
        {
            var name = Here;
            if (before.Any(a => a.Name == name.Text)) throw new FormulaException(name.Span, LanguageTexts.ArgumentTwice(name.Text));
            _next += 2;
            return new(name.Text, Deeper(() => Binary(1)));
        }
        var value = Deeper(() => Binary(1));
        if (before.Count > 0 && before[^1].Name is not null) throw new FormulaException(value.Span, LanguageTexts.Positional);
        return new(null, value);
    }

    private Token Close(Token open)
    {
        var token = Here;
        return Take(TokenKind.Close) ? token : throw Missing(open);
    }

    private FormulaException Missing(Token open) =>
        Here.Kind == TokenKind.End ? new(open.Span, LanguageTexts.Unclosed) : Unexpected();

    private bool Take(TokenKind kind)
    {
        if (Here.Kind != kind) return false;
        _next++;
        return true;
    }

    private Expression Deeper(Func<Expression> read)
    {
        if (++_depth > Deepest) throw new FormulaException(Here.Span, LanguageTexts.TooDeep);
        var expression = read();
        _depth--;
        return expression;
    }

    private FormulaException Unexpected() => Here.Kind == TokenKind.End
        ? new(new(_text.Length, 0), LanguageTexts.Unended)
        : new(Here.Span, LanguageTexts.Unexpected(_text.Substring(Here.Span.Start, Here.Span.Length)));

    private static TextSpan Join(TextSpan first, TextSpan last) => new(first.Start, last.Start + last.Length - first.Start);
}
