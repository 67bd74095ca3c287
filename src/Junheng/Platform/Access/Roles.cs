namespace Junheng.Platform.Access;

/// <summary>What a post lets its holder do; modules grant permissions to these.</summary>
public static class Roles
{
    /// <summary>Keeps organisations, posts and accounts; sees no business content by this role.</summary>
    public const string Administrator = "administrator";
    /// <summary>Reads the journal; never together with <see cref="Administrator"/>.</summary>
    public const string Auditor = "auditor";
    public const string Leader = "leader";
    /// <summary>Officer of the supervision office (督导室).</summary>
    public const string Officer = "officer";
    public const string Inspector = "inspector";
    /// <summary>Contact of a department or a town.</summary>
    public const string Contact = "contact";
    /// <summary>School data officer.</summary>
    public const string Clerk = "clerk";
    public const string Analyst = "analyst";

    public static readonly string[] All = [Administrator, Auditor, Leader, Officer, Inspector, Contact, Clerk, Analyst];
}
