using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Junheng.Core.Surveys.Answers;
using Junheng.Supervision.Intake.Writing;

namespace Junheng.Supervision.Intake.Storage;

/// <summary>
/// The bytes of one batch in SQLite's append-only table: ballots spent, marks of repeats, heads of answers and answers, each list in an order of its own. The
/// first two are sorted, which says nothing because they are random; answers are shuffled. Buffers serve one batch after the other.
/// </summary>
public sealed class BatchCode
{
    public const int MarkLength = 20, HeadLength = 13;

    private readonly List<(UInt128 Mark, int Campaign)> marks = [];
    private readonly List<(ulong Order, Submission Answer)> answers = [];
    private byte[] spent = [], repeats = [], heads = [], sheets = [];

    public ArraySegment<byte> Spent { get; private set; }
    public ArraySegment<byte> Repeats { get; private set; }
    public ArraySegment<byte> Heads { get; private set; }
    public ArraySegment<byte> Sheets { get; private set; }

    public void Fill(List<Submission> accepted)
    {
        Spent = Marks(ref spent, accepted, ofRepeats: false);
        Repeats = Marks(ref repeats, accepted, ofRepeats: true);
        Shuffle(accepted);
        var (size, at) = (0, 0);
        foreach (var (_, answer) in answers) size += answer.Sheet.Length;
        Grow(ref heads, accepted.Count * HeadLength);
        Grow(ref sheets, size);
        var head = heads.AsSpan();
        foreach (var (_, answer) in answers)
        {
            PutHead(head, answer.Campaign, answer.Cell, answer.Pace, answer.Sheet.Length);
            head = head[HeadLength..];
            answer.Sheet.Span.CopyTo(sheets.AsSpan(at));
            at += answer.Sheet.Length;
        }
        (Heads, Sheets) = (new(heads, 0, accepted.Count * HeadLength), new(sheets, 0, size));
        answers.Clear();
    }

    /// <summary>The heads and sheets of sealed answers, in the order given.</summary>
    public static (byte[] Heads, byte[] Sheets) Pack(int campaign, IReadOnlyList<StoredAnswer> answers)
    {
        var (heads, sheets, at) = (new byte[answers.Count * HeadLength], new byte[answers.Sum(a => a.Bytes.Length)], 0);
        for (var i = 0; i < answers.Count; i++)
        {
            PutHead(heads.AsSpan(i * HeadLength), campaign, answers[i].Cell, answers[i].Pace, answers[i].Bytes.Length);
            answers[i].Bytes.Span.CopyTo(sheets.AsSpan(at));
            at += answers[i].Bytes.Length;
        }
        return (heads, sheets);
    }

    public static IEnumerable<(int Campaign, UInt128 Mark)> ReadMarks(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length; at += MarkLength)
            yield return (BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at)), BinaryPrimitives.ReadUInt128LittleEndian(bytes.AsSpan(at + 4)));
    }

    public static IEnumerable<(int Campaign, int Cell)> ReadHeads(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length; at += HeadLength)
            yield return (BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at)), BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at + 4)));
    }

    public static IEnumerable<(int Campaign, StoredAnswer Answer)> ReadAnswers(byte[] heads, byte[] sheets)
    {
        var start = 0;
        for (var at = 0; at < heads.Length; at += HeadLength)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(heads.AsSpan(at + 9));
            yield return (BinaryPrimitives.ReadInt32LittleEndian(heads.AsSpan(at)),
                new(BinaryPrimitives.ReadInt32LittleEndian(heads.AsSpan(at + 4)), (Pace)heads[at + 8], sheets.AsMemory(start, length)));
            start += length;
        }
    }

    private static void PutHead(Span<byte> head, int campaign, int cell, Pace pace, int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(head, campaign);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], cell);
        head[8] = (byte)pace;
        BinaryPrimitives.WriteInt32LittleEndian(head[9..], length);
    }

    private ArraySegment<byte> Marks(ref byte[] buffer, List<Submission> accepted, bool ofRepeats)
    {
        foreach (var submission in accepted) marks.Add((ofRepeats ? submission.Repeat : submission.Spent, submission.Campaign));
        marks.Sort();
        Grow(ref buffer, marks.Count * MarkLength);
        var rest = buffer.AsSpan();
        foreach (var (mark, campaign) in marks)
        {
            BinaryPrimitives.WriteInt32LittleEndian(rest, campaign);
            BinaryPrimitives.WriteUInt128LittleEndian(rest[4..], mark);
            rest = rest[MarkLength..];
        }
        var length = marks.Count * MarkLength;
        marks.Clear();
        return new(buffer, 0, length);
    }

    private void Shuffle(List<Submission> accepted)
    {
        Span<ulong> order = accepted.Count <= 512 ? stackalloc ulong[accepted.Count] : new ulong[accepted.Count];
        RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(order));
        for (var i = 0; i < order.Length; i++) answers.Add((order[i], accepted[i]));
        answers.Sort(static (a, b) => a.Order.CompareTo(b.Order));
    }

    private static void Grow(ref byte[] buffer, int size)
    {
        if (buffer.Length < size) buffer = new byte[Math.Max(size, 2 * buffer.Length)];
    }
}
