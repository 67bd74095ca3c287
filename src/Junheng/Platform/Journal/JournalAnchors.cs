using System.Text;

namespace Junheng.Platform.Journal;

/// <summary>The newest roots, outside the database: one line for each sealing in a file that is only ever appended to. Whoever rewrites the
/// whole journal with fresh hashes still contradicts the lines printed, copied or backed up before.</summary>
public sealed class JournalAnchors(Settings settings)
{
    public string File { get; } = Path.Combine(settings.DataDirectory, "journal-anchors.txt");

    public void Append(JournalBlock newest)
    {
        Directory.CreateDirectory(settings.DataDirectory);
        using var stream = new FileStream(File, FileMode.Append, FileAccess.Write, FileShare.Read);
        stream.Write(Encoding.ASCII.GetBytes($"{newest.Number} {Convert.ToHexStringLower(newest.Root)} {newest.At:yyyy-MM-ddTHH:mm:ssZ}\n"));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Block numbers and roots in hexadecimal, oldest first.</summary>
    public IReadOnlyList<(long Number, string Root)> Read() =>
        !System.IO.File.Exists(File) ? [] :
            [.. from line in System.IO.File.ReadLines(File)
                let parts = line.Split(' ')
                where parts.Length >= 2
                select (long.Parse(parts[0]), parts[1])];
}
