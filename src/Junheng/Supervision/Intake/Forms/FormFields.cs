using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Junheng.Supervision.Intake.Forms;

/// <summary>The fields of a form as a browser sends them (application/x-www-form-urlencoded, UTF-8), in their order.</summary>
internal static class FormFields
{
    /// <summary>Fields of the page itself begin so; codes of items never do.</summary>
    public const string Ballot = "-ballot", Code = "-code", Key = "-key";

    private const int Most = 2000;

    /// <returns>Null where it is no such text: a broken escape, bytes that are no UTF-8, thousands of fields.</returns>
    public static List<KeyValuePair<string, string>>? Read(ReadOnlySpan<byte> body)
    {
        var fields = new List<KeyValuePair<string, string>>();
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(body.Length, 1));
        try
        {
            foreach (var range in body.Split((byte)'&'))
            {
                var field = body[range];
                if (field.IsEmpty) continue;
                if (fields.Count == Most) return null;
                var equals = field.IndexOf((byte)'=');
                if (Decoded(equals < 0 ? field : field[..equals], buffer) is not { } name || Decoded(equals < 0 ? [] : field[(equals + 1)..], buffer) is not { } value) return null;
                fields.Add(new(name, value));
            }
            return fields;
        }
        finally
        {
            buffer.AsSpan(0, body.Length).Clear();
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string? Decoded(ReadOnlySpan<byte> text, byte[] buffer)
    {
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '+') c = (byte)' ';
            else if (c == '%')
            {
                if (at + 2 >= text.Length || !char.IsAsciiHexDigit((char)text[at + 1]) || !char.IsAsciiHexDigit((char)text[at + 2])) return null;
                c = (byte)((Digit(text[at + 1]) << 4) | Digit(text[at + 2]));
                at += 2;
            }
            buffer[length++] = c;
        }
        var bytes = buffer.AsSpan(0, length);
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
    }

    private static int Digit(byte hex) => hex <= '9' ? hex - '0' : (hex | 0x20) - 'a' + 10;
}
