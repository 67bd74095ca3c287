using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Junheng.Supervision.Intake;

/// <summary>
/// One-time codes as they stand on paper slips: nine random letters and digits and a check letter, <c>K7MPX-3QADW</c>. Letters that are mistaken for others in
/// print (I, L, O, 0, 1) do not occur, and the check letter finds every wrong letter and every two neighbours that were exchanged. A code is a ballot
/// of its cell: slips are shuffled and handed out, so nobody knows who has which.
/// </summary>
public static class OneTimeCodes
{
    /// <summary>31 letters: a prime number, on which the check letter's strength rests.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Random = 9;

    /// <summary>A new code and what the store knows it by.</summary>
    public static (string Code, byte[] Hash) New(Publication publication)
    {
        Span<char> code = stackalloc char[Random + 1];
        for (var at = 0; at < Random; at++) code[at] = Alphabet[RandomNumberGenerator.GetInt32(Alphabet.Length)];
        code[Random] = Check(code[..Random]);
        var hash = new byte[16];
        BinaryPrimitives.WriteUInt128LittleEndian(hash, Hash(code, publication));
        return ($"{code[..5]}-{code[5..]}", hash);
    }

    /// <summary>Reads what was typed: small or full-width letters, spaces and hyphens do not matter.</summary>
    /// <returns>What the store knows the code by; null when it was mistyped.</returns>
    public static UInt128? Read(ReadOnlySpan<char> typed, Publication publication)
    {
        Span<char> code = stackalloc char[Random + 1];
        var length = 0;
        foreach (var written in typed)
        {
            var letter = char.ToUpperInvariant(written is >= '\uFF01' and <= '\uFF5E' ? (char)(written - 0xFEE0) : written);
            if (letter is '-' or '\u2014' or '\u2013' || char.IsWhiteSpace(letter)) continue;
            if (length == code.Length || !Alphabet.Contains(letter)) return null;
            code[length++] = letter;
        }
        return length == code.Length && Check(code[..Random]) == code[Random] ? Hash(code, publication) : null;
    }

    private static char Check(ReadOnlySpan<char> letters)
    {
        var sum = 0;
        for (var at = 0; at < letters.Length; at++) sum += (at + 2) * Alphabet.IndexOf(letters[at]);
        return Alphabet[sum % Alphabet.Length];
    }

    private static UInt128 Hash(ReadOnlySpan<char> code, Publication publication)
    {
        Span<byte> bytes = stackalloc byte[Random + 1];
        Encoding.ASCII.GetBytes(code, bytes);
        return Ballots.Mark(publication.Secret, Purpose.CodeHash, bytes);
    }
}
