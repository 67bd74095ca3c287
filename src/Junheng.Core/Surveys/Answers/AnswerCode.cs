using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Core.Surveys.Answers;

/// <summary>
/// The bytes of an answer sheet as they are stored: for every variable in order its form and value, without codes, names or time. They mean something
/// only beside their questionnaire's edition. Fifty choices take fifty bytes.
/// </summary>
public static class AnswerCode
{
    // 0 = none; 1..200 = option 0..199; above that the form of what follows.
    internal const byte LargestOption = 200, Wide = 251, Set = 252, Number = 253, Text = 254, Ranking = 255;

    public static void Write(AnswerSheet sheet, IBufferWriter<byte> output)
    {
        var count = sheet.Questionnaire.Variables.Count;
        for (var at = 0; at < count; at++) Write(sheet[at], output);
    }

    public static byte[] ToBytes(AnswerSheet sheet)
    {
        var buffer = new ArrayBufferWriter<byte>(sheet.Questionnaire.Variables.Count + 16);
        Write(sheet, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="FormatException">The bytes belong to another edition or are cut off.</exception>
    public static AnswerSheet Read(Questionnaire questionnaire, ReadOnlySpan<byte> bytes)
    {
        var sheet = new AnswerSheet(questionnaire);
        var count = questionnaire.Variables.Count;
        try
        {
            for (var at = 0; at < count; at++) sheet[at] = Next(ref bytes);
        }
        catch (ArgumentException cut)
        {
            throw new FormatException("An answer is cut off.", cut);
        }
        return bytes.IsEmpty ? sheet : throw new FormatException("An answer is longer than its questionnaire.");
    }

    private static void Write(Answer answer, IBufferWriter<byte> output)
    {
        switch (answer.Form)
        {
            case AnswerForm.None:
                Put(output, 0);
                break;
            case AnswerForm.Option when answer.Choice < LargestOption:
                Put(output, (byte)(answer.Choice + 1));
                break;
            case AnswerForm.Option:
                Put(output, Wide);
                Put(output, (ulong)answer.Choice);
                break;
            case AnswerForm.Options:
                Put(output, Set);
                Put(output, answer.Set);
                break;
            case AnswerForm.Number:
                Put(output, Number);
                BinaryPrimitives.WriteDoubleLittleEndian(output.GetSpan(8), answer.Value);
                output.Advance(8);
                break;
            default:
                Put(output, answer.Form == AnswerForm.Text ? Text : Ranking);
                var length = Encoding.UTF8.GetByteCount(answer.Words!);
                Put(output, (ulong)length);
                Encoding.UTF8.GetBytes(answer.Words, output.GetSpan(length));
                output.Advance(length);
                break;
        }
    }

    private static Answer Next(ref ReadOnlySpan<byte> bytes)
    {
        var form = bytes[..1][0];
        bytes = bytes[1..];
        switch (form)
        {
            case 0: return default;
            case <= LargestOption: return Answer.Option(form - 1);
            case Wide: return Answer.Option((int)Varint(ref bytes));
            case Set: return Answer.Options(Varint(ref bytes));
            case Number:
                var number = BinaryPrimitives.ReadDoubleLittleEndian(bytes);
                bytes = bytes[8..];
                return Answer.Number(number);
            case Text: return Answer.Text(Encoding.UTF8.GetString(Taken(ref bytes)));
            case Ranking:
                var positions = Taken(ref bytes);
                Span<int> order = stackalloc int[positions.Length];
                for (var at = 0; at < order.Length; at++) order[at] = positions[at];
                return Answer.Ranking(order);
            default: throw new FormatException("An answer of an unknown form.");
        }
    }

    private static ReadOnlySpan<byte> Taken(ref ReadOnlySpan<byte> bytes)
    {
        var length = (int)Math.Min(Varint(ref bytes), int.MaxValue);
        var taken = bytes[..length];
        bytes = bytes[length..];
        return taken;
    }

    private static void Put(IBufferWriter<byte> output, byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    private static void Put(IBufferWriter<byte> output, ulong value)
    {
        for (; value >= 0x80; value >>= 7) Put(output, (byte)(value | 0x80));
        Put(output, (byte)value);
    }

    internal static ulong Varint(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var next = bytes[..1][0];
            bytes = bytes[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
        throw new FormatException("A number of an answer has no end.");
    }
}
