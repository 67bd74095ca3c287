using System.Buffers;
using System.Security.Cryptography;
using Junheng.Platform.Rules;

namespace Junheng.Platform.Files;

/// <summary>A content in the store.</summary>
/// <param name="Hash">SHA-256, 64 lower-case hexadecimal digits.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Known">The same content was there already.</param>
public sealed record StoredContent(string Hash, long Size, bool Known);

/// <summary>Contents in a directory, named by their SHA-256: <c>ab/cdef…</c>. A content is written to <c>temp/</c>, hashed on the way, forced
/// to the disk, renamed, and its directory forced too, so that whatever a row refers to survives a loss of power. A crash leaves
/// only files in <c>temp/</c> and contents without a row; both are swept when old enough. Add a content before the transaction that saves
/// its row begins: the write gate waits for no disk but the database's. <see cref="FileReferences"/> says how a row holds a content.</summary>
public sealed class ContentStore(Settings settings, TimeProvider clock)
{
    /// <summary>Bytes a file may have unless the caller says otherwise: 200 MB.</summary>
    public const long Limit = 200L << 20;

    private readonly string root = Path.Combine(settings.DataDirectory, "files");

    private string Temp => Path.Combine(root, "temp");

    /// <param name="name">What the message calls it when it is refused.</param>
    /// <param name="limit">Bytes at most.</param>
    /// <exception cref="RuleException">The stream is longer than the limit; nothing of it stays.</exception>
    public async Task<StoredContent> Add(Stream source, string name, long limit = Limit, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(Temp);
        var temporary = Path.Combine(Temp, Guid.CreateVersion7().ToString("N"));
        try
        {
            var (hash, size) = await Copy(source, temporary, name, limit, cancellation);
            var place = PlaceOf(hash);
            var known = File.Exists(place);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            // Over an equal content too: the new time of writing keeps the sweep away until the row is saved.
            File.Move(temporary, place, overwrite: true);
            DirectorySync.Flush(Path.GetDirectoryName(place)!);
            DirectorySync.Flush(root);
            return new StoredContent(hash, size, known);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <exception cref="FileNotFoundException">The content is not in the store.</exception>
    public Stream Open(string hash) => new FileStream(PlaceOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, useAsync: true);

    public bool Has(string hash) => File.Exists(PlaceOf(hash));

    /// <summary>SHA-256 of the content as it lies on the disk now.</summary>
    public async Task<string> Rehash(string hash, CancellationToken cancellation = default)
    {
        await using var content = Open(hash);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
    }

    /// <summary>The hashes of contents last written before a moment.</summary>
    public IEnumerable<string> WrittenBefore(DateTime moment) =>
        from folder in Folders()
        from file in folder.EnumerateFiles()
        where file.LastWriteTimeUtc < moment
        select folder.Name + file.Name;

    /// <summary>Removes a content unless it was written again since the moment.</summary>
    public bool Remove(string hash, DateTime writtenBefore)
    {
        var place = PlaceOf(hash);
        if (!File.Exists(place) || File.GetLastWriteTimeUtc(place) >= writtenBefore) return false;
        File.Delete(place);
        return true;
    }

    /// <summary>Removes what interrupted uploads left behind.</summary>
    /// <returns>How many files went.</returns>
    public int RemoveTemporary(DateTime writtenBefore)
    {
        var temp = new DirectoryInfo(Temp);
        if (!temp.Exists) return 0;
        var old = temp.EnumerateFiles().Where(f => f.LastWriteTimeUtc < writtenBefore).ToList();
        old.ForEach(f => f.Delete());
        return old.Count;
    }

    private async Task<(string Hash, long Size)> Copy(Stream source, string temporary, string name, long limit, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            await using var target = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, useAsync: true);
            long size = 0;
            int read;
            while ((read = await source.ReadAsync(buffer, cancellation)) > 0)
            {
                if ((size += read) > limit) throw new RuleException(FileTexts.TooLarge(name, limit));
                hash.AppendData(buffer, 0, read);
                await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
            target.Flush(flushToDisk: true);
            File.SetLastWriteTimeUtc(target.SafeFileHandle, clock.GetUtcNow().UtcDateTime);
            return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        finally
        {
            // Uploads may be confidential: nothing of one stays in a buffer that the next may see.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private IEnumerable<DirectoryInfo> Folders()
    {
        var directory = new DirectoryInfo(root);
        return directory.Exists ? directory.EnumerateDirectories().Where(d => d.Name.Length == 2) : [];
    }

    private string PlaceOf(string hash) => Path.Combine(root, hash[..2], hash[2..]);
}
