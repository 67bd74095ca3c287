using System.Security.Cryptography;
using System.Text;
using Junheng.Platform.Data;
using Junheng.Platform.Files;
using Junheng.Platform.Rules;
using Junheng.Tests.Support;

namespace Junheng.Tests.Platform.Files;

public sealed class ContentStoreTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("junheng-files-");
    private readonly TestClock clock = new();
    private readonly ContentStore store;

    public ContentStoreTests() =>
        store = new ContentStore(new Settings { DataDirectory = directory.FullName, Database = new DatabaseSettings("none") }, clock);

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public async Task A_content_is_named_by_its_hash_and_read_back_unaltered()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);
        var stored = await store.Add(new MemoryStream(bytes), "a.docx");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), stored.Hash);
        Assert.Equal(bytes.Length, stored.Size);
        using var copy = new MemoryStream();
        await using (var content = store.Open(stored.Hash)) await content.CopyToAsync(copy);
        Assert.Equal(bytes, copy.ToArray());
        Assert.Equal(stored.Hash, await store.Rehash(stored.Hash));
    }

    [Fact]
    public async Task The_same_content_is_kept_once()
    {
        var first = await Add("同一份");
        var second = await Add("同一份");
        Assert.Equal((false, true), (first.Known, second.Known));
        Assert.Single(Contents());
    }

    [Fact]
    public async Task Many_uploads_of_one_content_at_once_leave_one()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Add("同时上传"))));
        Assert.Single(Contents());
    }

    [Fact]
    public async Task A_content_over_the_limit_is_refused_by_name_and_nothing_stays()
    {
        var refusal = await Assert.ThrowsAsync<RuleException>(() => store.Add(new MemoryStream(new byte[2 << 20]), "大文件.pdf", limit: 1 << 20));
        Assert.Contains("大文件.pdf", refusal.Message);
        Assert.Contains("1 MB", refusal.Message);
        Assert.Empty(Contents());
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => store.Add(new Broken(), "断线.docx"));
        Assert.Empty(Contents());
    }

    [Fact]
    public async Task Only_old_temporary_files_are_removed()
    {
        var temp = Directory.CreateDirectory(Path.Combine(directory.FullName, "files", "temp"));
        foreach (var (name, age) in new[] { ("old", 25), ("young", 23) })
        {
            var file = Path.Combine(temp.FullName, name);
            await File.WriteAllTextAsync(file, "left by a crash");
            File.SetLastWriteTimeUtc(file, clock.Now.UtcDateTime.AddHours(-age));
        }
        Assert.Equal(1, store.RemoveTemporary(clock.Now.UtcDateTime.AddDays(-1)));
        Assert.Equal("young", Assert.Single(temp.GetFiles()).Name);
    }

    [Fact]
    public async Task A_content_uploaded_again_is_young_again()
    {
        var stored = await Add("旧内容");
        clock.Advance(TimeSpan.FromDays(2));
        await Add("旧内容");
        Assert.False(store.Remove(stored.Hash, clock.Now.UtcDateTime.AddDays(-1)));
        Assert.True(store.Has(stored.Hash));
    }

    [Fact]
    public async Task A_content_altered_on_the_disk_has_another_hash()
    {
        var stored = await Add("原件");
        await File.AppendAllTextAsync(Assert.Single(Contents()).FullName, "x");
        Assert.NotEqual(stored.Hash, await store.Rehash(stored.Hash));
    }

    private Task<StoredContent> Add(string text) => store.Add(new MemoryStream(Encoding.UTF8.GetBytes(text)), "文件.txt");

    private List<FileInfo> Contents() => [.. directory.EnumerateFiles("*", SearchOption.AllDirectories)];

    private sealed class Broken : MemoryStream
    {
        private bool begun;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (begun) throw new IOException("connection reset");
            begun = true;
            return ValueTask.FromResult(100);
        }
    }
}
