namespace Junheng.Platform.Data.Backups;

/// <summary>A store beside the main database that is backed up and restored with it. Every sealed subclass in the assembly is found by itself.</summary>
public abstract class SideStore
{
    public static IReadOnlyList<SideStore> All { get; } =
        [.. typeof(SideStore).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(SideStore))).Select(t => (SideStore)Activator.CreateInstance(t)!)];

    /// <summary>Tables on PostgreSQL, with their schema, whose rows do not go into a backup.</summary>
    public virtual IReadOnlyList<string> LeftOut => [];

    /// <summary>Its SQLite files by the names they have in a backup; those that are not there are passed over.</summary>
    public abstract IEnumerable<(string Name, string Path)> Files(DatabaseSettings database);

    /// <summary>Runs right before the copy is made.</summary>
    public abstract Task Prepare(DatabaseSettings database, TimeProvider clock);

    /// <summary>Takes out of a copied SQLite file what a backup is not to show.</summary>
    public virtual void Trim(string name, string copy) { }

    /// <summary>Runs after everything was restored.</summary>
    public virtual void Restored(DatabaseSettings database) { }
}
