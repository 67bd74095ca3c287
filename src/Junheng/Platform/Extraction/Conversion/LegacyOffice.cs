namespace Junheng.Platform.Extraction.Conversion;

/// <summary>Turns .doc, .wps, .rtf and .odt into .docx with LibreOffice, each job in a folder and profile of its own that are gone afterwards.</summary>
internal static class LegacyOffice
{
    public static async Task<byte[]> ToDocx(byte[] bytes, ExtractionLimits limits, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("junheng-");
        try
        {
            var source = Path.Combine(folder.FullName, "source" + Extension(bytes));
            await File.WriteAllBytesAsync(source, bytes, cancel);
            // Two LibreOffice processes cannot share a profile.
            var (code, _) = await ExternalProgram.Run(limits.LibreOffice,
                ["--headless", "--norestore", "-env:UserInstallation=" + new Uri(Path.Combine(folder.FullName, "profile")).AbsoluteUri,
                    "--convert-to", "docx", "--outdir", folder.FullName, source],
                [], static async (output, stop) => await output.ReadToEndAsync(stop), limits.ConversionTime, ExtractionTexts.OfficeMissing, cancel, folder.FullName);
            var result = new FileInfo(Path.Combine(folder.FullName, "source.docx"));
            if (code != 0 || !result.Exists) throw new RefusedContent(Refusal.Malformed, ExtractionTexts.ConversionFailed);
            if (result.Length > limits.MaxBytes) throw new RefusedContent(Refusal.TooLarge, ExtractionTexts.TooLarge(limits.MaxBytes));
            return await File.ReadAllBytesAsync(result.FullName, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>LibreOffice trusts the name where the content leaves a choice.</summary>
    private static string Extension(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("{\\rtf"u8) ? ".rtf" : bytes.StartsWith("PK"u8) ? ".odt" : CompoundFile.Matches(bytes) ? ".doc" : ".xml";
}
