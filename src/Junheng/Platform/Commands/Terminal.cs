namespace Junheng.Platform.Commands;

/// <summary>Where a command writes: <see cref="Out"/> for its result alone, <see cref="Error"/> for everything said about it.</summary>
public sealed record Terminal(TextWriter Out, TextWriter Error);
