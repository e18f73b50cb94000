using SmartRecruiting.Schooling.Dashboard;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.Statistics;

namespace SmartRecruiting.Schooling.Direction;

/// <summary>What a director sees of a university, on a page and in a report: one reading of the figures, tables in any language.</summary>
internal sealed class Overview
{
    private const int YearsBack = 5;

    private static readonly FigureKind[] Kinds =
        [FigureKind.Total, FigureKind.School, FigureKind.Domain, FigureKind.Skill, FigureKind.Company, FigureKind.State, FigureKind.SchoolSent];

    private Overview(FigureSet figures, IReadOnlyDictionary<string, int> fitting) => (Figures, Fitting) = (figures, fitting);

    public FigureSet Figures { get; }

    private IReadOnlyDictionary<string, int> Fitting { get; }

    /// <summary>Reads it with five queries; null before the first count.</summary>
    public static async Task<Overview?> ReadAsync(SchoolingDb db, Places places, Place university, StatYear year, CancellationToken cancellation) =>
        await FigureSet.ReadAsync(db, places, university, year, Kinds, YearsBack, cancellation) is { } figures
            ? new Overview(figures, await UnmetDemand.FittingAsync(db, figures, cancellation))
            : null;

    /// <summary>The numbers that stand for themselves, in the language of the thread.</summary>
    public IReadOnlyList<KeyFigure> KeyFigures() => new Tables(Figures, 0).KeyFigures();

    /// <summary>The tables, in the language of the thread.</summary>
    /// <param name="most">Rows a table at the most.</param>
    public IReadOnlyList<StatTable> Tables(int most)
    {
        var tables = new Tables(Figures, most);
        return
        [
            UnmetDemand.Map(Figures, most), UnmetDemand.Holes(Figures, Fitting, most), tables.Years(YearsBack), tables.Answers(), tables.States(), tables.Schools(),
            tables.Domains(), tables.Skills(), tables.Companies(),
        ];
    }
}
