using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Junheng.Platform.Sheets;
using Junheng.Platform.Sheets.Csv;
using Junheng.Platform.Sheets.Writing;

namespace Junheng.Tests.Platform.Sheets;

/// <summary>What must hold for every content: round trips change nothing, and damage has one exception.</summary>
public sealed class SheetPropertiesTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Where(s => !string.IsNullOrEmpty(s)),
        Gen.Elements("𬭚", "𠮷", "云浦区", "_x0041_", "\r\n", "\t", " ", "'=1", "=1", "-", "\"", ",", ";", "\u0001", "\uFFFE", "\uFEFF", "0012", "1E5").NonEmptyListOf().Select(parts => string.Concat(parts)));

    private static readonly Gen<object> Cells = Gen.OneOf(
        Texts.Select(t => (object)t),
        ArbMap.Default.GeneratorFor<int>().Select(n => (object)(n / 100m)),
        Gen.Choose(0, 1_000_000_000).Select(n => (object)(n * 99_999L)),
        Gen.Choose(0, 2_000_000).Select(n => (object)new DateOnly(1900, 1, 1).AddDays(n)),
        Gen.Choose(0, int.MaxValue).Select(n => (object)new DateTime(1950, 1, 1).AddSeconds(n)),
        ArbMap.Default.GeneratorFor<bool>().Select(b => (object)b));

    [Fact]
    public void Typed_cells_survive_a_workbook() =>
        Prop.ForAll(Cells.NonEmptyListOf().Select(l => l.ToArray()).NonEmptyListOf().Select(l => l.ToArray()).ToArbitrary(), rows =>
        {
            var bytes = new MemoryStream();
            using (var book = new SheetWriter(bytes))
            {
                var page = book.Add("数据");
                foreach (var row in rows) page.Write([.. row.Select(Value)]);
            }
            var read = Read(bytes, "a.xlsx");
            Assert.Equal(rows.Length, read.Count);
            for (var n = 0; n < rows.Length; n++)
                for (var c = 0; c < rows[n].Length; c++) AssertEqual(rows[n][c], read[n][c + 1]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Texts_survive_a_csv_file() =>
        Prop.ForAll(Texts.Where(IsStorable).NonEmptyListOf().Select(l => l.ToArray()).NonEmptyListOf().Select(l => l.ToArray()).ToArbitrary(), rows =>
        {
            var bytes = new MemoryStream();
            using (var csv = new CsvWriter(bytes))
            {
                // A first row of many fields settles the separator, as a header does.
                csv.Write("a", "b", "c", "d");
                foreach (var row in rows) csv.Write(row);
            }
            var read = Read(bytes, "a.csv").Skip(1).ToList();
            Assert.Equal(rows, read.Select(r => r.Cells.ToArray().Select(c => c.Text).ToArray()));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Damaged_workbooks_are_refused_in_one_way_only()
    {
        var bytes = new MemoryStream();
        using (var book = new SheetWriter(bytes, compression: System.IO.Compression.CompressionLevel.NoCompression))
        {
            var page = book.Add("数据", new() { FrozenRows = 1, FilterRow = 1 });
            page.Write(SheetValue.Headers("代码", "名称", "日期"));
            for (var n = 0; n < 20; n++) page.Write(n, "第" + n, new DateOnly(2023, 1, 1).AddDays(n), SheetValue.Percent(n / 100m));
            page.Merge("A30:B30");
        }
        Mutate(bytes.ToArray(), "a.xlsx");
    }

    [Theory]
    [InlineData("代码,名称\n0012,\"甲\n乙\"\n")]
    [InlineData("<table><tr><td rowspan=2>a</td><td colspan=3>b</td></tr><tr><td>c</td></tr></table>")]
    public void Damaged_texts_are_refused_in_one_way_only(string text) => Mutate(Encoding.UTF8.GetBytes(text), "a.csv");

    /// <summary>Overwrites a few bytes anywhere; markup and digits are chosen often, because they reach deepest.</summary>
    private static void Mutate(byte[] original, string name)
    {
        var change = from at in Gen.Choose(0, original.Length - 1)
                     from value in Gen.OneOf(Gen.Choose(0, 255), Gen.Elements((int)'<', '>', '"', '/', '9', '-', ' ', 0, 0xFF))
                     select (at, (byte)value);
        Prop.ForAll(change.ListOf().Select(l => l.ToArray()).ToArbitrary(), changes =>
        {
            var bytes = original.ToArray();
            foreach (var (at, value) in changes) bytes[at] = value;
            try
            {
                using var reader = Open(new MemoryStream(bytes), name);
                foreach (var sheet in reader.Sheets)
                {
                    _ = sheet.MergedRanges();
                    foreach (var row in sheet.Rows())
                        foreach (var cell in row.Cells) _ = (cell.Text, cell.Number, cell.TryDecimal(out _), cell.TryCount(out _), cell.TryDate(out _));
                }
            }
            catch (SheetException refusal)
            {
                Assert.NotEmpty(refusal.Reason);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    private static SheetValue Value(object cell) => cell switch
    {
        string text => text,
        decimal number => number,
        long number => number,
        DateOnly date => date,
        DateTime time => time,
        bool yes => yes,
        _ => throw new ArgumentException(cell.GetType().Name),
    };

    private static void AssertEqual(object written, SheetCell read)
    {
        switch (written)
        {
            case string text:
                Assert.Equal((SheetCellKind.Text, text), (read.Kind, read.Text));
                break;
            case decimal or long:
                Assert.True(read.TryDecimal(out var number));
                Assert.Equal(Convert.ToDecimal(written, CultureInfo.InvariantCulture), number);
                break;
            case DateOnly date:
                Assert.Equal(date.ToDateTime(default), read.Date);
                break;
            case DateTime time:
                Assert.Equal(time, read.Date);
                break;
            case bool yes:
                Assert.Equal(yes, read.Boolean);
                break;
        }
    }

    /// <summary>CSV has no escape for halves of surrogate pairs and control characters, and no difference between a shortened number and its text.</summary>
    private static bool IsStorable(string text) =>
        !text.Any(c => c < ' ' && c is not ('\t' or '\r' or '\n')) && text.EnumerateRunes().All(r => r.Value != 0xFFFD) && !Regex.IsMatch(text, "^[0-9](\\.[0-9]*)?[Ee]\\+[0-9]+$") && !text.StartsWith("=\"", StringComparison.Ordinal);

    private static List<SheetRow> Read(Stream stream, string name)
    {
        using var reader = Open(stream, name);
        return [.. reader.First.Rows()];
    }

    // These files need no conversion, so the task is complete when it is returned.
    private static SheetReader Open(Stream stream, string name) => SheetReader.Open(stream, name).GetAwaiter().GetResult();
}
