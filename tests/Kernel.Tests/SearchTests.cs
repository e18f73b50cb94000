using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Kernel.Tests;

public sealed class SearchTests
{
    [Theory, EveryDatabase]
    public async Task Words_are_found_whatever_their_accents_case_and_order(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        await ground.AddAsync(
            new Note { Code = "1", Title = "Éloïse Dupré", Place = "Grenoble" },
            new Note { Code = "2", Title = "Eloi Dupré", Place = "Valence" },
            new Note { Code = "3", Title = "Remise de 100%_net", Place = null });
        Assert.Equal("1", await FindAsync(ground, "ELOISE"));
        Assert.Equal("1", await FindAsync(ground, "  grenoble  éloïse "));
        Assert.Equal("1,2", await FindAsync(ground, "dupre"));
        Assert.Equal("", await FindAsync(ground, "eloise valence"));
        Assert.Equal("1,2,3", await FindAsync(ground, null));
        Assert.Equal("1,2,3", await FindAsync(ground, " - "));
        Assert.Equal("3", await FindAsync(ground, "100%"));
        Assert.Equal("3", await FindAsync(ground, "%"));
        Assert.Equal("", await FindAsync(ground, "e%e"));
        Assert.Equal("", await FindAsync(ground, "\\"));
    }

    [Theory, EveryDatabase]
    public async Task A_changed_text_is_found_by_its_new_words_only(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        await ground.AddAsync(new Note { Code = "1", Title = "Mécanique" });
        await ground.WithAsync(async db =>
        {
            (await db.Notes.SingleAsync()).Title = "Électronique";
            await db.SaveChangesAsync(CancellationToken.None);
        });
        Assert.Equal("", await FindAsync(ground, "mecanique"));
        Assert.Equal("1", await FindAsync(ground, "électronique"));
    }

    [Theory, EveryDatabase]
    public async Task A_text_too_long_for_its_folded_copy_is_saved_even_when_the_cut_splits_a_sign(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        await ground.AddAsync(new Note { Code = "1", Title = new string('a', 499) + "😀😀" });
        Assert.Equal("1", await FindAsync(ground, "aaaa"));
    }

    private static async Task<string> FindAsync(Ground ground, string? words) =>
        string.Join(',', await ground.WithAsync(db => db.Notes.WhereWords(words).Select(n => n.Code).OrderBy(c => c).ToListAsync()));
}
