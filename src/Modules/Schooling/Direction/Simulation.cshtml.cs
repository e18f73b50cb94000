using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Schooling.Dashboard;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.Statistics;

namespace SmartRecruiting.Schooling.Direction;

/// <summary>« If we opened a programme that teaches these skills, so many offers would find a good match. »</summary>
internal sealed class SimulationModel(SchoolingDb db, IProgrammeSimulation simulation, ICurrentUser user, TimeProvider clock) : PageModel
{
    // What the model can rank while somebody waits.
    private const int MostOffers = 2000;
    private const int MostSkills = 30;
    private const int Shown = 10;

    [BindProperty(SupportsGet = true)]
    public StatFilter Filter { get; set; } = new();

    /// <summary>Names of skills between commas or semicolons.</summary>
    [BindProperty(SupportsGet = true, Name = "skills")]
    public string? Skills { get; set; }

    [BindProperty(SupportsGet = true, Name = "sought")]
    public string? Level { get; set; }

    public Place? Place { get; private set; }

    public StatYear Year { get; private set; }

    public DashboardFrame Frame { get; private set; } = null!;

    public SimulatedProgramme? Result { get; private set; }

    /// <summary>Some of the offers gained.</summary>
    public IReadOnlyList<(string Title, string Company)> Gained { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var places = await Places.LoadAsync(db, user, cancellation);
        Place = Filter.Id is { } id ? places.Find(id) : places.Default(StatLevel.University, user);
        Year = Filter.YearOn(clock);
        if (Place is not { Level: StatLevel.University }) return NotFound();
        Frame = DashboardFrame.Of(places, Place, Year, clock);
        string[] skills = [.. (Skills ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().Take(MostSkills)];
        if (skills.Length == 0) return Page();
        var (first, last) = (Year.First, Year.Last);
        var unmet = await db.OfferFacts.AsNoTracking()
            .Where(f => f.State != FactState.Waiting && f.Day >= first && f.Day <= last && (f.UniversityId == Place.Id || f.UniversityId == null))
            .Where(f => f.Best != Strength.Good && f.Best != Strength.Strong)
            .OrderByDescending(f => f.Day).ThenBy(f => f.Id).Select(f => f.Id).Take(MostOffers).ToListAsync(cancellation);
        Result = await simulation.SimulateAsync(skills, string.IsNullOrEmpty(Level) ? null : Level, unmet, cancellation);
        var some = Result.GainedOffers.Take(Shown).ToArray();
        Gained = [.. (await db.OfferFacts.AsNoTracking().Where(f => some.Contains(f.Id)).OrderByDescending(f => f.Day).Select(f => new { f.Title, f.Company }).ToListAsync(cancellation))
            .Select(f => (f.Title, f.Company))];
        return Page();
    }
}
