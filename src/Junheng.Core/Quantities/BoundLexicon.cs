namespace Junheng.Core.Quantities;

/// <summary>The words that limit a number, before and after it.</summary>
public static class BoundLexicon
{
    private static readonly BoundWords Before = new(
    [
        ("不低于", Bound.Ge), ("不少于", Bound.Ge), ("不小于", Bound.Ge), ("不得低于", Bound.Ge), ("不得少于", Bound.Ge), ("不能低于", Bound.Ge), ("不能少于", Bound.Ge), ("至少", Bound.Ge),
        ("至少有", Bound.Ge), ("至少为", Bound.Ge), ("至少达到", Bound.Ge), ("最少", Bound.Ge), ("起码", Bound.Ge), ("不下于", Bound.Ge), ("不下", Bound.Ge), ("大于等于", Bound.Ge), ("年满", Bound.Ge), ("满", Bound.Ge), ("不低于人均", Bound.Ge), ("≥", Bound.Ge),
        ("至少完成", Bound.Ge), ("至少开展", Bound.Ge), ("至少建成", Bound.Ge), ("至少参加", Bound.Ge), ("至少掌握", Bound.Ge), ("至少组织", Bound.Ge), ("至少举办", Bound.Ge), ("至少配备", Bound.Ge), ("至少应完成", Bound.Ge),
        ("超过", Bound.Gt), ("超出", Bound.Gt), ("超", Bound.Gt), ("突破", Bound.Gt), ("逾", Bound.Gt), ("已过", Bound.Gt), ("多于", Bound.Gt), ("大于", Bound.Gt), ("高于", Bound.Gt), ("优于", Bound.Gt), ("超过了", Bound.Gt),
        ("已逾", Bound.Gt), ("破", Bound.Gt), ("已超", Bound.Gt), ("不止", Bound.Gt), (">", Bound.Gt), ("＞", Bound.Gt),
        ("不超过", Bound.Le), ("不得超过", Bound.Le), ("不能超过", Bound.Le), ("不高于", Bound.Le), ("不得高于", Bound.Le), ("不多于", Bound.Le), ("不得多于", Bound.Le), ("不大于", Bound.Le), ("至多", Bound.Le), ("最多", Bound.Le), ("不突破", Bound.Le), ("≤", Bound.Le), ("不超", Bound.Le), ("最多不超过", Bound.Le),
        ("不足", Bound.Lt), ("不到", Bound.Lt), ("不满", Bound.Lt), ("未达", Bound.Lt), ("未达到", Bound.Lt), ("低于", Bound.Lt), ("少于", Bound.Lt), ("小于", Bound.Lt), ("<", Bound.Lt), ("＜", Bound.Lt), ("未满", Bound.Lt),
        ("约", Bound.Approx), ("大约", Bound.Approx), ("约为", Bound.Approx), ("约有", Bound.Approx), ("约占", Bound.Approx), ("近", Bound.Approx), ("将近", Bound.Approx), ("接近", Bound.Approx), ("大致", Bound.Approx), ("大概", Bound.Approx),
        ("左右为", Bound.Approx), ("约计", Bound.Approx), ("约达", Bound.Approx), ("达近", Bound.Approx),
    ]);

    private static readonly BoundWords After = new(
    [
        ("及以上", Bound.Ge), ("以上", Bound.Ge), ("（含）以上", Bound.Ge), ("(含)以上", Bound.Ge), ("起步", Bound.Ge), ("或以上", Bound.Ge), ("（及）以上", Bound.Ge), ("(及)以上", Bound.Ge), ("及其以上", Bound.Ge), ("之上", Bound.Ge),
        ("及以下", Bound.Le), ("以下", Bound.Le), ("以内", Bound.Le), ("之内", Bound.Le), ("（含）以下", Bound.Le), ("(含)以下", Bound.Le), ("（含）以内", Bound.Le), ("(含)以内", Bound.Le), ("或以下", Bound.Le),
        ("左右", Bound.Approx), ("上下", Bound.Approx),
        ("有余", Bound.Gt), ("多", Bound.Gt), ("余", Bound.Gt),
    ]);

    private const char Upwards = '上';
    private const string NotUpwards = "以之网线晚早马路海";

    /// <summary>内 alone bounds a time (3年内), never a place (15个镇内).</summary>
    private const char Within = '内';

