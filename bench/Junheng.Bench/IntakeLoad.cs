using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Junheng.Bench;

/// <summary>
/// Sends requests over keep-alive connections from one thread, without a library between: the two share the machine, so what the sender does not use the
/// server may. Every response is read to its end and its status compared.
/// </summary>
internal sealed class IntakeLoad : IDisposable
{
    private readonly Line[] lines;
    private readonly int poll = Native.epoll_create1(0);
    private readonly Native.Event[] events = new Native.Event[256];

    public IntakeLoad(int port, int connections)
    {
        lines = new Line[connections];
        for (var at = 0; at < connections; at++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Connect(IPAddress.Loopback, port);
            socket.Blocking = false;
            lines[at] = new Line(socket);
            var wanted = new Native.Event { Kinds = Native.Readable, Data = at };
            if (Native.epoll_ctl(poll, 1, (int)socket.Handle, ref wanted) != 0) throw new InvalidOperationException("epoll_ctl");
        }
    }

    /// <summary>What one connection does next; called again with every response until it is through.</summary>
    /// <param name="Request">The n-th request of a task; empty = the task is done.</param>
    /// <param name="Status">Expected of the n-th response.</param>
    public abstract class Work
    {
        public abstract int Count { get; }
        public abstract ReadOnlyMemory<byte> Request(int task, int step, ReadOnlySpan<byte> before);
        public abstract int Status(int step);
    }

    /// <param name="rate">Tasks a second, due at even distances whether or not a connection is free; 0 = as fast as they are answered.</param>
    /// <returns>Seconds in all, and of each task in seconds from when it was due.</returns>
    public (double Seconds, double[] Latencies) Run(Work work, double rate = 0)
    {
        var latencies = new double[work.Count];
        var (next, done) = (0, 0);
        var free = new Queue<int>(Enumerable.Range(0, lines.Length));
        var begun = Stopwatch.GetTimestamp();
        while (done < work.Count)
        {
            while (next < work.Count && free.Count > 0 && (rate == 0 || Since(begun) >= next / rate))
            {
                var line = lines[free.Dequeue()];
                (line.Task, line.Step, line.Due) = (next, 0, rate == 0 ? Since(begun) : next / rate);
                line.Send(work.Request(next++, 0, default));
            }
            var waiting = rate > 0 && next < work.Count && free.Count > 0 ? (int)Math.Max(0, ((next / rate) - Since(begun)) * 1000) : 1000;
            var ready = Native.epoll_wait(poll, events, events.Length, waiting);
            for (var at = 0; at < ready; at++)
            {
                var line = lines[events[at].Data];
                if (!line.Receive()) continue;
                if (line.StatusCode != work.Status(line.Step)) throw new InvalidOperationException($"step {line.Step} answered {line.StatusCode}: {System.Text.Encoding.UTF8.GetString(line.Response)}");
                var following = work.Request(line.Task, ++line.Step, line.Response);
                if (!following.IsEmpty)
                {
                    line.Send(following);
                    continue;
                }
                latencies[line.Task] = Since(begun) - line.Due;
                done++;
                free.Enqueue((int)events[at].Data);
            }
        }
        return (Since(begun), latencies);
    }

    public void Dispose()
    {
        foreach (var line in lines) line.Dispose();
        _ = Native.close(poll);
    }

    private static double Since(long begun) => Stopwatch.GetElapsedTime(begun).TotalSeconds;

    private sealed class Line(Socket socket) : IDisposable
    {
        private readonly byte[] buffer = new byte[1 << 17];
        private int filled;

        public int Task { get; set; }
        public int Step { get; set; }
        public double Due { get; set; }
        public int StatusCode { get; private set; }
        public ReadOnlySpan<byte> Response => buffer.AsSpan(0, filled);

        public void Send(ReadOnlyMemory<byte> request)
        {
            filled = 0;
            for (var left = request.Span; !left.IsEmpty;)
            {
                var sent = socket.Send(left, SocketFlags.None, out var error);
                if (error is not (SocketError.Success or SocketError.WouldBlock)) throw new SocketException((int)error);
                left = left[Math.Max(sent, 0)..];
            }
        }

        /// <returns>True when the response is complete.</returns>
        public bool Receive()
        {
            var got = socket.Receive(buffer.AsSpan(filled), SocketFlags.None, out var error);
            if (error == SocketError.WouldBlock) return false;
            if (error != SocketError.Success || got == 0) throw new InvalidOperationException($"the server hung up: {error}");
            filled += got;
            var head = Response.IndexOf("\r\n\r\n"u8);
            if (head < 0) return false;
            StatusCode = ((buffer[9] - '0') * 100) + ((buffer[10] - '0') * 10) + buffer[11] - '0';
            var length = Response[..head].IndexOf("Content-Length: "u8);
            if (length < 0) throw new InvalidOperationException("a response without a length");
            var body = 0;
            for (var at = length + 16; buffer[at] is >= (byte)'0' and <= (byte)'9'; at++) body = (body * 10) + buffer[at] - '0';
            return filled >= head + 4 + body;
        }

        public void Dispose() => socket.Dispose();
    }

    private static class Native
    {
        public const uint Readable = 1;

        [StructLayout(LayoutKind.Sequential, Pack = 1)]
        public struct Event
        {
            public uint Kinds;
            public long Data;
        }

        [DllImport("libc")] public static extern int epoll_create1(int flags);
        [DllImport("libc")] public static extern int epoll_ctl(int poll, int operation, int file, ref Event wanted);
        [DllImport("libc")] public static extern int epoll_wait(int poll, [Out] Event[] events, int most, int milliseconds);
        [DllImport("libc")] public static extern int close(int file);
    }
}
