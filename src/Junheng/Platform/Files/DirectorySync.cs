using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Junheng.Platform.Files;

/// <summary>Forces a directory's entries to the disk. A rename is lost with the power otherwise; .NET has no call for it.</summary>
public static class DirectorySync
{
    public static void Flush(string directory)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = Open(directory, 0);
        if (handle < 0) throw new Win32Exception(Marshal.GetLastPInvokeError(), directory);
        try
        {
            if (Fsync(handle) != 0) throw new Win32Exception(Marshal.GetLastPInvokeError(), directory);
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Fsync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int handle);
}
