namespace Junheng.Platform.Data;

/// <summary>Guards against saving over what somebody else has saved since the form was opened.</summary>
public static class Versions
{
    /// <summary>Says which version the change was made from; saving then refuses when the row has moved on.</summary>
    /// <param name="entity">Tracked, with an integer Version.</param>
    /// <param name="version">As the form carried it; null makes no claim.</param>
    /// <exception cref="Rules.StaleException">Thrown by the save, not here.</exception>
    public static void Expect(this JunhengDb db, object entity, int? version)
    {
        if (version is { } seen) db.Entry(entity).Property("Version").OriginalValue = seen;
    }
}
