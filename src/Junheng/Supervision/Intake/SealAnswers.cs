using Junheng.Platform.Jobs;

namespace Junheng.Supervision.Intake;

/// <summary>Every hour: answers lose what their place in the file says of when they came.</summary>
[JobKind("intake.seal", IntakeTexts.Sealing)]
public sealed class SealAnswers(IntakeStore store) : JobHandler
{
    public override Task Run(JobRun run, CancellationToken cancellation) => store.Seal();
}
