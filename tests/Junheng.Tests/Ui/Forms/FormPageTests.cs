using System.Net;
using AngleSharp.Html.Dom;
using Junheng.Tests.Support;

namespace Junheng.Tests.Ui.Forms;

/// <summary>The form of /about/components, over HTTP as a browser without script sends it.</summary>
public sealed class FormPageTests(TestDatabase database) : DataTests(database)
{
    private const string Page = "/about/components", Form = "form.form-shell";

    [Fact]
    public async Task What_is_missing_or_malformed_is_said_above_and_beside_the_field_and_the_input_is_kept()
    {
        var page = await Send(new() { ["Stage"] = "junior", ["Pupils"] = "三百", ["Reason"] = "复核<b>", ["Agreed"] = "true" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(["请填写“名称”。", "“学生数”应是整数。"], page.Document.QuerySelectorAll(".form-errors li").Select(l => l.TextContent.Trim()));
        var pupils = (IHtmlInputElement)page.Document.QuerySelector("#form-pupils")!;
        Assert.Equal("三百", pupils.Value);
        Assert.Equal("true", pupils.GetAttribute("aria-invalid"));
        Assert.Equal("“学生数”应是整数。", page.Document.QuerySelector("#" + pupils.GetAttribute("aria-describedby")!.Split(' ')[0])!.TextContent);
        Assert.Equal("junior", ((IHtmlSelectElement)page.Document.QuerySelector("#form-stage")!).Value);
        Assert.Equal("复核<b>", ((IHtmlTextAreaElement)page.Document.QuerySelector("#form-reason")!).Value);
        Assert.True(((IHtmlInputElement)page.Document.QuerySelector("#form-agreed")!).IsChecked);
    }

    [Fact]
    public async Task A_rule_that_refuses_is_shown_beside_the_field_it_names()
    {
        var page = await Send(new() { ["Name"] = "重复", ["Stage"] = "primary" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("已有同名单位，请核对。", page.Document.QuerySelector("#form-name-error")!.TextContent);
        Assert.Equal("重复", ((IHtmlInputElement)page.Document.QuerySelector("#form-name")!).Value);
    }

    [Fact]
    public async Task What_somebody_else_saved_meanwhile_is_shown_beside_what_was_typed_and_may_then_be_replaced()
    {
        using var visitor = (await Database.Application).Visitor();
        var stale = await visitor.Submit(await visitor.Open(Page), new() { ["Name"] = "过期", ["Stage"] = "primary" }, Form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.Status);
        Assert.Contains("已被他人修改", stale.Document.QuerySelector(".form-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("现在的内容：他人改过的名称", stale.Document.QuerySelector(".field-elsewhere")!.TextContent);
        Assert.Equal("过期", ((IHtmlInputElement)stale.Document.QuerySelector("#form-name")!).Value);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Submit(stale, [], Form)).Status);
    }

    [Fact]
    public async Task A_character_outside_the_basic_plane_comes_back_as_typed()
    {
        var page = await Send(new() { ["Name"] = "𠮷林𬱖", ["Pupils"] = "x", ["Stage"] = "primary" });
        Assert.Equal("𠮷林𬱖", ((IHtmlInputElement)page.Document.QuerySelector("#form-name")!).Value);
    }

    [Fact]
    public async Task A_saved_form_is_answered_by_303()
    {
        var application = await Database.Application;
        using var visitor = application.Visitor();
        var page = await visitor.Open(Page);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = visitor.Client.BaseAddress };
        using var first = await client.GetAsync(Page);
        var html = await first.Content.ReadAsStringAsync();
        var token = html.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        using var content = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("form"), "_handler" },
            { new StringContent("新校"), "Name" }, { new StringContent("primary"), "Stage" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, Page) { Content = content };
        request.Headers.Add("Cookie", first.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.EndsWith("/about/components#form", response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_the_token_of_the_page_is_refused_with_a_page()
    {
        using var visitor = (await Database.Application).Visitor();
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "form", ["Name"] = "x" });
        using var response = await visitor.Client.PostAsync(Page, content);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("请求不完整", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_theme_is_switched_without_script_and_remembered()
    {
        using var visitor = (await Database.Application).Visitor();
        var page = await visitor.Open(Page);
        var token = page.Document.QuerySelector("form.theme-switch input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["theme"] = "dark",
            ["back"] = "//elsewhere.example",
        });
        using var response = await visitor.Client.PostAsync("/theme", content);
        Assert.Equal("/sign-in", response.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal("dark", (await visitor.Open(Page)).Document.DocumentElement.GetAttribute("data-bs-theme"));
    }

    private async Task<TestPage> Send(Dictionary<string, string> fields)
    {
        using var visitor = (await Database.Application).Visitor();
        return await visitor.Submit(await visitor.Open(Page), fields, Form);
    }
}
