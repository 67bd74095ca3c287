namespace Junheng.Tests.Support;

/// <summary>Base of test classes that need a database. The trait makes them run on PostgreSQL too.</summary>
[Trait("Suite", "Data")]
public abstract class DataTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    protected TestDatabase Database { get; } = database;
}
