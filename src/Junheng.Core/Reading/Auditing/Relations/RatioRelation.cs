using System.Buffers;
using System.Collections.Immutable;
using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Auditing.RelationLexicon;

namespace Junheng.Core.Reading.Auditing.Relations;

/// <summary>A stated ratio against the two counts it divides: 师生比, 平均班额, 生均 …; and count times each against a total.</summary>
internal static class RatioRelation
{
    public static void Find(Passage passage, ImmutableArray<Check>.Builder checks)
    {
        for (var i = 2; i < passage.Count; i++)
        {
            var clause = Words.LastClause(passage.Before(i));
            var found = clause.ContainsAny(PupilTeacher) ? PupilsPerTeacher(passage, i)
                : clause.ContainsAny(ClassSize) ? PupilsPerClass(passage, i)
                : clause.ContainsAny(PerHead) ? Each(passage, i, clause)
                : clause.Contains(Mean, StringComparison.Ordinal) ? OnAverage(passage, i, clause)
                : Product(passage, i);
            if (found is { } check) checks.Add(check);
        }
    }

    private static Check? PupilsPerTeacher(Passage passage, int i)
    {
        if (Only(passage, i, Pupils, AuditLexicon.Persons) is not { } pupils || Only(passage, i, Teachers, AuditLexicon.Persons) is not { } teachers) return null;
        if (pupils == teachers || passage[i].Value <= 0) return null;
        if (!SameScope(passage, i, pupils, teachers)) return null;
        // 1∶0.06 and 16.7∶1 say the same; the reader keeps the side that is not 1.
        return passage[i].Value < 1 ? Compare(passage[teachers], passage[pupils], passage[i]) : Compare(passage[pupils], passage[teachers], passage[i]);
    }

    /// <summary>全区师生比 after the pupils of 小学 is the ratio of somebody else.</summary>
    private static bool SameScope(Passage passage, int i, int a, int b)
    {
        var clause = Words.LastClause(passage.Before(i));
        var scope = clause[..clause.IndexOfAny(PupilTeacher)].Trim();
        return scope.Length == 0 || passage.UpTo(a).Contains(scope, StringComparison.Ordinal) && passage.UpTo(b).Contains(scope, StringComparison.Ordinal);
    }

    private static Check? PupilsPerClass(Passage passage, int i)
    {
        if (!passage[i].Dimension.IsPersons || Only(passage, i, Pupils, AuditLexicon.Persons) is not { } pupils) return null;
        var classes = -1;
        for (var j = 0; j < i; j++)
            if (IsClasses(passage, j))
            {
                if (classes >= 0) return null;
                classes = j;
            }
        return classes < 0 ? null : Compare(passage[pupils], passage[classes], passage[i]);
    }

    private static bool IsClasses(Passage passage, int j) =>
        passage[j].Dimension.Name.EndsWith(ClassUnit) || passage[j].Dimension.Name[..Math.Min(1, passage[j].Dimension.Name.Length)] == GenericUnit
        && (Labels.Before(passage, j) is var label && (label.EndsWith(ClassUnit, StringComparison.Ordinal) || label.EndsWith(ClassNoun, StringComparison.Ordinal)) || Labels.After(passage, j).StartsWith(ClassNoun) || Labels.After(passage, j).StartsWith(ClassName));

    /// <summary>The one figure of a unit whose words name it; null when none or several do.</summary>
    private static int? Only(Passage passage, int i, SearchValues<string> names, string unit)
    {
        int? found = null;
        for (var j = Math.Max(0, i - 8); j < i; j++)
        {
            if (passage[j].Dimension.Name != unit) continue;
            if (!Labels.Before(passage, j).AsSpan().ContainsAny(names) && !Labels.After(passage, j).ContainsAny(names)) continue;
            if (found is not null) return null;
            found = j;
        }
        return found;
    }

    /// <summary>12所学校共有专职人员43名，平均每校不足4名</summary>
    private static Check? OnAverage(Passage passage, int i, ReadOnlySpan<char> clause)
    {
        var at = clause.LastIndexOf(RelationLexicon.Each);
        if (at < 0 || passage.Between(i - 2, i).IndexOfAny(Breaks) >= 0) return null;
        var (count, total) = (passage[i - 2], passage[i - 1]);
        if (!total.Dimension.Matches(passage[i].Dimension) || total.Dimension.IsRate || !IsOf(clause[(at + 1)..], count.Dimension) || passage[i].Depth != total.Depth) return null;
        return Compare(total, count, passage[i]);
    }

    /// <summary>校舍建筑面积12万平方米，在校学生1万人，生均校舍建筑面积12平方米: two neighbours, and the measure under its own name.</summary>
    private static Check? Each(Passage passage, int i, ReadOnlySpan<char> clause)
    {
        var measure = Words.WithoutEndings(clause[(clause.IndexOfAny(PerHead) + 2)..], LabelTails);
        var (a, b) = (passage[i - 2], passage[i - 1]);
        var (total, heads) = a.Dimension.Matches(passage[i].Dimension) ? (i - 2, i - 1) : (i - 1, i - 2);
        if (!passage[total].Dimension.Matches(passage[i].Dimension) || !passage[heads].Dimension.IsPersons || passage[i].Dimension.IsPersons) return null;
        if (measure.Length < 2 || !passage.Before(total).Contains(measure, StringComparison.Ordinal)) return null;
        return b.Depth == a.Depth ? Compare(passage[total], passage[heads], passage[i]) : null;
    }

    /// <summary>为50所学校每校配备20台，共1000台</summary>
    private static Check? Product(Passage passage, int i)
    {
        var (count, each, total) = (passage[i - 2], passage[i - 1], passage[i]);
        if (!Words.LastClause(passage.Before(i)).ContainsAny(InTotal) || !each.Dimension.Matches(total.Dimension) && !(each.Dimension.IsPersons && total.Dimension.Name == PersonTimes) || count.Dimension.IsRate || total.Dimension.IsRate) return null;
        var clause = Words.LastClause(passage.Before(i - 1));
        var at = clause.LastIndexOf(RelationLexicon.Each);
        var named = at >= 0 && clause.IndexOf(RelationLexicon.Each) == at && IsOf(clause[(at + 1)..], count.Dimension);
        if (!named && !clause.ContainsAny(EachVerbs) || passage.Before(i).ContainsAny(AuditLexicon.SentenceEnds)) return null;
        if (passage.After(i - 1).Length > 16 || passage.Between(i - 2, i - 1).Length > 24) return null;
        var centre = count.IsPlain && each.IsPlain ? (decimal?)(count.Value * each.Value) : null;
        return count.Value * each.Value > Interval.Largest ? null : Verdicts.Check(Relation.Product, [count.Id, each.Id, total.Id], total, count.Interval * each.Interval, centre,
            AuditTexts.ProductBasis(count.Claim.Text, each.Claim.Text), AuditTexts.Product);
    }

    private static Check Compare(Figure upper, Figure lower, Figure ratio)
    {
        var centre = upper.IsPlain && lower.IsPlain && lower.Value > 0 ? (decimal?)(upper.Value / lower.Value) : null;
        return Verdicts.Check(Relation.Ratio, [upper.Id, lower.Id, ratio.Id], ratio, upper.Interval / lower.Interval, centre,
            AuditTexts.RatioBasis(upper.Claim.Text, lower.Claim.Text), AuditTexts.Ratio);
    }
}
