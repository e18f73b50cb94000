using Microsoft.Extensions.Logging;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Matching.Catalogue;
using SmartRecruiting.Matching.Engine;
using SmartRecruiting.Matching.Skills;

namespace SmartRecruiting.Matching.Training;

/// <summary>A model together with the catalogue it ranks; immutable, shared by all requests.</summary>
internal sealed class ServingModel
{
    private const int MostKeywords = 8;

    private readonly ProgrammeModel? ranking;
    private readonly DomainModel? domains;
    private readonly Dictionary<string, ProgrammeSnapshot> byCode;
    private readonly SkillLexicon skills;
    private readonly Dictionary<string, string> foldedCities;

    private ServingModel(int version, ProgrammeModel? ranking, DomainModel? domains, IReadOnlyCollection<ProgrammeSnapshot> catalogue, SkillLexicon lexicon)
    {
        (Version, this.ranking, this.domains) = (version, ranking, domains);
        byCode = catalogue.ToDictionary(p => p.Code, StringComparer.Ordinal);
        foldedCities = catalogue.Select(p => p.City ?? "").Distinct().ToDictionary(city => city, Fold.Text);
        skills = lexicon.With(catalogue.SelectMany(p => p.Skills));
    }

    /// <summary>Where there is no programme to rank yet.</summary>
    public static ServingModel None { get; } = new(0, null, null, [], LexiconStore.BuiltIn);

    /// <summary>0 for a model made of descriptions alone.</summary>
    public int Version { get; }

    /// <summary>
    /// The promoted model over the catalogue as it is now. Bytes that cannot be read are said once in the log, and the descriptions
    /// alone rank until the next training.
    /// </summary>
    public static ServingModel Make(int version, byte[]? content, IReadOnlyList<ProgrammeSnapshot> catalogue, SkillLexicon lexicon, ILogger log)
    {
        var programmes = catalogue.Select(KnownProgramme.ForEngine).ToList();
        if (content is not null)
        {
            try
            {
                var trained = TrainedModel.FromBytes(content);
                return new ServingModel(version, trained.Ranking.WithProgrammes(programmes), trained.Domains, catalogue, lexicon);
            }
            catch (InvalidDataException broken)
            {
                log.LogError("Model {Version} cannot be read ({Reason}); ranking by descriptions alone until the next training", version, broken.Message);
            }
        }
        var fresh = TrainedModel.Train(programmes, [], new TrainingOptions(), progress: null, CancellationToken.None);
        return new ServingModel(0, fresh.Ranking, fresh.Domains, catalogue, lexicon);
    }

    /// <summary>The same model with another lexicon.</summary>
    public ServingModel WithLexicon(SkillLexicon lexicon) => new(Version, ranking, domains, byCode.Values, lexicon);

    /// <summary>The same model with one more programme, which competes as any new one; no model where none ranks.</summary>
    public ServingModel WithProgramme(ProgrammeSnapshot programme)
    {
        if (ranking is null) return this;
        ProgrammeSnapshot[] catalogue = [.. byCode.Values, programme];
        return new ServingModel(Version, ranking.WithProgrammes(catalogue.Select(KnownProgramme.ForEngine)), domains, catalogue, skills);
    }

    /// <summary>The name of a skill given by its id; what is no id of the lexicon is a name already.</summary>
    public string NameOfSkill(string skill) => skills.Entries.FirstOrDefault(e => e.Id == skill)?.French ?? skill;

    /// <summary>Programmes for a text, best first.</summary>
    public Contracts.Ranking Rank(RankingQuery query)
    {
        var text = KnownNames.Hide(query.Text, query.Names);
        var year = YearOfStudy.Find(text);
        if (ranking is null) return new Contracts.Ranking(RankingState.NotReady, [], [], year?.Year, 0) { YearReadFrom = year?.Words };
        var city = query.City is null ? null : Fold.Text(query.City);
        var result = ranking.Rank(text, query.Top, p => Fits(byCode[p.Code], query, city), explain: true, skills);
        if (result.State is not RankingState.Match)
        {
            // What no word of the text brought is invented.
            var nearest = result.IsMeaningful ? result.Items.Where(item => item.Causes.Count > 0).Take(query.Nearest) : [];
            return new Contracts.Ranking(RankingState.NoReliableMatch, [.. nearest.Select(item => RankedOf(item, Strength.Weak))], [], year?.Year, Version) { YearReadFrom = year?.Words };
        }
        return new Contracts.Ranking(
            RankingState.Match,
            [.. result.Items.Select(item => RankedOf(item, Strength.Strong))],
            [.. result.Chances.GroupBy(c => (byCode[c.Programme.Code].University, c.Programme.Component))
                .Select(group => new RankedComponent(group.Key.Component, group.Key.University, group.Sum(c => c.Chance), group.Count()))
                .OrderByDescending(c => c.Score).ThenBy(c => c.Component, StringComparer.Ordinal)],
            year?.Year,
            Version) { YearReadFrom = year?.Words };
    }

    /// <summary>
    /// What <see cref="Rank"/> says of the first programmes of the whole catalogue, without reasons: a fraction of its time, for work on many texts.
    /// </summary>
    public Placing Place(string text, int top)
    {
        var result = ranking?.Rank(text, top, explain: false, skills: skills);
        return result?.State is RankingState.Match && result.Items is [var first, ..]
            ? new Placing([.. result.Items.Select(item => byCode[item.Programme.Code].Id)], first.Chance, first.Strength)
            : Placing.None;
    }

    private RankedProgramme RankedOf(RankedItem item, Strength most)
    {
        var programme = byCode[item.Programme.Code];
        return new RankedProgramme(
            programme.Id, programme.Code, programme.Name, programme.Component, programme.University, programme.Level, item.Chance, item.Strength < most ? item.Strength : most,
            [.. item.Causes.Select(c => new Reason(c.Term, c.IsSkill, c.Start, c.Length))]);
    }

    private bool Fits(ProgrammeSnapshot programme, RankingQuery query, string? city) =>
        (query.Levels.Count == 0 || query.Levels.Contains(programme.Level))
        && (query.Component is null || query.Component == programme.Component)
        && (city is null || city == foldedCities[programme.City ?? ""]);

    /// <summary>What a text is about.</summary>
    public TextFacts Analyse(string text)
    {
        var analysed = TextAnalyzer.Analyse(text);
        var found = skills.FindAsked(analysed);
        var (domain, chance) = domains?.Predict(text) ?? (Domains.Other, 0);
        return new TextFacts(domain, chance, [.. found.Select(m => m.Skill).DistinctBy(s => s.Id).Select(s => new SkillFound(s.Id, s.French, s.English, s.IsGeneral))])
        {
            Keywords = ranking is null ? [] : [.. Keywords.Of(analysed, found, ranking.IdfOf, MostKeywords).Select(k => k.Term)],
        };
    }
}
