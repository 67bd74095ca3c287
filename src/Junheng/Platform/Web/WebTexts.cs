namespace Junheng.Platform.Web;

public static class WebTexts
{
    public const string Title = "页面与表单";
    public const string SweepFormKeys = "清理已用过的表单编号";
    public const string Replayed = "这张表单已经提交过，没有重复保存。";
    public const string ReplayedUnfinished = "这张表单已经提交过，正在处理或结果未留存，没有重复保存。请到相应列表中核对。";

    public static string FormKeysSwept(int count) => $"清理 {count} 个。";

    public static (string Title, string Text) Status(int status) => status switch
    {
        400 => ("请求不完整", "浏览器送来的内容不完整，或者页面打开太久已经失效。请返回上一页刷新后重试。"),
        401 => ("请先登录", "登录后才能查看这个页面。"),
        403 => ("没有权限", Rules.RuleTexts.Forbidden),
        404 => ("没有找到", Rules.RuleTexts.NotFound),
        405 => ("不支持这种操作", "这个地址不支持刚才的操作。请从菜单重新进入。"),
        409 => ("不能这样办理", "当前状态不允许这项操作。"),
        413 => ("文件太大", "上传的内容超过了允许的大小，没有保存。请压缩或拆分后再上传。"),
        415 => ("格式不支持", "送来的内容格式不在支持范围内。"),
        429 => ("操作太频繁", "短时间内请求次数过多，请稍等一会儿再试。"),
        _ when status >= 500 => ("系统出错", "系统没有能完成这项操作，刚才的内容没有保存。请稍后重试；如果仍然出错，请把下面的编号告诉管理员。"),
        _ => ("无法完成", "系统没有能完成这项操作。"),
    };
}
