using Junheng.Platform.Rules;
using Junheng.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Junheng.Tests.Ui.Forms;

public sealed class FormBinderTests
{
    private enum Nature { Public, Private }

    private sealed class Input
    {
        [Input("名称", Max = 3)] public string Name { get; set; } = "旧";
        [Input("人数", Least = 1, Most = 9)] public int? Count { get; set; }
        [Input("金额")] public decimal Amount { get; set; }
        [Input("日期")] public DateOnly? Day { get; set; }
        [Input("性质")] public Nature Nature { get; set; }
        [Input("学段")] public string[] Stages { get; set; } = ["primary"];
        [Input("同意")] public bool Agreed { get; set; } = true;
    }

    [Fact]
    public void Typed_values_reach_the_properties()
    {
        var (input, form) = Bind(("Name", " 新校 "), ("Count", "７"), ("Amount", "1,234.50"), ("Day", "2026-3-2"), ("Nature", "Private"), ("Agreed", "false"));
        Assert.Empty(form.Errors);
        Assert.Equal(("新校", 7, 1234.50m, new DateOnly(2026, 3, 2), Nature.Private, false), (input.Name, input.Count, input.Amount, input.Day, input.Nature, input.Agreed));
    }

    [Fact]
    public void A_field_the_form_did_not_show_stays_as_loaded() => Assert.Equal("旧", Bind(("Count", "1")).Input.Name);

    [Fact]
    public void An_empty_text_empties_what_may_be_empty() => Assert.Null(Bind(("Count", "")).Input.Count);

    [Fact]
    public void Several_choices_are_kept_in_order()
    {
        var input = new Input();
        FormBinder.Bind(Form(input, new() { ["Stages"] = new StringValues(["junior", "", "senior"]) }));
        Assert.Equal(["junior", "senior"], input.Stages);
    }

    [Fact]
    public void A_checked_box_follows_its_hidden_false()
    {
        var input = new Input { Agreed = false };
        FormBinder.Bind(Form(input, new() { ["Agreed"] = new StringValues(["false", "true"]) }));
        Assert.True(input.Agreed);
    }

    [Theory]
    [InlineData("Name", "四个字的", "“名称”最多 3 个字。")]
    [InlineData("Count", "0", "“人数”不能小于 1。")]
    [InlineData("Count", "10", "“人数”不能大于 9。")]
    [InlineData("Count", "1.5", "“人数”应是整数。")]
    [InlineData("Amount", "十", "“金额”应是数字。")]
    [InlineData("Day", "2026-02-30", "“日期”应是日期，例如 2026-09-01。")]
    [InlineData("Nature", "7", "“性质”的内容不在可选范围内，请重新选择。")]
    public void What_cannot_be_taken_is_said_in_plain_words(string field, string typed, string message)
    {
        var (_, form) = Bind((field, typed));
        Assert.Equal((field, message), Assert.Single(form.Errors));
    }

    [Fact]
    public void Three_characters_of_the_supplementary_planes_are_three() => Assert.Empty(Bind(("Name", "𠮷𬱖𪚥")).Form.Errors);

    [Fact]
    public void A_stale_form_takes_the_version_it_now_shows()
    {
        var form = Form(new Input(), []);
        form.Refuse(new StaleException(new { Name = "他人", Version = 5 }));
        Assert.Equal(5, form.Version);
        Assert.NotNull(form.Current);
    }

    private static (Input Input, FormState Form) Bind(params (string Name, string Value)[] typed)
    {
        var input = new Input();
        var form = Form(input, typed.ToDictionary(t => t.Name, t => new StringValues(t.Value)));
        FormBinder.Bind(form);
        return (input, form);
    }

    private static FormState Form(Input input, Dictionary<string, StringValues> typed) => new("form", input, new FormCollection(typed));
}
