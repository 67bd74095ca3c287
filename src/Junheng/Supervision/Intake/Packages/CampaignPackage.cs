using System.Security.Cryptography;
using System.Text.Json;
using Junheng.Platform.Rules;

namespace Junheng.Supervision.Intake.Packages;

/// <summary>What a host that runs alone is given: the publication, and links and codes by their hashes. It holds the secret of the campaign, so it travels as a key does.</summary>
/// <param name="Links">Hash and cell, twenty bytes each.</param>
/// <param name="Codes">Likewise.</param>
public sealed record CampaignPackage(Publication Publication, byte[] Links, byte[] Codes)
{
    private const string Format = "junheng-campaign-1";

    /// <returns>JSON with the content, the public key and a signature over format and content.</returns>
    public byte[] Sign(ECDsa key)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(this);
        return JsonSerializer.SerializeToUtf8Bytes(new Envelope(Format, content, key.ExportSubjectPublicKeyInfo(), key.SignData(Signed(content), HashAlgorithmName.SHA256)));
    }

    /// <returns>The content and the fingerprint of whoever signed it; whether he is trusted is the caller's question.</returns>
    /// <exception cref="RuleException">The file is no package, or was altered.</exception>
    public static (CampaignPackage Package, string Fingerprint) Read(byte[] file)
    {
        try
        {
            var envelope = JsonSerializer.Deserialize<Envelope>(file);
            if (envelope is not { Format: Format, Content: { } content, Key: { } publicKey, Signature: { } signature }) throw new RuleException(IntakeTexts.NotACampaignPackage);
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(publicKey, out _);
            if (!key.VerifyData(Signed(content), signature, HashAlgorithmName.SHA256)) throw new RuleException(IntakeTexts.NotACampaignPackage);
            return (JsonSerializer.Deserialize<CampaignPackage>(content)!, InstallationKey.Fingerprint(publicKey));
        }
        catch (Exception broken) when (broken is JsonException or CryptographicException)
        {
            throw new RuleException(IntakeTexts.NotACampaignPackage);
        }
    }

    private static byte[] Signed(byte[] content) => [.. System.Text.Encoding.ASCII.GetBytes(Format), 0, .. content];

    private sealed record Envelope(string Format, byte[] Content, byte[] Key, byte[] Signature);
}
