namespace Junheng.Ui.Components;

/// <summary>How a state is meant: not begun, under way, well, in need of a look, failed, or not to be told (无法判断).</summary>
public enum Tone { Plain, Busy, Good, Warn, Bad, Unknown }
