using Junheng.Core.Schooling;

namespace Junheng.Core.Codes;

/// <summary>学校(机构)标识码: 10 digits, 2 of category, 2 of province, 6 of sequence. It has no check digit, never changes with the name and is never
/// given out twice.</summary>
public static class SchoolCode
{
    public const int Length = 10;

    public static CodeProblem Check(string code)
    {
        if (code.Length != Length) return CodeProblem.WrongLength;
        if (code.AsSpan().ContainsAnyExceptInRange('0', '9')) return CodeProblem.WrongCharacter;
        if (!Enum.IsDefined(CategoryOf(code))) return CodeProblem.UnknownCategory;
        return DivisionCode.IsProvince(code.AsSpan(2, 2)) ? CodeProblem.None : CodeProblem.UnknownProvince;
    }

    /// <summary>The category its first two digits name, which may be none that is defined.</summary>
    public static SchoolCategory CategoryOf(string code) => (SchoolCategory)(((code[0] - '0') * 10) + code[1] - '0');

    /// <summary>False when the category is one of another kind of school: a through-school is filed under its highest stage.</summary>
    public static bool Suits(string code, IReadOnlyCollection<Stage> stages) => stages.Count == 0 || CategoryOf(code) switch
    {
        SchoolCategory.Kindergarten => stages.Max() == Stage.Kindergarten,
        SchoolCategory.Primary => stages.Max() == Stage.Primary,
        SchoolCategory.Junior or SchoolCategory.VocationalJunior or SchoolCategory.WorkStudy => stages.Max() == Stage.Junior,
        SchoolCategory.Senior => stages.Max() == Stage.Senior,
        SchoolCategory.Vocational => stages.Contains(Stage.Vocational),
        SchoolCategory.Special => stages.Contains(Stage.Special),
        _ => true,
    };
}

/// <summary>类别 of the 标识码. 普通高中 and 完全中学 share one.</summary>
public enum SchoolCategory
{
    Kindergarten = 11, Primary = 21, AdultPrimary = 22, Junior = 31, VocationalJunior = 32, AdultJunior = 33, Senior = 34, AdultSenior = 35, Vocational = 36,
    WorkStudy = 37, University = 41, AdultUniversity = 42, Special = 51, ResearchInstitute = 91, OtherPrivateHigher = 92, VocationalTraining = 93,
}
