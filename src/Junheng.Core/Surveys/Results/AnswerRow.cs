using System.Buffers.Binary;
using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Core.Surveys.Results;

/// <summary>One stored answer laid out in columns that are used again for the next: no object per answer.</summary>
internal sealed class AnswerRow
{
    /// <summary>In <see cref="Codes"/>: something other than one slot was answered; see the column of its kind.</summary>
    public const byte Other = 255;

    private readonly Shape[] shapes;

    public AnswerRow(Questionnaire questionnaire)
    {
        shapes = [.. questionnaire.Variables.Select(Shape.Of)];
        Codes = new byte[shapes.Length];
        Sets = new ulong[shapes.Length];
        Numbers = new double[shapes.Length];
        Words = new (int, int)[shapes.Length];
    }

    /// <summary>0 = not answered; slot + 1; or <see cref="Other"/>.</summary>
    public byte[] Codes { get; }
    public ulong[] Sets { get; }
    public double[] Numbers { get; }

    /// <summary>Start and length of a text or ranking within the bytes.</summary>
    public (int Start, int Length)[] Words { get; }

    public IReadOnlyList<Shape> Shapes => shapes;

    /// <summary>False when the bytes do not belong to the questionnaire.</summary>
    public bool Read(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes;
        for (var at = 0; at < shapes.Length; at++)
        {
            if (rest.IsEmpty) return false;
            var form = rest[0];
            rest = rest[1..];
            if (form == 0) Codes[at] = 0;
            else if (form <= AnswerCode.LargestOption)
            {
                if (shapes[at].Kind != ItemKind.Single || form > shapes[at].Slots) return false;
                Codes[at] = form;
            }
            else if (!Special(form, at, bytes.Length, ref rest)) return false;
        }
        return rest.IsEmpty;
    }

    private bool Special(byte form, int at, int total, ref ReadOnlySpan<byte> rest)
    {
        Codes[at] = Other;
        var shape = shapes[at];
        switch (form)
        {
            case AnswerCode.Wide when shape.Kind == ItemKind.Single && Whole(rest):
                Numbers[at] = AnswerCode.Varint(ref rest);
                return Numbers[at] < shape.Slots;
            case AnswerCode.Set when shape.Kind == ItemKind.Multiple && Whole(rest):
                Sets[at] = AnswerCode.Varint(ref rest);
                if (Sets[at] == 0) Codes[at] = 0;
                return shape.Slots >= 64 || Sets[at] >> shape.Slots == 0;
            case AnswerCode.Number when rest.Length >= 8 && shape.Kind is ItemKind.Scale or ItemKind.Number:
                return Number(BinaryPrimitives.ReadDoubleLittleEndian(Taken(ref rest, 8)), at);
            case AnswerCode.Text when shape.Kind is ItemKind.ShortText or ItemKind.LongText && Whole(rest):
                return Span(at, total, ref rest);
            case AnswerCode.Ranking when shape.Kind == ItemKind.Ranking && Whole(rest):
                return Span(at, total, ref rest);
            default:
                return false;
        }
    }

    private bool Number(double value, int at)
    {
        if (!double.IsFinite(value)) return false;
        Numbers[at] = value;
        if (shapes[at].Kind != ItemKind.Scale) return true;
        var slot = value - shapes[at].Least;
        if (slot < 0 || slot >= shapes[at].Slots || slot != Math.Floor(slot)) return false;
        Codes[at] = (byte)(slot + 1);
        return true;
    }

    private bool Span(int at, int total, ref ReadOnlySpan<byte> rest)
    {
        var length = AnswerCode.Varint(ref rest);
        if (length > (ulong)rest.Length) return false;
        Words[at] = (total - rest.Length, (int)length);
        if (length == 0) Codes[at] = 0;
        rest = rest[(int)length..];
        return true;
    }

    /// <summary>Whether a number with continuation bits ends within the bytes.</summary>
    private static bool Whole(ReadOnlySpan<byte> rest)
    {
        for (var at = 0; at < Math.Min(rest.Length, 10); at++) if (rest[at] < 0x80) return true;
        return false;
    }

    private static ReadOnlySpan<byte> Taken(ref ReadOnlySpan<byte> rest, int length)
    {
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
