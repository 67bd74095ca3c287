using System.IO.Compression;
using System.Net;
using System.Text;
using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Junheng.Platform.Sheets;
using Junheng.Supervision.Surveys.Results.Export;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Support;

namespace Junheng.Tests.Supervision.Surveys.Results;

public sealed class AnswerExportsTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task Every_form_holds_every_answer_of_classes_that_are_large_enough_and_nobodys_name()
    {
        var district = await District.In(Database);
        await using var scope = Database.As(await district.Person("OFFICE", Roles.Officer));
        var campaign = await ClosedCampaign.Make(district, scope);
        var exports = scope.Get<AnswerExports>();

        var csv = Encoding.UTF8.GetString(await Bytes(await exports.Write(campaign.Id, ExportForm.Csv)));
        Assert.StartsWith("\uFEFF调查对象,街镇,单位,用时,有效,您对学校是否'满意'？,您看重什么？：师资,您看重什么？：环境,请打分,几个孩子,请排序：第1位,请排序：第2位,还有什么要说？\r\n", csv);
        Assert.Equal(30, csv.Split("望溪小学").Length - 1);
        Assert.DoesNotContain("校长", csv);
        Assert.DoesNotContain("13812345678", csv);
        Assert.DoesNotContain("张老师", csv);
        Assert.Contains("\"'=SUM(1)，〔姓名〕老师电话〔号码〕，\n第", csv);

        var xlsx = await exports.Write(campaign.Id, ExportForm.Xlsx);
        using var book = await SheetReader.Open(xlsx.Content, xlsx.Name);
        Assert.Equal(["答卷", "变量", "说明"], book.Sheets.Select(s => s.Name));
        Assert.Equal(61, book.Sheets[0].Rows().Count());
        Assert.Contains(book.Sheets[2].Rows(), r => r[1].Text.Contains("有 4 份答卷", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_syntax_reads_its_data_and_names_every_value()
    {
        var district = await District.In(Database);
        await using var scope = Database.As(await district.Person("OFFICE", Roles.Officer));
        var campaign = await ClosedCampaign.Make(district, scope);
        using var zip = new ZipArchive(new MemoryStream(await Bytes(await scope.Get<AnswerExports>().Write(campaign.Id, ExportForm.Spss))));
        string Read(string name) => new StreamReader(zip.GetEntry(name)!.Open(), Encoding.UTF8).ReadToEnd();
        var (data, syntax) = (Read("answers.csv"), Read("answers.sps"));
        var lines = data.TrimEnd().Split("\r\n");
        Assert.Equal("class,town,place,pace,valid,Q1,Q2_1,Q2_2,S1,N1,R1_1,R1_2,T1", lines[0]);
        Assert.Equal(61, lines.Length);
        Assert.All(lines, line => Assert.DoesNotContain('\n', line));
        Assert.Contains("  Q1 F5.0", syntax);
        Assert.Contains("VALUE LABELS Q1\r\n  1 '不满意'\r\n  2 '一般'\r\n  3 '满意'\r\n  9 '不清楚'.", syntax);
        Assert.Contains("MISSING VALUES Q1 (9).", syntax);
        Assert.Contains("/Q1 '您对学校是否''满意''？'", syntax);
        Assert.Contains("/MDGROUP NAME=$Q2", syntax);
        Assert.All(syntax.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 251, line));
        Assert.Equal(0, syntax.Count(c => c == '\'') % 2);
    }

    [Fact]
    public async Task Nothing_is_exported_while_answers_come_in_nor_to_those_who_may_not()
    {
        var district = await District.In(Database);
        await using var scope = Database.As(await district.Person("OFFICE", Roles.Officer));
        var open = await ClosedCampaign.Make(district, scope, close: false);
        await Assert.ThrowsAsync<RuleException>(() => scope.Get<AnswerExports>().Write(open.Id, ExportForm.Csv));
        var closed = await ClosedCampaign.Make(district, scope);
        using var officer = await district.Visitor("OFFICE", Roles.Officer);
        using var clerk = await district.Visitor("SCHOOL1", Roles.Clerk);
        foreach (var form in new[] { "xlsx", "csv", "spss" })
        {
            Assert.Equal(HttpStatusCode.OK, (await officer.Client.GetAsync($"/surveys/{closed.Id}/export/{form}")).StatusCode);
            Assert.NotEqual(HttpStatusCode.OK, (await clerk.Client.GetAsync($"/surveys/{closed.Id}/export/{form}")).StatusCode);
        }
        Assert.NotEqual(HttpStatusCode.OK, (await officer.Client.GetAsync($"/surveys/{open.Id}/export/csv")).StatusCode);
    }

    private static async Task<byte[]> Bytes(ExportedFile file)
    {
        await using var content = file.Content;
        var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
