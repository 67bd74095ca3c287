using System.Globalization;
using System.Text;
using QRCoder;

namespace Junheng.Supervision.Surveys.Vouchers;

/// <summary>A QR code as one SVG path over a grid: sharp at any size, and no inline style that the page's policy would refuse.</summary>
/// <param name="Size">Modules along an edge, with the quiet zone.</param>
/// <param name="Path">The dark modules, as <c>d</c> of a path.</param>
public sealed record QrDrawing(int Size, string Path)
{
    public static QrDrawing Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var (rows, path) = (code.ModuleMatrix, new StringBuilder());
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows.Count; x++)
            {
                if (!rows[y][x]) continue;
                var start = x;
                while (x + 1 < rows.Count && rows[y][x + 1]) x++;
                path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start + 1}v1h-{x - start + 1}z");
            }
        return new(rows.Count, path.ToString());
    }
}
