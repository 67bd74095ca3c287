using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Junheng.Platform.Web;

/// <summary>The files of wwwroot, held in memory. Their address carries a hash over all of them, so browsers may keep them for ever and
/// modules that import each other by relative path stay of one version. The same from a build, a publication and a test.</summary>
public sealed class WebFiles
{
    private const string Prefix = "/assets/";
    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".ico"] = "image/x-icon",
        [".woff2"] = "font/woff2",
        [".txt"] = "text/plain; charset=utf-8",
        [".geojson"] = "application/geo+json; charset=utf-8",
        [".webmanifest"] = "application/manifest+json; charset=utf-8",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, WebFile> files;

    /// <summary>Sixteen hexadecimal digits that change with any file.</summary>
    public string Version { get; }

    public WebFiles() : this(System.IO.Path.Combine(AppContext.BaseDirectory, "wwwroot")) { }

    public WebFiles(string root)
    {
        files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(path => ContentTypes.ContainsKey(System.IO.Path.GetExtension(path)))
            .Select(path => new WebFile(System.IO.Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllBytes(path)))
            .ToFrozenDictionary(file => file.Path, StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.Values.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file.Path + "\0"));
            hash.AppendData(file.Bytes);
        }
        Version = Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    /// <summary>The address of a file, for example of <c>ui/app.css</c>.</summary>
    public string Url(string path) => files.ContainsKey(path)
        ? $"{Prefix}{Version}/{path}"
        : throw new ArgumentException($"wwwroot has no {path}", nameof(path));

    public byte[] Bytes(string path) => files[path].Bytes;

    /// <summary>Answers requests for files; all others go on.</summary>
    public async Task Serve(HttpContext context, RequestDelegate next)
    {
        if (!(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) || Find(context.Request.Path.Value!) is not { } found)
        {
            await next(context);
            return;
        }
        var (file, versioned) = found;
        var headers = context.Response.Headers;
        headers.CacheControl = versioned ? "public, max-age=31536000, immutable" : "public, no-cache";
        headers.ETag = file.Tag;
        headers.Vary = "Accept-Encoding";
        if (context.Request.Headers.IfNoneMatch.ToString().Contains(file.Tag, StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var (bytes, encoding) = file.Encoded(context.Request.Headers.AcceptEncoding.ToString());
        if (encoding is not null) headers.ContentEncoding = encoding;
        context.Response.ContentType = ContentTypes[System.IO.Path.GetExtension(file.Path)];
        context.Response.ContentLength = bytes.Length;
        if (HttpMethods.IsGet(context.Request.Method)) await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>/assets/VERSION/path, of any version; and the icons browsers ask for by themselves.</summary>
    private (WebFile File, bool Versioned)? Find(string path)
    {
        if (path is "/favicon.ico" or "/favicon.svg") return files.TryGetValue(path[1..], out var icon) ? (icon, false) : null;
        if (!path.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var slash = path.IndexOf('/', Prefix.Length);
        if (slash < 0 || !files.TryGetValue(path[(slash + 1)..], out var file)) return null;
        return (file, path.AsSpan(Prefix.Length, slash - Prefix.Length).SequenceEqual(Version));
    }

    private sealed class WebFile(string path, byte[] bytes)
    {
        private readonly Lazy<byte[]> brotli = new(() => Packed(bytes, target => new BrotliStream(target, CompressionLevel.Optimal)));
        private readonly Lazy<byte[]> gzip = new(() => Packed(bytes, target => new GZipStream(target, CompressionLevel.Optimal)));

        public string Path { get; } = path;
        public byte[] Bytes { get; } = bytes;
        public string Tag { get; } = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"";

        public (byte[] Bytes, string? Encoding) Encoded(string accepted)
        {
            if (Bytes.Length < 500 || Path.EndsWith(".png", StringComparison.Ordinal) || Path.EndsWith(".woff2", StringComparison.Ordinal)) return (Bytes, null);
            if (accepted.Contains("br", StringComparison.Ordinal)) return (brotli.Value, "br");
            return accepted.Contains("gzip", StringComparison.Ordinal) ? (gzip.Value, "gzip") : (Bytes, null);
        }

        private static byte[] Packed(byte[] bytes, Func<Stream, Stream> packer)
        {
            using var target = new MemoryStream();
            using (var stream = packer(target)) stream.Write(bytes);
            return target.ToArray();
        }
    }
}
