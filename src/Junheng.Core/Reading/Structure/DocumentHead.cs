using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Structure.PunctuationLexicon;

namespace Junheng.Core.Reading.Structure;

/// <summary>Title, kind, issuer, number, date and region, read from the head and the closing lines of a document.</summary>
public sealed class DocumentHead
{
    private const int Lines = 25;
    private const int LongestTitle = 60;

    public string? Title { get; private set; }
    public DocumentKind Kind { get; private set; }
    public string? Issuer { get; private set; }
    public string? Number { get; private set; }
    public DateOnly? Date { get; private set; }
    public string? Region { get; private set; }
    /// <summary>The year of <see cref="Date"/>, or of a cover line that names only a year.</summary>
    public int? Year => Date?.Year ?? _year;
    /// <summary>Where the title stands; empty when the text has none.</summary>
    internal TextSpan TitleSpan { get; private set; }

    private readonly List<string> _issuers = [];
    private string? _unclosed;
    private int? _year;
    private int _unclosedStart;

    public static DocumentHead Read(DocumentStructure structure)
    {
        var head = new DocumentHead();
        var text = structure.Text;
        var body = head.ReadLines(structure);
        if (head.Title is null) head.TakeTitleOfOneLine(text);
        head.Kind = head.KindOf(structure, body);
        head.ReadClosing(structure, body);
        if (head._issuers.Count > 0) head.Issuer = string.Join(NumberingLexicon.Enumerate, head._issuers.Distinct());
        head.Issuer ??= head.Title is null ? null : HeadLexicon.IssuerIn(head.Title);
        head.Issuer ??= Issuers.OfInspection(text, body);
        head.Region = Regions.Of(text, head.Title);
        return head;
    }

    /// <summary>Goes through the lines before the first paragraph or heading; gives where that begins.</summary>
    private int ReadLines(DocumentStructure structure)
    {
        var text = structure.Text;
        var first = structure.Headings.Count > 0 ? structure.Headings[0].Mark.Start : text.Length;
        for (var i = 0; i < structure.Lines.Count && i < Lines; i++)
        {
            var line = structure.Lines[i].Span;
            var start = NumberingMark.SkipResidue(text, line.Start);
            line = TextSpan.Between(Math.Min(start, line.End), line.End);
            if (line.Length == 0 || line.Length <= 8 && HeadLexicon.IsIgnored(text.AsSpan(line.Start, line.Length))) continue;
            if (structure.Lines[i].IsRow || line.End > first || IsParagraph(text, line)) return line.Start;
            ReadLine(text, line);
        }
        CloseTitle(text.Length);
        return first;
    }

    private static bool IsParagraph(string text, TextSpan line)
    {
        var last = text[line.End - 1];
        return line.Length > LongestTitle || Is(last, Role.Terminator) || IsColon(last) || text.AsSpan(line.Start, line.Length).Contains('。');
    }

    private void ReadLine(string text, TextSpan line)
    {
        var content = text.AsSpan(line.Start, line.Length);
        if (DocumentDates.TryReadLine(text, line, out var date)) Date ??= date;
        else if (DocumentNumber.TryReadLine(text, line, out var number)) Number ??= number;
        else if (HeadLexicon.IsRedHead(content, out var issuer)) _issuers.Add(issuer.ToString());
        else if (HeadLexicon.IsIgnored(content) || IsYear(text, line, ref _year)) return;
        else if (BodyLexicon.IsBody(content) && !HeadLexicon.EndsAsTitle(content) && _unclosed is null) _issuers.Add(content.ToString());
        else TakeTitle(text, line);
    }

    /// <summary>2021年 or （2021年3月） alone on a cover line.</summary>
    private static bool IsYear(string text, TextSpan line, ref int? year)
    {
        foreach (var c in text.AsSpan(line.Start, line.Length))
            if (!Is(c, Role.Digit | Role.Numeral | Role.Opener | Role.Closer | Role.Blank | Role.Dash) && c is not (DateLexicon.Year or DateLexicon.Month)) return false;
        if (line.Length >= 4 && int.TryParse(text.AsSpan(line.Start, 4), out var written)) year ??= written;
        return true;
    }

    private void TakeTitle(string text, TextSpan line)
    {
        if (Title is not null) return;
        var content = Spans.Flat(text, line);
        if (_unclosed is null) _unclosedStart = line.Start;
        if (_unclosed is null && HeadLexicon.BeginsSubject(content) && _issuers.Count > 0) content = string.Concat(_issuers) + content;
        _unclosed += content;
        if (HeadLexicon.EndsAsTitle(_unclosed)) CloseTitle(line.End);
    }

    private void CloseTitle(int end)
    {
        if (_unclosed is not { Length: >= 4 and <= 2 * LongestTitle } || Title is not null) return;
        (Title, _unclosed) = (_unclosed, null);
        TitleSpan = TextSpan.Between(_unclosedStart, Math.Max(_unclosedStart, end));
    }

    /// <summary>A document in one line may begin with its title and a blank.</summary>
    private void TakeTitleOfOneLine(string text)
    {
        var start = LineBreaks.Skip(text, 0);
        for (var i = start; i < text.Length && i < start + LongestTitle; i++)
        {
            if (Is(text[i], Role.Terminator | Role.Break)) return;
            if (!IsSpace(text[i]) || i == start || !HeadLexicon.EndsAsTitle(text.AsSpan(start, i - start))) continue;
            Title = text[start..i];
            TitleSpan = TextSpan.Between(start, i);
            return;
        }
    }

    private DocumentKind KindOf(DocumentStructure structure, int body)
    {
        var kind = Title is null ? DocumentKind.Other : KindLexicon.OfTitle(Title);
        if (kind == DocumentKind.Notice && structure.Headings.Count >= 3 && KindLexicon.OfIssued(Title) is var issued and not DocumentKind.Other) return issued;
        return kind == DocumentKind.Other ? KindLexicon.OfBody(structure.Text.AsSpan(Math.Min(body, structure.Text.Length))) : kind;
    }

    /// <summary>A date under its issuers: at the end, or in the middle where attachments follow.</summary>
    private void ReadClosing(DocumentStructure structure, int body)
    {
        var lines = structure.Lines;
        for (var i = lines.Count - 1; i > 0 && i >= lines.Count - 12 && lines[i].Start > body; i--)
            if (TakeSignature(structure, i, body, signed: false)) return;
        for (var i = 1; i < lines.Count && Date is null; i++)
            if (TakeSignature(structure, i, body, signed: true)) return;
    }

    private bool TakeSignature(DocumentStructure structure, int line, int body, bool signed)
    {
        var (text, lines) = (structure.Text, structure.Lines);
        if (lines[line].Length > 24 || !DocumentDates.TryReadLine(text, lines[line].Span, out var date)) return false;
        var first = line;
        while (first > 0 && lines[first - 1].Start > body && !lines[first - 1].IsRow && BodyLexicon.IsBody(text.AsSpan(lines[first - 1].Start, lines[first - 1].Length))) first--;
        if (signed && first == line) return false;
        Date ??= date;
        for (var k = line - 1; k >= first; k--)
            if (!_issuers.Contains(lines[k].Span.In(text))) _issuers.Insert(0, lines[k].Span.In(text));
        return true;
    }
}
