namespace Junheng.Core.Surveys.Questionnaires;

/// <summary>What is wrong with a questionnaire, said to whoever writes it.</summary>
internal static class QuestionnaireTexts
{
    public const string NoClasses = "至少要有一类答卷人。";
    public const string CodeForm = "题目代号用英文字母开头，只含字母、数字和下划线，不超过 40 个字符。";
    public const string CodeReserved = "题目代号不能用 and、or、not。";
    public const string ClassForm = "答卷人类别的代号用小写英文字母开头，只含小写字母、数字和连字符，不超过 40 个字符。";
    public const string OptionForm = "选项代号只含字母、数字、下划线、点和连字符，不超过 40 个字符。";
    public const string KeyForm = "代号用小写英文字母、数字和连字符，以字母开头，不超过 80 个字符。";
    public const string NeedsRows = "矩阵题至少要有一行。";
    public const string RowsOnlyMatrix = "只有矩阵题才有行。";
    public const string NoOptions = "这种题没有选项。";
    public const string NoteAsks = "说明文字不用作答，不能设为必答、限制或乱序。";
    public const string NoShuffle = "这种题没有可以乱序的内容。";
    public const string LimitsTurned = "最小值不能大于最大值。";
    public const string NoLimits = "这种题不设最小值和最大值。";
    public const string NoLeastLength = "文字题只限最多字数，不设最少字数。";
    public const string ScaleWhole = "量表的两端应为整数，相差 1 至 100。";
    public const string CountsWhole = "可选个数应为不超过选项个数的整数，至少可选 1 个。";
    public const string DecimalsOnlyNumber = "只有数字题才设小数位数，0 至 6 位。";
    public const string LabelsOnlyScale = "只有量表题才写两端的说明。";
    public const string Edition = "版次从 1 开始。";
    public const string Share = "比例应在 0 与 1 之间（如 0.85）。";
    public const string Weights = "按权重合并时要写出各类答卷人的权重，权重应大于 0。";
    public const string NoWeights = "只有按权重合并（combination: weighted）时才写权重。";
    public const string NoPositive = "满意度指标要写明哪些选项算满意。";
    public const string NoVariables = "满意度指标要写明由哪些题算出。";
    public const string Bands = "配额各档应从小到大、互不重叠。";
    public const string QuotaCount = "配额人数应大于 0。";
    public const string QuotaClasses = "配额要写明是哪一类答卷人。";
    public const string Control = "文字里有不能显示的控制字符。";
    public const string JumpNeeds = "跳题要写明条件（when）和跳到哪题（to）。";

    public static string TooLong(int most) => $"文字过长，最多 {most} 个字。";
    public static string TooManyItems(int most) => $"题目最多 {most} 道。";
    public static string TooManyVariables(int most) => $"题目和矩阵的行合计最多 {most} 个。";
    public static string TooManyRows(int most) => $"矩阵最多 {most} 行。";
    public static string TooManyOptions(int most) => $"选项最多 {most} 个。";
    public static string TooFewOptions(int least) => $"至少要有 {least} 个选项。";
    public static string Twice(string code) => $"代号“{code}”用了两次。";
    public static string UnknownClass(string key) => $"没有“{key}”这类答卷人。";
    public static string RowOutside(string key) => $"本题不问“{key}”，行里不能写这类答卷人。";
    public static string WordingOutside(string key) => $"本题不问“{key}”，不用为其另写题面。";
    public static string NoScale(string name) => $"scales 里没有“{name}”这组选项。";
    public static string NoVariable(string code) => $"没有“{code}”这道题（矩阵题要写行的代号）。";
    public static string NotSingle(string code) => $"“{code}”不是单选题或矩阵题的行，不能算满意度。";
    public static string NoOption(string variable, string code) => $"“{variable}”没有代号为“{code}”的选项。";
    public static string Never(string name) => $"按这个条件，“{name}”永远看不到本题：条件所问的题不问这类答卷人。";
    public static string JumpBack(string code) => $"只能往后跳：后面没有代号为“{code}”的题。";

    public static string Condition(string message) => $"显示条件{message}";
    public static string NoItem(string code) => $"没有“{code}”这道题。";
    public static string NotEarlier(string code) => $"“{code}”在本题之后或就是本题，条件只能用前面的题。";
    public static string MatrixWhole(string code) => $"“{code}”是整个矩阵，条件里要写其中一行的代号。";
    public static string NoteInCondition(string code) => $"“{code}”是说明文字，没有回答。";
    public static string NoOptionInCondition(string variable, string code) => $"“{variable}”没有“{code}”这个选项。";
    public static string UseSelected(string code) => $"“{code}”可选多项，请写 selected({code}, \"选项代号\")。";
    public static string OnlyAnswered(string code) => $"“{code}”是文字题，条件里只能写 answered({code})。";
    public static string OnlyEqual(string code) => $"“{code}”是选择题，只能用 = 或 ≠ 与选项代号比较。";
    public static string NeedsNumber(string code) => $"“{code}”只能与数字比较。";
    public static string NoFunction(string name) => $"条件里没有“{name}”这个函数，可用 selected 和 answered。";

    public const string SelectedForm = "应写成 selected(题目代号, \"选项代号\")。";
    public const string AnsweredForm = "应写成 answered(题目代号)。";
    public const string NotACondition = "应是一个条件，例如 Q1 = 2。";
    public const string OneSide = "条件里只能把一道题与一个数或一个选项比较。";
    public const string NumberUnit = "条件里的数字不带单位。";
}
