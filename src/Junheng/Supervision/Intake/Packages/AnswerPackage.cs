using System.Buffers.Binary;
using System.Security.Cryptography;
using Junheng.Core.Surveys.Answers;
using Junheng.Platform.Rules;
using Junheng.Supervision.Intake.Storage;

namespace Junheng.Supervision.Intake.Packages;

/// <summary>
/// Answers on their way home: all batches handed out so far, each in random order under a random name, encrypted and authenticated with a key that only holders
/// of the campaign's secret can compute. A later package holds the earlier batches again.
/// </summary>
public static class AnswerPackage
{
    private const int Nonce = 12, Tag = 16, Header = 10 + 16 + 4;
    private static ReadOnlySpan<byte> Magic => "JHANSWERS1"u8;

    public static void Write(Stream target, Publication publication, IReadOnlyList<OutgoingBatch> batches)
    {
        var header = new byte[Header];
        Magic.CopyTo(header);
        publication.Id.TryWriteBytes(header.AsSpan(10));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(26), batches.Count);
        target.Write(header);
        using var cipher = Cipher(publication);
        foreach (var batch in batches)
        {
            var plain = new byte[4 + batch.Heads.Length + batch.Sheets.Length];
            BinaryPrimitives.WriteInt32LittleEndian(plain, batch.Heads.Length);
            batch.Heads.CopyTo(plain, 4);
            batch.Sheets.CopyTo(plain, 4 + batch.Heads.Length);
            var (name, nonce, tag, length) = (batch.Name.Bytes(), RandomNumberGenerator.GetBytes(Nonce), new byte[Tag], new byte[4]);
            cipher.Encrypt(nonce, plain, plain, tag, (byte[])[.. header, .. name]);
            BinaryPrimitives.WriteInt32LittleEndian(length, plain.Length);
            foreach (var part in new[] { name, nonce, tag, length, plain }) target.Write(part);
        }
    }

    /// <param name="find">The publication by its id.</param>
    /// <exception cref="RuleException">The file is no package, is altered or cut off, or belongs to a campaign that is not here.</exception>
    public static (Publication Publication, IReadOnlyList<(Guid Name, IReadOnlyList<StoredAnswer> Answers)> Batches) Read(Stream source, Func<Guid, Publication?> find)
    {
        try
        {
            var header = Take(source, Header);
            if (!header.AsSpan().StartsWith(Magic)) throw new RuleException(IntakeTexts.NotAnAnswerPackage);
            var publication = find(new Guid(header.AsSpan(10, 16))) ?? throw new RuleException(IntakeTexts.OtherCampaign);
            using var cipher = Cipher(publication);
            var batches = new List<(Guid, IReadOnlyList<StoredAnswer>)>();
            for (var left = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(26)); left > 0; left--)
            {
                var (name, nonce, tag) = (Take(source, 16), Take(source, Nonce), Take(source, Tag));
                var plain = Take(source, BinaryPrimitives.ReadInt32LittleEndian(Take(source, 4)));
                cipher.Decrypt(nonce, plain, tag, plain, (byte[])[.. header, .. name]);
                batches.Add((new Guid(name), Answers(publication, plain)));
            }
            return (publication, batches);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new RuleException(IntakeTexts.AnswersAltered);
        }
        catch (EndOfStreamException)
        {
            throw new RuleException(IntakeTexts.NotAnAnswerPackage);
        }
    }

    private static List<StoredAnswer> Answers(Publication publication, byte[] plain)
    {
        var heads = BinaryPrimitives.ReadInt32LittleEndian(plain);
        var cells = publication.Cells.Select(c => c.StoredAs).ToHashSet();
        var answers = new List<StoredAnswer>();
        foreach (var (_, answer) in BatchCode.ReadAnswers(plain[4..(4 + heads)], plain[(4 + heads)..]))
            answers.Add(cells.Contains(answer.Cell) ? answer : throw new RuleException(IntakeTexts.ForeignCell));
        return answers;
    }

    private static AesGcm Cipher(Publication publication) =>
        new(HKDF.DeriveKey(HashAlgorithmName.SHA256, publication.Secret, 32, info: "answers"u8.ToArray(), salt: publication.Id.ToByteArray()), Tag);

    private static byte[] Take(Stream source, int length)
    {
        if (length < 0 || source.CanSeek && length > source.Length - source.Position) throw new EndOfStreamException();
        var bytes = new byte[length];
        source.ReadExactly(bytes);
        return bytes;
    }
}
