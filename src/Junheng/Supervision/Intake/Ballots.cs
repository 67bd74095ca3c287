using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Junheng.Supervision.Intake;

/// <summary>
/// Makes and reads ballots. The text a page carries is campaign, cell, nonce and a code under the campaign's secret: 48 letters that need no store to
/// be checked. What is stored of a spent ballot cannot be computed back.
/// </summary>
public static class Ballots
{
    /// <summary>Letters of the text.</summary>
    public const int Length = 48;
    private const int Body = 24, Code = 12;

    public static Ballot New(Publication publication, int cell) => new(publication.Campaign, cell, Random());

    public static string Write(Ballot ballot, Publication publication)
    {
        Span<byte> bytes = stackalloc byte[Body + Code];
        Put(ballot, bytes);
        Sign(publication.Secret, Purpose.Ballot, bytes[..Body], bytes[Body..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <returns>Null unless the text is a ballot of this campaign for one of its cells.</returns>
    public static Ballot? Read(ReadOnlySpan<char> text, Publication publication)
    {
        Span<byte> bytes = stackalloc byte[Body + Code], expected = stackalloc byte[Code];
        if (!Decode(text, bytes)) return null;
        Sign(publication.Secret, Purpose.Ballot, bytes[..Body], expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, bytes[Body..])) return null;
        var ballot = Take(bytes);
        return ballot.Campaign == publication.Campaign && publication.Cell(ballot.Cell) is not null ? ballot : null;
    }

    /// <summary>The campaign a ballot says it belongs to, unchecked; null when the text is no ballot.</summary>
    public static int? CampaignOf(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[Body + Code];
        return Decode(text, bytes) ? Take(bytes).Campaign : null;
    }

    /// <summary>What is stored of a ballot when it is spent.</summary>
    public static UInt128 Spent(Ballot ballot, byte[] secret)
    {
        Span<byte> bytes = stackalloc byte[Body];
        Put(ballot, bytes);
        return Mark(secret, Purpose.Spent, bytes);
    }

    /// <summary>What tells that the same content is handed in again with the same ballot. Kept until the next sealing, apart from ballot and answer.</summary>
    /// <param name="key">A random word of the form, so that whoever knows a printed code and an answer cannot compute the mark.</param>
    public static UInt128 Repeat(Ballot ballot, byte[] secret, ReadOnlySpan<byte> key, ReadOnlySpan<byte> sheet)
    {
        Span<byte> bytes = stackalloc byte[1 + Body + sizeof(int)], whole = stackalloc byte[32];
        bytes[0] = (byte)Purpose.Repeat;
        Put(ballot, bytes[1..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[(1 + Body)..], key.Length);
        var hash = Signing.Under(secret);
        hash.AppendData(bytes);
        hash.AppendData(key);
        hash.AppendData(sheet);
        hash.GetHashAndReset(whole);
        return BinaryPrimitives.ReadUInt128LittleEndian(whole);
    }

    public static UInt128 Random()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        return BinaryPrimitives.ReadUInt128LittleEndian(bytes);
    }

    public static UInt128 Mark(byte[] secret, Purpose purpose, ReadOnlySpan<byte> data)
    {
        Span<byte> mark = stackalloc byte[16];
        Sign(secret, purpose, data, mark);
        return BinaryPrimitives.ReadUInt128LittleEndian(mark);
    }

    /// <summary>HMAC-SHA256 cut to the code's length; the purpose keeps one kind of text from passing for another.</summary>
    public static void Sign(byte[] secret, Purpose purpose, ReadOnlySpan<byte> data, Span<byte> code)
    {
        Span<byte> signed = stackalloc byte[96], whole = stackalloc byte[32];
        signed[0] = (byte)purpose;
        data.CopyTo(signed[1..]);
        var hash = Signing.Under(secret);
        hash.AppendData(signed[..(1 + data.Length)]);
        hash.GetHashAndReset(whole);
        whole[..code.Length].CopyTo(code);
    }

    private static bool Decode(ReadOnlySpan<char> text, Span<byte> bytes) =>
        text.Length == Length && Base64Url.DecodeFromChars(text, bytes, out _, out var written) == OperationStatus.Done && written == bytes.Length;

    private static void Put(Ballot ballot, Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes, ballot.Campaign);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], ballot.Cell);
        BinaryPrimitives.WriteUInt128LittleEndian(bytes[8..], ballot.Nonce);
    }

    private static Ballot Take(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadInt32LittleEndian(bytes), BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]),
        BinaryPrimitives.ReadUInt128LittleEndian(bytes[8..]));
}

/// <summary>What a code under the campaign's secret is for.</summary>
public enum Purpose : byte { Ballot = 1, Spent, Repeat, OpenLink, PersonalLink, LinkHash, Door, CodeHash, Exchange, Exchanged, Ticket }
