using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Junheng.Supervision.Intake;

public enum LinkKind : byte { Open, Personal, Door }

/// <summary>What a link says once its signature was found right.</summary>
/// <param name="Cell">Of an open link; 0 otherwise.</param>
/// <param name="Hash">Of a personal link: what the store knows it by.</param>
public readonly record struct Link(LinkKind Kind, int Campaign, int Cell, UInt128 Hash);

/// <summary>
/// The text of links: <c>/q/o…</c> for everybody of a cell, <c>/q/p…</c> for one person, <c>/q/c…</c> the door where one-time codes are entered.
/// At most 30 letters, so that their QR codes stay coarse enough for a poster's corner.
/// </summary>
public static class Links
{
    public const string Prefix = "/q/";
    private const int Short = 8, Token = 12, Longest = 40;

    public static string Open(Publication publication, int cell)
    {
        Span<byte> bytes = stackalloc byte[Longest];
        var body = Put(bytes, publication.Campaign);
        body += Put(bytes[body..], cell);
        return Text('o', publication, Purpose.OpenLink, bytes, body);
    }

    /// <summary>The page on which a one-time code is entered.</summary>
    public static string Door(Publication publication)
    {
        Span<byte> bytes = stackalloc byte[Longest];
        return Text('c', publication, Purpose.Door, bytes, Put(bytes, publication.Campaign));
    }

    /// <summary>A new link for one person; the store is given the hash alone, and the path is kept by whoever sends it.</summary>
    public static (string Path, byte[] Hash) NewPersonal(Publication publication)
    {
        Span<byte> bytes = stackalloc byte[Longest];
        var start = Put(bytes, publication.Campaign);
        RandomNumberGenerator.Fill(bytes.Slice(start, Token));
        var hash = new byte[16];
        BinaryPrimitives.WriteUInt128LittleEndian(hash, Ballots.Mark(publication.Secret, Purpose.LinkHash, bytes.Slice(start, Token)));
        return (Text('p', publication, Purpose.PersonalLink, bytes, start + Token), hash);
    }

    /// <summary>The campaign a link says it belongs to, unchecked; null when the text is no link.</summary>
    /// <param name="link">What follows <see cref="Prefix"/>.</param>
    public static int? CampaignOf(ReadOnlySpan<char> link)
    {
        Span<byte> bytes = stackalloc byte[Longest];
        if (!Decode(link, bytes, out var length)) return null;
        ReadOnlySpan<byte> rest = bytes[..length];
        return Next(ref rest);
    }

    /// <returns>Null unless the text is a link of this campaign to one of its cells.</returns>
    /// <param name="link">What follows <see cref="Prefix"/>.</param>
    public static Link? Read(ReadOnlySpan<char> link, Publication publication)
    {
        Span<byte> bytes = stackalloc byte[Longest], expected = stackalloc byte[Short];
        if (!Decode(link, bytes, out var length) || length <= Short) return null;
        Purpose? purpose = link[0] switch { 'o' => Purpose.OpenLink, 'p' => Purpose.PersonalLink, 'c' => Purpose.Door, _ => null };
        if (purpose is not { } known) return null;
        var body = length - Short;
        Ballots.Sign(publication.Secret, known, bytes[..body], expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, bytes[body..length])) return null;
        ReadOnlySpan<byte> rest = bytes[..body];
        if (Next(ref rest) != publication.Campaign) return null;
        return known switch
        {
            Purpose.Door => new Link(LinkKind.Door, publication.Campaign, 0, 0),
            Purpose.PersonalLink => new Link(LinkKind.Personal, publication.Campaign, 0, Ballots.Mark(publication.Secret, Purpose.LinkHash, rest)),
            _ => Next(ref rest) is { } cell && publication.Cell(cell) is not null ? new Link(LinkKind.Open, publication.Campaign, cell, 0) : null,
        };
    }

    private static string Text(char kind, Publication publication, Purpose purpose, Span<byte> bytes, int body)
    {
        Ballots.Sign(publication.Secret, purpose, bytes[..body], bytes.Slice(body, Short));
        return $"{Prefix}{kind}{Base64Url.EncodeToString(bytes[..(body + Short)])}";
    }

    private static bool Decode(ReadOnlySpan<char> link, Span<byte> bytes, out int length)
    {
        length = 0;
        return link.Length is > 1 and <= 50 && Base64Url.IsValid(link[1..], out var decoded) && decoded <= bytes.Length
            && Base64Url.DecodeFromChars(link[1..], bytes, out _, out length) == OperationStatus.Done;
    }

    private static int Put(Span<byte> bytes, int number)
    {
        var length = 0;
        for (var rest = (uint)number; ; rest >>= 7)
        {
            bytes[length++] = (byte)(rest < 0x80 ? rest : rest | 0x80);
            if (rest < 0x80) return length;
        }
    }

    private static int? Next(ref ReadOnlySpan<byte> bytes)
    {
        uint number = 0;
        for (var at = 0; at < Math.Min(bytes.Length, 5); at++)
        {
            number |= (uint)(bytes[at] & 0x7F) << (7 * at);
            if (bytes[at] >= 0x80) continue;
            bytes = bytes[(at + 1)..];
            return number <= int.MaxValue ? (int)number : null;
        }
        return null;
    }
}
