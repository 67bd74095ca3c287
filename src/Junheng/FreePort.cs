using System.Net;
using System.Net.Sockets;

namespace Junheng;

/// <summary>A second server on the same machine starts beside the first instead of failing.</summary>
public static class FreePort
{
    private const int Tries = 50;

    /// <summary>The first port from <paramref name="wanted"/> on that nobody on this machine listens at; <paramref name="wanted"/> when all are taken.</summary>
    public static int From(int wanted) =>
        Enumerable.Range(wanted, Tries).Where(port => port <= IPEndPoint.MaxPort).FirstOrDefault(IsFree, wanted);

    private static bool IsFree(int port)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
