namespace Junheng.Platform.Sheets.Xlsx;

/// <summary>
/// Refuses a part in which megabytes pass without the beginning of a tag: an XML reader would gather such an attribute
/// in memory before anyone could look at its length.
/// </summary>
internal sealed class MarkupStream(Stream part) : Stream
{
    private const int LongestRun = 4 << 20;
    private int run;

    public override int Read(Span<byte> buffer)
    {
        var read = part.Read(buffer);
        var last = buffer[..read].LastIndexOf((byte)'<');
        run = last < 0 ? run + read : read - last;
        return run <= LongestRun ? read : throw new InvalidDataException("No tag begins within " + LongestRun + " bytes.");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) part.Dispose();
        base.Dispose(disposing);
    }
}
