using System.Security.Cryptography;

namespace Junheng.Supervision.Intake;

/// <summary>One keyed hash for each thread, kept for the secret it was last used under: setting a key up takes longer than signing with it.</summary>
internal static class Signing
{
    [ThreadStatic] private static byte[]? key;
    [ThreadStatic] private static IncrementalHash? hash;

    /// <summary>HMAC-SHA256, at its beginning; the caller takes the result before anything else runs on the thread.</summary>
    public static IncrementalHash Under(byte[] secret)
    {
        if (ReferenceEquals(key, secret) && hash is not null) return hash;
        hash?.Dispose();
        hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        key = secret;
        return hash;
    }
}
