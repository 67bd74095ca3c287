namespace Junheng.Platform.Extraction;

/// <summary>The words and shapes of a 密级 marking, as patterns. Repeated groups are atomic or start with what cannot be blank:
/// a line of nothing but digits must not be tried in every way to cut it.</summary>
internal static class ConfidentialityLexicon
{
    private const string Blank = @"[ \u00A0\u3000\u2002\u2003]";
    private const string Open = @"[\[(（【〔〖《<＜「『]";
    private const string Close = @"[\])）】〕〗》>＞」』]";
    private const string Star = @"[★☆✩✪⭐＊*﹡]";
    private const string Level = $@"[绝机秘]{Blank}*密(?:{Blank}*级)?";
    private const string Number = $@"(?:[0-9０-９](?:{Blank}*[0-9０-９])*|[〇零一二三四五六七八九十]+)";
    private const string Term = $@"(?:{Number}{Blank}*(?:个{Blank}*月|年|月|天|日)|长{Blank}*期|永{Blank}*久|至{Blank}*[0-9０-９]{{4}}{Blank}*年)";
    private const string Label = $@"(?:密{Blank}*级(?:和保密期限)?{Blank}*[:：]?)";
    private const string Copy = @"(?:[Nn][Oo]\.?|№|份号[:：]?)?[0-9０-９]{1,8}(?:号|份)?";
    private const string Urgency = $@"(?:紧急程度{Blank}*[:：]?{Blank}*)?(?:特{Blank}*[急提]|加{Blank}*急|平{Blank}*急|急{Blank}*件|紧{Blank}*急)";

    public const string Starred = $@"(?:^{Blank}*|{Blank}{{2,}}|^{Blank}*{Copy}{Blank}+|^{Blank}*{Label}{Blank}*){Open}?{Blank}*(?<mark>{Star}?{Blank}*{Level}{Blank}*{Star}(?:{Blank}*{Term})?)";

    public const string Termed = $@"^{Blank}*(?:{Copy}{Blank}+)?(?:{Label}{Blank}*)?{Open}?{Blank}*(?<mark>{Level}{Blank}*[:：·,，、]?{Blank}*{Term}){Blank}*{Close}?(?:{Blank}|$)";

    public const string Alone = $@"^{Blank}*(?>(?:(?:{Copy}|{Urgency}){Blank}*)*)(?:{Label}{Blank}*)?{Open}?{Blank}*(?<mark>{Star}?{Blank}*{Level}(?:{Blank}*{Close}?{Blank}*[(（]?{Blank}*{Term}{Blank}*[)）]?)?){Blank}*{Close}?(?>(?:{Blank}*(?:{Copy}|{Urgency}))*){Blank}*$";
}
