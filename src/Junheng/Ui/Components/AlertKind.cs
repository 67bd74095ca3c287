namespace Junheng.Ui.Components;

public enum AlertKind { Info, Success, Warning, Danger }
