namespace Junheng.Supervision.Intake.Forms;

/// <summary>The checksum at the end of gzip (CRC-32), which can be continued over known bytes without going through them again.</summary>
internal static class Crc
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n => Shift((uint)n, 8))];

    /// <param name="crc">Of what stands before; 0 at the beginning.</param>
    public static uint Continue(uint crc, ReadOnlySpan<byte> bytes)
    {
        crc = ~crc;
        foreach (var value in bytes) crc = Table[(byte)(crc ^ value)] ^ (crc >> 8);
        return ~crc;
    }

    /// <summary>What becomes of each bit of a checksum when as many bytes follow as given; see <see cref="Append"/>.</summary>
    public static uint[] Distance(int bytes)
    {
        var columns = new uint[32];
        for (var bit = 0; bit < 32; bit++)
        {
            var state = 1u << bit;
            for (var at = 0; at < bytes; at++) state = Table[(byte)state] ^ (state >> 8);
            columns[bit] = state;
        }
        return columns;
    }

    /// <summary>Checksum of A and B together, of that of A, the distance over B, and that of B.</summary>
    public static uint Append(uint crc, uint[] distance, uint following)
    {
        for (var bit = 0; crc != 0; bit++, crc >>= 1)
            if ((crc & 1) != 0) following ^= distance[bit];
        return following;
    }

    private static uint Shift(uint state, int bits)
    {
        for (; bits > 0; bits--) state = (state & 1) != 0 ? 0xEDB88320u ^ (state >> 1) : state >> 1;
        return state;
    }
}
