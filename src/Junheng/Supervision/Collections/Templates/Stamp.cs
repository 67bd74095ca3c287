using System.Security.Cryptography;
using System.Text;
using Junheng.Supervision.Collections.Form;

namespace Junheng.Supervision.Collections.Templates;

/// <summary>What a generated workbook is for: collection, version of its questions, respondent, and a digest over these and the rows, so that a
/// file of another unit or an older form is known by itself, whatever it is called.</summary>
/// <example><c>JH1.0193f1….2.YPS062.4f0c2a91</c></example>
public sealed record Stamp(Guid Collection, int Version, string Code, string Digest)
{
    private const string Form = "JH1";

    public static Stamp Of(Reply reply, IReadOnlyList<FormRow> rows) => new(reply.CollectionId, reply.FormVersion, reply.Code, DigestOf(reply.CollectionId, reply.FormVersion, reply.Code, rows));

    /// <summary>Null when the text is no stamp.</summary>
    public static Stamp? Read(string text) =>
        text.Split('.') is [Form, var id, var version, .. var code, var digest] && Guid.TryParseExact(id, "N", out var collection) && int.TryParse(version, out var number)
            ? new(collection, number, string.Join('.', code), digest) : null;

    public override string ToString() => $"{Form}.{Collection:N}.{Version}.{Code}.{Digest}";

    private static string DigestOf(Guid collection, int version, string code, IReadOnlyList<FormRow> rows) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{collection:N}/{version}/{code}/{string.Join(',', rows.Select(r => r.Key))}")).AsSpan(0, 6));
}
