using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Junheng.Core.Surveys.Answers;

namespace Junheng.Supervision.Intake.Forms;

/// <summary>
/// The word of one form: when it was opened, to the second, something random, and a code under the campaign's secret. From it comes the pace, in coarse
/// steps, and what tells that the same form is sent again; the time itself is stored nowhere.
/// </summary>
internal static class Ticket
{
    public const int Length = 27;
    private const int Body = 12, Code = 8;

    public static string New(Publication publication, DateTime now)
    {
        Span<byte> bytes = stackalloc byte[Body + Code];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Seconds(publication, now));
        RandomNumberGenerator.Fill(bytes[4..Body]);
        Ballots.Sign(publication.Secret, Purpose.Ticket, bytes[..Body], bytes[Body..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <returns>How long the form was open; unknown where the word is missing or not ours.</returns>
    public static Pace Read(ReadOnlySpan<char> text, Publication publication, DateTime now)
    {
        Span<byte> bytes = stackalloc byte[Body + Code], expected = stackalloc byte[Code];
        if (text.Length != Length || Base64Url.DecodeFromChars(text, bytes, out _, out var written) != OperationStatus.Done || written != bytes.Length) return Pace.Unknown;
        Ballots.Sign(publication.Secret, Purpose.Ticket, bytes[..Body], expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, bytes[Body..])) return Pace.Unknown;
        return (Seconds(publication, now) - BinaryPrimitives.ReadInt32LittleEndian(bytes)) switch
        {
            < 0 => Pace.Unknown,
            < 15 => Pace.Rushed,
            < 30 => Pace.VeryFast,
            < 60 => Pace.Fast,
            < 120 => Pace.Brisk,
            < 300 => Pace.Usual,
            < 900 => Pace.Slow,
            _ => Pace.VerySlow,
        };
    }

    private static int Seconds(Publication publication, DateTime now) => (int)Math.Clamp((now - publication.Opens).TotalSeconds, int.MinValue, int.MaxValue);
}
