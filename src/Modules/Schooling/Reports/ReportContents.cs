using System.Globalization;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Schooling.Dashboard;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.Direction;

namespace SmartRecruiting.Schooling.Reports;

/// <summary>Counts what a report says.</summary>
internal sealed class ReportContents(SchoolingDb db)
{
    private const int Rows = 15;

    /// <summary>The report of a university and a year in both languages, of one state of the figures; null when there is nothing to tell.</summary>
    public async Task<(ReportContent French, ReportContent English)?> MakeAsync(Guid university, StatYear year, CancellationToken cancellation)
    {
        var places = await Places.LoadAsync(db, user: null, cancellation);
        if (places.Find(university) is not { } place || await Overview.ReadAsync(db, places, place, year, cancellation) is not { } overview) return null;
        if (overview.Figures.Total.Now.Offers == 0) return null;
        return (In("fr", overview), In("en", overview));
    }

    private static ReportContent In(string language, Overview overview)
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures.Of(language);
        try
        {
            var tables = overview.Tables(Rows);
            return new ReportContent(StatHeaders.Of(overview.Figures), overview.KeyFigures(), [.. tables.Where(t => t.Rows.Count > 0).Select(t => t.Finding)], tables);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }
}
