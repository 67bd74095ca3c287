using System.Buffers;

namespace Junheng.Supervision.Intake.Forms;

/// <summary>Reads the body of a submission, which has to be small.</summary>
internal static class RequestBody
{
    /// <summary>Bytes; twenty long texts of 2,000 characters fit in as a browser escapes them.</summary>
    public const int Largest = 512 * 1024;

    /// <summary>Beyond it the connection is given up: nobody waits for an answer there.</summary>
    private const long Patience = 64 << 20;

    /// <param name="take">Makes something of the bytes, which are gone afterwards.</param>
    /// <returns>False where the body is too large; it was read and thrown away, so that a browser shows our page and not its own.</returns>
    public static async ValueTask<(bool Fits, T? Taken)> Read<T>(HttpContext context, Func<ReadOnlyMemory<byte>, T> take)
    {
        var reader = context.Request.BodyReader;
        if (context.Request.ContentLength > Largest) return (await Drain(context, 0), default);
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            var buffer = read.Buffer;
            if (buffer.Length > Largest)
            {
                reader.AdvanceTo(buffer.End);
                return (await Drain(context, buffer.Length), default);
            }
            if (!read.IsCompleted)
            {
                reader.AdvanceTo(buffer.Start, buffer.End);
                continue;
            }
            var taken = take(buffer.IsSingleSegment ? buffer.First : buffer.ToArray());
            reader.AdvanceTo(buffer.End);
            return (true, taken);
        }
    }

    private static async ValueTask<bool> Drain(HttpContext context, long seen)
    {
        for (var reader = context.Request.BodyReader; seen < Patience;)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            seen += read.Buffer.Length;
            reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted) return false;
        }
        context.Response.Headers.Connection = "close";
        return false;
    }
}
