using System.Security.Cryptography;

namespace Junheng.Supervision.Intake.Packages;

/// <summary>The key with which this installation signs what it hands to other hosts: ECDSA on P-256, made once, kept in the data directory.</summary>
public static class InstallationKey
{
    /// <summary>Of the data directory. Whoever holds the key signs in the district's name.</summary>
    public static ECDsa Open(string dataDirectory)
    {
        var file = Path.Combine(dataDirectory, "keys", "intake.pem");
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(file))
        {
            key.ImportFromPem(File.ReadAllText(file));
            return key;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var owned = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) owned.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, owned);
        using var writer = new StreamWriter(stream);
        writer.Write(key.ExportPkcs8PrivateKeyPem());
        return key;
    }

    /// <summary>Twenty hexadecimal digits in groups of four, to be read out over the telephone.</summary>
    /// <param name="publicKey">As SubjectPublicKeyInfo.</param>
    public static string Fingerprint(byte[] publicKey) => string.Join('-', Convert.ToHexString(SHA256.HashData(publicKey).AsSpan(0, 10)).Chunk(4).Select(g => new string(g)));
}
