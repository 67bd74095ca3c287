using System.Security.Cryptography;
using Junheng.Platform.Sheets;

namespace Junheng.Platform.Imports;

/// <summary>A file to be taken in.</summary>
/// <param name="Name">By which messages call it, without folders.</param>
/// <param name="Content">Can seek; stays open with whoever opened it.</param>
public sealed record ImportFile(string Name, Stream Content)
{
    /// <exception cref="SheetException">The file is no readable table.</exception>
    public Task<SheetReader> OpenTable(CancellationToken cancellation = default) => SheetReader.Open(Content, Name, cancellation);

    /// <summary>SHA-256 of the whole content in lower-case hexadecimal digits.</summary>
    public async Task<string> Hash(CancellationToken cancellation = default)
    {
        Content.Position = 0;
        var hash = await SHA256.HashDataAsync(Content, cancellation);
        Content.Position = 0;
        return Convert.ToHexStringLower(hash);
    }
}
