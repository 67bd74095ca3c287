namespace Junheng.Supervision.Questionnaires.XlsForms;

/// <summary>What of an XLSForm cannot be taken, and how to mend it.</summary>
internal static class XlsFormTexts
{
    public const string TooDeep = "表达式嵌套过深。";
    public const string Unended = "表达式没有写完。";
    public const string Reference = "引用题目应写成 ${题目的 name}。";
    public const string Quotes = "引号没有成对。";
    public const string Arithmetic = "条件里不支持加减乘除，请改成与一个数比较。";
    public const string NotCondition = "这里应是一个条件，例如 ${q1} = 'a'。";
    public const string OneSide = "只能把一道题与一个数或一个选项比较，例如 ${q1} = 'a' 或 ${age} >= 18。";
    public const string SelectedForm = "应写成 selected(${题目}, '选项')。";
    public const string SelfOutside = "“.”只能用在 constraint 列。";
    public const string OnlyAny = "只能判断有没有作答，例如 string-length(${q1}) > 0。";

    /// <summary>How a condition's problem begins, with the place in our own spelling of it.</summary>
    public const string PlaceInText = @"^显示条件第 \d+ 个字：";
    public const string InCondition = "条件：";

    public static string TooLong(int most) => $"表达式过长，最多 {most} 个字符。";
    public static string Unexpected(string text) => $"看不懂“{text}”。";
    public static string NoFunction(string name) => $"不支持函数 {name}()。可用 selected、not、and、or 和比较符号，请改写条件或删去。";
    public static string UnknownName(string name) => $"survey 表里没有名为“{name}”的题。";
    public static string NotAsked(string name) => $"“{name}”是分组或说明，没有回答。";
    public static string OnlyEqual(string name) => $"“{name}”是单选题，只能用 = 或 != 与选项比较。";
    public static string UseSelected(string name) => $"“{name}”可选多项，请改写成 selected(${{{name}}}, '选项')。";
    public static string NeedsNumber(string name) => $"“{name}”只能与数字比较。";
    public static string TextCompared(string name) => $"“{name}”是文字题，只能判断有没有填写，例如 ${{{name}}} != ''。";
    public static string NoOptionsToSelect(string name) => $"“{name}”不是选择题，不能用 selected。";

    public const string NoSurvey = "没有名为 survey 的工作表，这不是 XLSForm。问卷的 XLSForm 应有 survey、choices、settings 三个工作表。";
    public const string NoType = "缺少 type 列。";
    public const string NoName = "缺少 name（题目代号）。";
    public const string NoLabel = "缺少 label（题面）。";
    public const string Repeat = "不支持重复组（begin_repeat）。请把要重复的题分别列出，或者做成矩阵题。";
    public const string UnclosedGroup = "分组没有结束，缺少 end_group。";
    public const string UnopenedGroup = "多了一个 end_group。";
    public const string External = "不支持外部选项文件，请把选项写在 choices 表里。";
    public const string Piping = "题面里不能引用别的题的回答（${…}），请改成固定的文字。";
    public const string RequiredFormula = "required 只能写 yes 或 no。有条件的必答，请用 relevant 控制是否显示，并写 yes。";
    public const string MixedRequired = "矩阵各行要么都必答，要么都不必答。";
    public const string RowCondition = "矩阵的行不能单独设条件。请把条件写在分组上，或者把这一行移出矩阵单独成题。";
    public const string TableOneList = "table-list 分组里只能是同一组选项的 select_one。";
    public const string TableNested = "table-list 分组里不能再分组。";
    public const string Calculation = "calculate 只支持结果为“是/否”的条件，例如 ${q1} = 'a'，并且只能用在 relevant 里。请把它改写成条件，或者删去后在导出的数据里计算。";
    public const string Constraint = "constraint 只支持数的大小（. >= 0 and . <= 10）、选项个数（count-selected(.) <= 3）和文字长度（string-length(.) <= 100）。请改写或删去。";
    public const string LessThanDecimal = "小数的界限请写 >= 或 <=。";
    public const string Range = "range 的 parameters 应写 start=… end=… step=…，步长为 1 或小数。";
    public const string FormId = "settings 表的 form_id 是问卷代号，应由小写英文字母、数字和连字符组成。";
    public const string NoClassSheet = "没有 classes 表，全部题目面向一类“答卷人”。";
    public const string OneClass = "答卷人";
    public const string NumberWanted = "应是数字。";
    public const string Weight = "权重应写成 类别=数字，用空格分开。";
    public const string OtherLabel = "其他";
    public const string OtherWording = "请写明“其他”的内容";

    public static string TooManyRows(int most) => $"行数过多，最多 {most} 行。";
    public static string NoList(string list) => $"choices 表里没有 list_name 为“{list}”的选项。";
    public static string Type(string type) => $"不支持题型“{type}”。可用：select_one、select_multiple、rank、range、integer、decimal、text、note、begin_group、end_group、calculate。";
    public static string Date(string type) => $"不支持题型“{type}”。请改为 text，或用 integer 分别填写年、月、日。";
    public static string Media(string type) => $"不支持题型“{type}”：问卷不收照片、文件和位置。请删去这一行。";
    public static string MetaSkipped(string type) => $"“{type}”已略去：问卷不记名，不收集答题设备、账号和时刻。";
    public static string ColumnRefused(string column) => $"不支持 {column} 列。请删去这一格的内容。";
    public static string ColumnIgnored(string column) => $"{column} 列没有用到，已略去。";
    public static string CalculationUnused(string name) => $"calculate “{name}”没有被任何条件用到，已略去。";
    public static string LanguageIgnored(string column) => $"只取一种语言，{column} 列已略去。";
    public static string Parameter(string name) => $"不认识的参数“{name}”。";
    public static string Row(int row) => $"第 {row} 行";

    public const string KeyOfShipped = "这是随系统提供的问卷的代号。请把 form_id（YAML 的 key）改成本区自己的代号。";
    public const string DraftOpen = "这份问卷有还没发布的修改。请先发布或放弃，再导入。";
    public const string NotFile = "不是问卷文件。请上传 XLSForm（.xlsx）、YAML 或 JSON。";
}