    /// <summary>These end in a bounding word and mean something else: 附近, 最近, 制约.</summary>
    private static readonly Words NotBounds = ["附近", "最近", "靠近", "邻近", "就近", "制约", "节约", "集约", "合约", "签约", "预约", "条约", "赶超", "高超", "反超", "契约", "公约", "违约", "大约定", "亲近", "临近", "履约", "相近", "远近", "最近的", "不仅", "打破", "爆破", "充足", "圆满", "丰满", "饱满", "美满"];

    /// <summary>The bound said right before <paramref name="at"/>; <paramref name="start"/> is where its word begins.</summary>
    public static Bound ReadBefore(string text, int at, out int start)
    {
        var end = at;
        while (end > 0 && NumeralLexicon.IsBlank(text[end - 1])) end--;
        if (Before.EndingAt(text, end, out var length) is var bound and not Bound.Eq && NotBounds.Before(text, end) == 0)
        {
            start = end - length;
            return bound;
        }
        start = at;
        // 上百名, 上千人次: at least so many.
        return end > 0 && text[end - 1] == Upwards && at < text.Length && NumeralLexicon.Code(text[at]) is >= NumeralLexicon.Hundred and <= NumeralLexicon.Yi
            && (end == 1 || !NotUpwards.Contains(text[end - 2], StringComparison.Ordinal)) ? Bound.Ge : Bound.Eq;
    }

    /// <summary>A bound said at a distance: 至少设2个, 不低于符合条件教师的10%.</summary>
    public static Bound ReadAcross(string text, int at, int end, Dimension dimension)
    {
        if (ChineseNumerals.Follows(text, end, Sized)) return Bound.Eq;
        var floor = Math.Max(0, at - Distance);
        var share = at > 0 && text[at - 1] == Of;
        var strict = !share && dimension == Dimension.Percent;
        for (var i = at; i > floor && IsHan(text[i - 1]); i--)
        {
            if (!share && !strict && at - i > LeastReach) break;
            if ((share ? Shared : strict ? Strict : Least).EndingAt(text, i, out _) is var bound and not Bound.Eq) return bound;
        }
        return Bound.Eq;
    }

    /// <summary>配建15班规模幼儿园6所: a size is no figure to reach.</summary>
    private const string Sized = "规模";
    private const int Distance = 24, LeastReach = 6;
    private const char Of = '的';
    private static readonly BoundWords Least = new([("至少", Bound.Ge), ("最少", Bound.Ge), ("最多", Bound.Le), ("至多", Bound.Le)]);
    private static readonly BoundWords Strict = new(
    [
        ("不低于", Bound.Ge), ("不少于", Bound.Ge), ("不得低于", Bound.Ge), ("不得少于", Bound.Ge), ("至少", Bound.Ge), ("不超过", Bound.Le), ("不得超过", Bound.Le), ("不高于", Bound.Le),
    ]);
    private static readonly BoundWords Shared = new(
    [
        ("不低于", Bound.Ge), ("不少于", Bound.Ge), ("不得低于", Bound.Ge), ("不得少于", Bound.Ge), ("不超过", Bound.Le), ("不得超过", Bound.Le), ("不高于", Bound.Le), ("超过", Bound.Gt),
        ("不足", Bound.Lt), ("不到", Bound.Lt), ("低于", Bound.Lt), ("约占", Bound.Approx),
    ]);

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';

    /// <summary>The bound said right after the unit; <paramref name="end"/> is one past its word.</summary>
    public static Bound ReadAfter(string text, int at, Dimension dimension, out int end)
    {
        var i = ArabicNumerals.Skip(text, at);
        if (After.BeginningAt(text, i, out var length) is var bound and not Bound.Eq && (length > 1 || MayTrail(text, i + 1, dimension)))
        {
            end = i + length;
            return bound;
        }
        end = at;
        if (dimension != Dimension.Time || i >= text.Length || text[i] != Within) return Bound.Eq;
        end = i + 1;
        return Bound.Le;
    }

    /// <summary>3年多 bounds; 多 before a noun (20个多媒体) or a plain count does not.</summary>
    private static bool MayTrail(string text, int next, Dimension dimension) =>
        dimension is Dimension.Time or Dimension.Age or Dimension.Percent or Dimension.Money or Dimension.Length or Dimension.Area or Dimension.Multiple
        && (next >= text.Length || !"媒元样种方功余地".Contains(text[next], StringComparison.Ordinal));
}
