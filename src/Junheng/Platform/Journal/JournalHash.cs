using System.Security.Cryptography;
using System.Text;

namespace Junheng.Platform.Journal;

/// <summary>SHA-256 over length-prefixed fields, so that no two different rows share their bytes.</summary>
public static class JournalHash
{
    public static byte[] Of(params object?[] fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in fields)
        {
            var text = field switch
            {
                null => null,
                // The databases keep microseconds; what they drop must not enter the hash.
                DateTime at => (at.Ticks / TimeSpan.TicksPerMicrosecond).ToString(),
                _ => field.ToString(),
            };
            var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(text is null ? -1 : bytes.Length));
            hash.AppendData(bytes);
        }
        return hash.GetHashAndReset();
    }
}
