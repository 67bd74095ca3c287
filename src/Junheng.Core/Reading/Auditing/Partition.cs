namespace Junheng.Core.Reading.Auditing;

/// <summary>Whether named parts can overlap, and whether they leave anything out. Only what the field's own classes settle is taken as settled.</summary>
/// <param name="Exclusive">No person or school can be in two of the parts.</param>
/// <param name="Exhaustive">Nothing can be outside all of them.</param>
internal readonly record struct Partition(bool Exclusive, bool Exhaustive)
{
    public static Partition Of(IReadOnlyList<string> labels)
    {
        foreach (var (classes, complete) in PartitionLexicon.Classifications)
        {
            var seen = 0;
            var fits = true;
            foreach (var label in labels)
            {
                var k = ClassOf(label, classes);
                if (k < 0 || (seen & 1 << k) != 0) { fits = false; break; }
                seen |= 1 << k;
            }
            if (fits) return new(true, complete && labels.Count == classes.Length);
        }
        return default;
    }

    /// <summary>公建配套6所、小学3所、初中4所: labels of several classifications, so that one thing may be counted twice.</summary>
    public static bool Mixed(IReadOnlyList<string> labels)
    {
        foreach (var (classes, _) in PartitionLexicon.Classifications)
        {
            var fitting = labels.Count(label => ClassOf(label, classes) >= 0);
            if (fitting > 0 && fitting < labels.Count) return true;
        }
        return false;
    }

    private static int ClassOf(string label, string[][] classes)
    {
        if (PartitionLexicon.IsCumulative(label)) return -1;
        var (best, length) = (-1, 0);
        for (var k = 0; k < classes.Length; k++)
            foreach (var word in classes[k])
                if (word.Length > length && label.Contains(word, StringComparison.Ordinal)) (best, length) = (k, word.Length);
        return best;
    }
}
