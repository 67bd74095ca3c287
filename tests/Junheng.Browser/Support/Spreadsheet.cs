using System.Diagnostics;

namespace Junheng.Browser.Support;

/// <summary>A spreadsheet program as a clerk uses it: opens a workbook, types into cells, saves. What the workbook protects stays protected.</summary>
public sealed class Spreadsheet : IDisposable
{
    private const string Library = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
        <library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
         <library:element library:name="Clerk"/>
        </library:library>
        """;

    private const string Typing = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
        <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Clerk" script:language="StarBasic">
        Sub TypeInto(source As String, target As String, sheetName As String, cellName As String, typed As String)
          Dim opening(0) As New com.sun.star.beans.PropertyValue
          opening(0).Name = "Hidden" : opening(0).Value = True
          book = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, opening())
          book.Sheets.getByName(sheetName).getCellRangeByName(cellName).setFormula(typed)
          Dim saving(0) As New com.sun.star.beans.PropertyValue
          saving(0).Name = "FilterName" : saving(0).Value = "Calc MS Excel 2007 XML"
          book.storeToURL(ConvertToURL(target), saving())
          book.close(True)
        End Sub
        </script:module>
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("junheng-spreadsheet-").FullName;
    private bool ready;

    /// <summary>Types one text into one cell of a workbook and gives the saved file's path.</summary>
    public async Task<string> Type(string workbook, string sheet, string cell, string typed)
    {
        await Prepare();
        var saved = Path.Combine(folder, $"{Guid.CreateVersion7():N}.xlsx");
        await Run($"macro:///Standard.Clerk.TypeInto(\"{workbook}\",\"{saved}\",\"{sheet}\",\"{cell}\",\"{typed}\")");
        Assert.True(File.Exists(saved), $"The spreadsheet program saved nothing for {sheet} {cell}.");
        return saved;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>The program lays out its profile on a first start; only then does it take our typing into its library.</summary>
    private async Task Prepare()
    {
        if (ready) return;
        var basic = Path.Combine(folder, "profile/user/basic/Standard");
        await Run("macro:///Standard.Module1.Main");
        await File.WriteAllTextAsync(Path.Combine(basic, "script.xlb"), Library);
        await File.WriteAllTextAsync(Path.Combine(basic, "Clerk.xba"), Typing);
        ready = true;
    }

    private async Task Run(string macro)
    {
        using var program = Process.Start(new ProcessStartInfo("soffice", ["--headless", "--norestore", $"-env:UserInstallation=file://{folder}/profile", macro]) { RedirectStandardError = true })!;
        var said = program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token);
        Assert.True(program.ExitCode == 0, await said);
    }
}
