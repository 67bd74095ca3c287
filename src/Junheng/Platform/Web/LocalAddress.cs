namespace Junheng.Platform.Web;

/// <summary>Keeps redirects inside the site.</summary>
public static class LocalAddress
{
    /// <summary>The address when it is a path of this site, else the fallback.</summary>
    public static string Or(string? address, string fallback) => IsLocal(address) ? address! : fallback;

    public static bool IsLocal(string? address) =>
        address is ['/', ..] && !(address.Length > 1 && address[1] is '/' or '\\') && !address.Any(char.IsControl);
}
