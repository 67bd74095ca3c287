using System.Net;
using System.Net.Sockets;

namespace Junheng.Tests;

public sealed class FreePortTests
{
    [Fact]
    public void A_taken_port_moves_on_and_a_free_one_stays()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var next = FreePort.From(port);
        Assert.InRange(next, port + 1, port + 49);
        Assert.Equal(next, FreePort.From(next));
    }
}
