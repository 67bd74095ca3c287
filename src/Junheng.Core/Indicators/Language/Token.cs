using Junheng.Core.Quantities;

namespace Junheng.Core.Indicators.Language;

internal enum TokenKind : byte { End, Number, Text, Name, Operator, Open, Close, Comma, Colon }

/// <param name="Text">Name, contents of a quoted text, or unit of a number.</param>
internal readonly record struct Token(TokenKind Kind, TextSpan Span, string Text = "", double Number = 0, Operator Operator = default);
