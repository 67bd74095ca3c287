using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Junheng.Core.Balancing.Plans;
using Junheng.Core.Indicators;
using Junheng.Core.Schooling;
using Junheng.Platform.Rules;

namespace Junheng.Supervision.Measures.Balance;

/// <summary>One value of one school set to something else.</summary>
public sealed record Edit(int Organisation, Stage Stage, string Element, double Value);

/// <summary>The changes of a what-if. They live in the address alone, so a link shares them and nothing is stored.</summary>
public sealed record Scenario(IReadOnlyList<Edit> Edits)
{
    public const int Most = 3000;
    private const int LongestText = 300_000;

    public static readonly Scenario Empty = new([]);

    /// <exception cref="RuleException">The text is no scenario.</exception>
    public static Scenario Decode(string? text)
    {
        if (string.IsNullOrEmpty(text)) return Empty;
        try
        {
            using var unpacked = new DeflateStream(new MemoryStream(Base64Url.DecodeFromChars(text)), CompressionMode.Decompress);
            var buffer = new byte[LongestText];
            var length = unpacked.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (length == buffer.Length) throw new RuleException(BalanceTexts.BadScenario);
            return new([.. Encoding.UTF8.GetString(buffer, 0, length).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read).Take(Most)]);
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidDataException)
        {
            throw new RuleException(BalanceTexts.BadScenario);
        }
    }

    public string Encode()
    {
        if (Edits.Count == 0) return "";
        var lines = Edits.OrderBy(edit => edit.Element, StringComparer.Ordinal).ThenBy(edit => edit.Stage).ThenBy(edit => edit.Organisation)
            .Select(edit => string.Create(CultureInfo.InvariantCulture, $"{edit.Organisation} {edit.Stage.Key()} {edit.Element} {edit.Value:R}\n"));
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) deflate.Write(Encoding.UTF8.GetBytes(string.Concat(lines)));
        return Base64Url.EncodeToString(packed.ToArray());
    }

    /// <exception cref="RuleException">There would be too many.</exception>
    public Scenario With(Edit edit) => Edits.Count >= Most ? throw new RuleException(BalanceTexts.TooManyEdits(Most)) : new([.. Without(edit).Edits, edit]);

    public Scenario Without(Edit edit) => new([.. Edits.Where(other => (other.Organisation, other.Stage, other.Element) != (edit.Organisation, edit.Stage, edit.Element))]);

    /// <summary>What a plan changes, as edits.</summary>
    public static Scenario Of(RepairPlan plan, Ground ground)
    {
        if (plan.Data is not { } data) return Empty;
        var edits = new List<Edit>();
        foreach (var element in plan.Companions.Prepend(plan.Element))
        {
            if (!ground.Data.TryGet(element.Key, ground.Period, out var before) || !data.TryGet(element.Key, ground.Period, out var after)) continue;
            for (var row = 0; row < before.Length; row++)
            {
                if (!before[row].Equals(after[row])) edits.Add(new(ground.Data.Frame.Organisations[row], ground.Data.Frame.Stages[row], element.Key, after[row]));
            }
        }

        return new(edits);
    }

    /// <summary>The data with the edits that concern this district and pack; the rest is left out.</summary>
    public Changed Apply(Ground ground)
    {
        var (data, changed, made) = (ground.Data, new HashSet<string>(), new List<(Edit, double)>());
        foreach (var group in Edits.GroupBy(edit => edit.Element).Where(group => ground.Pack.Element(group.Key) is { Level: Level.School }))
        {
            data = data.With(group.Key, ground.Period, out var values);
            foreach (var edit in group)
            {
                var row = data.Frame.Find(edit.Organisation, edit.Stage);
                if (row < 0 || data.Frame[row].Level != Level.School) continue;
                made.Add((edit, values[row]));
                values[row] = edit.Value;
                changed.Add(group.Key);
            }
        }

        return new(data, changed, made);
    }

    private static Edit Read(string line) => line.Split(' ') is [var organisation, var stage, var element, var value] && Stages.TryParse(stage, out var known)
        ? new(int.Parse(organisation, CultureInfo.InvariantCulture), known, element, double.Parse(value, CultureInfo.InvariantCulture))
        : throw new FormatException(line);
}

/// <summary>Data with a scenario laid over them.</summary>
/// <param name="Elements">Keys of the elements that differ.</param>
/// <param name="Edits">Those that took hold, with the value before.</param>
public sealed record Changed(Dataset Data, IReadOnlySet<string> Elements, IReadOnlyList<(Edit Edit, double Before)> Edits);
