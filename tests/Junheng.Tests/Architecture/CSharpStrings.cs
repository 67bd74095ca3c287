using System.Text;

namespace Junheng.Tests.Architecture;

/// <summary>The string literals of a C# file, comments and character literals left out. It only has to keep in step
/// with quotes and comments, so an interpolated string counts with what stands in its holes.</summary>
public static class CSharpStrings
{
    /// <summary>Line number (from 1) where each literal begins, and what stands between its quotes.</summary>
    public static IEnumerable<(int Line, string Text)> In(string source)
    {
        var line = 1;
        for (var at = 0; at < source.Length;)
        {
            var begin = at;
            var literal = source[at] switch
            {
                '/' when Next('/') => Skip(() => source[at] != '\n'),
                '/' when Next('*') => SkipTo("*/"),
                '\'' => Character(),
                '"' when source.AsSpan(at).StartsWith("\"\"\"") => Raw(),
                '"' => Quoted(verbatim: at > 0 && (source[at - 1] == '@' || (at > 1 && source[at - 1] == '$' && source[at - 2] == '@'))),
                _ => One(),
            };
            if (literal is not null) yield return (line, literal);
            line += source.AsSpan(begin, at - begin).Count('\n');

            bool Next(char c) => at + 1 < source.Length && source[at + 1] == c;

            string? One() { at++; return null; }

            string? Skip(Func<bool> go)
            {
                while (at < source.Length && go()) at++;
                return null;
            }

            string? SkipTo(string end)
            {
                var found = source.IndexOf(end, at + 2, StringComparison.Ordinal);
                at = found < 0 ? source.Length : found + end.Length;
                return null;
            }

            string? Character()
            {
                at += Next('\\') ? 3 : 2;
                Skip(() => source[at] is not ('\'' or '\n'));
                return One();
            }

            string Raw()
            {
                var quotes = 0;
                while (at < source.Length && source[at] == '"') { quotes++; at++; }
                var start = at;
                var end = source.IndexOf(new string('"', quotes), at, StringComparison.Ordinal);
                at = end < 0 ? source.Length : end + quotes;
                return source[start..(end < 0 ? source.Length : end)];
            }

            string Quoted(bool verbatim)
            {
                var text = new StringBuilder();
                for (at++; at < source.Length; at++)
                {
                    if (source[at] == '"' && verbatim && Next('"')) at++;
                    else if (source[at] == '"') break;
                    else if (source[at] == '\\' && !verbatim) text.Append(source[at++]);
                    else if (source[at] == '\n' && !verbatim) break;
                    if (at < source.Length) text.Append(source[at]);
                }
                at++;
                return text.ToString();
            }
        }
    }

    /// <summary>Han characters, Chinese punctuation and full-width forms; full-width digits and their point are numbers, not words.</summary>
    public static bool HasChinese(string text) =>
        text.Any(c => c is not ('\uFF0E' or (>= '\uFF10' and <= '\uFF19')) and ((>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFFEF')
            or (>= '\uD840' and <= '\uD88D')));
}
