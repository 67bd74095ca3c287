using System.Globalization;
using Junheng.Core.Indicators.Language;
using Junheng.Core.Quantities;

namespace Junheng.Supervision.Questionnaires.XlsForms;

/// <summary>
/// Reads the part of XPath that XLSForms use for relevant, constraint and calculation, into the tree of our own language: <c>${q}</c> and <c>.</c> become
/// names, functions calls. What the words mean is decided by whoever translates the tree.
/// </summary>
internal sealed class XPathParser
{
    /// <summary>The name that <c>.</c> becomes.</summary>
    public const string Self = ".";
    private const int Deepest = 60, Longest = 4000;

    private static readonly Dictionary<string, Operator> Comparisons = new()
    {
        ["="] = Operator.Equal,
        ["!="] = Operator.NotEqual,
        ["<"] = Operator.Less,
        ["<="] = Operator.AtMost,
        [">"] = Operator.Greater,
        [">="] = Operator.AtLeast,
    };

    private readonly string _text;
    private int _at;
    private int _depth;

    private XPathParser(string text) => _text = text;

    /// <exception cref="FormulaException">With place and reason.</exception>
    public static Expression Read(string text)
    {
        if (text.Length > Longest) throw new FormulaException(new(Longest, 1), XlsFormTexts.TooLong(Longest));
        var parser = new XPathParser(text);
        var read = parser.Or();
        return parser.AtEnd ? read : throw parser.Unexpected();
    }

    private bool AtEnd
    {
        get
        {
            while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
            return _at >= _text.Length;
        }
    }

    private Expression Or()
    {
        if (++_depth > Deepest) throw new FormulaException(new(_at, 0), XlsFormTexts.TooDeep);
        var left = And();
        while (Word("or")) left = new BinaryExpression(Since(left), Operator.Or, left, And());
        _depth--;
        return left;
    }

    private Expression And()
    {
        var left = Comparison();
        while (Word("and")) left = new BinaryExpression(Since(left), Operator.And, left, Comparison());
        return left;
    }

    private Expression Comparison()
    {
        var left = Value();
        if (Sign() is not { } op) return left;
        var right = Value();
        return new BinaryExpression(new(left.Span.Start, _at - left.Span.Start), op, left, right);
    }

    private Expression Value()
    {
        if (AtEnd) throw new FormulaException(new(_text.Length, 0), XlsFormTexts.Unended);
        var start = _at;
        switch (_text[_at])
        {
            case '(':
                _at++;
                var inner = Or();
                Expect(')');
                return inner;
            case '-':
                _at++;
                return !AtEnd && char.IsAsciiDigit(_text[_at]) && Number(_at) is var number ? number with { Value = -number.Value, Span = From(start) } : throw new FormulaException(From(start), XlsFormTexts.Arithmetic);
            case '$':
                return Reference(start);
            case '\'' or '"' or '\u2018' or '\u2019' or '\u201C' or '\u201D':
                return Quoted(start);
            case '.' when _at + 1 >= _text.Length || !char.IsAsciiDigit(_text[_at + 1]):
                _at++;
                return new NameExpression(From(start), Self);
            case var c when char.IsAsciiDigit(c) || c == '.':
                return Number(start);
            case var c when char.IsAsciiLetter(c):
                return Call(start);
            default:
                throw Unexpected();
        }
    }

    private NameExpression Reference(int start)
    {
        var end = _text.IndexOf('}', start);
        if (end < 0 || start + 1 >= _text.Length || _text[start + 1] != '{') throw new FormulaException(new(start, 1), XlsFormTexts.Reference);
        _at = end + 1;
        return new(From(start), _text[(start + 2)..end].Trim());
    }

    /// <summary>Spreadsheets turn straight quotes into curly ones; any of a family closes.</summary>
    private TextLiteral Quoted(int start)
    {
        var family = _text[start] is '\'' or '\u2018' or '\u2019' ? "'\u2018\u2019" : "\"\u201C\u201D";
        var end = _text.AsSpan(start + 1).IndexOfAny(family);
        if (end < 0) throw new FormulaException(new(start, 1), XlsFormTexts.Quotes);
        _at = start + 1 + end + 1;
        return new(From(start), _text[(start + 1)..(_at - 1)]);
    }

    private NumberLiteral Number(int start)
    {
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '.')) _at++;
        return double.TryParse(_text.AsSpan(start, _at - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new(From(start), value, "")
            : throw new FormulaException(From(start), XlsFormTexts.Unexpected(_text[start.._at]));
    }

    private CallExpression Call(int start)
    {
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '-' or '_' or ':')) _at++;
        var (name, span) = (_text[start.._at], From(start));
        if (AtEnd || _text[_at] != '(') throw new FormulaException(span, XlsFormTexts.Unexpected(name));
        _at++;
        var arguments = new List<Argument>();
        while (AtEnd || _text[_at] != ')')
        {
            if (arguments.Count > 0) Expect(',');
            arguments.Add(new(null, Or()));
        }
        _at++;
        return new(From(start), name, span, arguments);
    }

    private Operator? Sign()
    {
        if (AtEnd) return null;
        foreach (var length in (int[])[2, 1])
            if (_at + length <= _text.Length && Comparisons.TryGetValue(_text.Substring(_at, length), out var op))
            {
                _at += length;
                return op;
            }
        return _text[_at] is '+' or '*' or '-' || Starts("div") || Starts("mod") ? throw new FormulaException(new(_at, 1), XlsFormTexts.Arithmetic) : null;
    }

    private bool Word(string word)
    {
        if (AtEnd || !Starts(word)) return false;
        _at += word.Length;
        return true;
    }

    private bool Starts(string word) =>
        string.CompareOrdinal(_text, _at, word, 0, word.Length) == 0 && (_at + word.Length >= _text.Length || !char.IsAsciiLetterOrDigit(_text[_at + word.Length]));

    private void Expect(char sign)
    {
        if (AtEnd) throw new FormulaException(new(_text.Length, 0), XlsFormTexts.Unended);
        if (_text[_at] != sign) throw Unexpected();
        _at++;
    }

    private TextSpan Since(Expression left) => new(left.Span.Start, _at - left.Span.Start);

    private TextSpan From(int start) => new(start, _at - start);

    private FormulaException Unexpected() => _text[_at] is '+' or '*' or '-' ? new(new(_at, 1), XlsFormTexts.Arithmetic) : new(new(_at, 1), XlsFormTexts.Unexpected(_text[_at..Math.Min(_text.Length, _at + 10)]));
}
