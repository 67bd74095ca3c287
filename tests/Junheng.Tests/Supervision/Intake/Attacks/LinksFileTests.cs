using System.Security.Cryptography;
using Junheng.Supervision.Intake;
using Junheng.Supervision.Intake.Storage;

namespace Junheng.Tests.Supervision.Intake.Attacks;

/// <summary>On SQLite the file of links is the same, byte for byte, in whichever order they were used.</summary>
public sealed class LinksFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("junheng-links-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_file_holds_no_order()
    {
        List<(UInt128 Hash, int Cell)> links = [.. Enumerable.Range(0, 600).Select(i => (Ballots.Random(), i % 50))];
        var marks = links.ToDictionary(l => l.Hash, _ => Ballots.Random());
        var used = links.Take(120).Select(l => l.Hash).ToArray();
        var first = Use("a", links, used, marks);
        RandomNumberGenerator.Shuffle<UInt128>(used);
        Assert.Equal(first, Use("b", links, used, marks));
        Assert.NotEqual(first, Use("c", links, [.. links.Skip(1).Take(120).Select(l => l.Hash)], marks));
    }

    private byte[] Use(string name, List<(UInt128 Hash, int Cell)> links, UInt128[] used, Dictionary<UInt128, UInt128> marks)
    {
        var files = new SqliteFiles(Path.Combine(folder.FullName, $"{name}.sqlite"));
        var file = new SqliteLinks(files);
        file.Prepare();
        file.AddLinks(1, links);
        foreach (var link in used) Assert.Equal(marks[link], file.Use(1, link, marks[link])!.Value.Mark);
        Assert.Equal(used.Length, file.Count(1).Sum(c => c.Value.Used));
        Assert.DoesNotContain(Directory.EnumerateFiles(folder.FullName, $"{name}.links.sqlite-*"), f => new FileInfo(f).Length > 0);
        return File.ReadAllBytes(files.Links);
    }
}
