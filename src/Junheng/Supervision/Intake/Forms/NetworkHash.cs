using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Junheng.Supervision.Intake.Forms;

/// <summary>Tells networks apart while it lives, under salts drawn for it alone; it never leaves memory.</summary>
internal sealed class NetworkHash
{
    private readonly ulong first = Salt(), second = Salt();

    public ulong Of(IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        if (address is not null && address.TryWriteBytes(bytes, out _) && address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
            // A household or school has a whole network of the longer addresses.
            bytes[8..].Clear();
        return Mixed(Mixed(BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ first, second) ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]) ^ second, first);
    }

    private static ulong Mixed(ulong value, ulong salt)
    {
        var high = Math.BigMul(value, salt, out ulong low);
        return high ^ low;
    }

    private static ulong Salt() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) | 1;
}
