using System.Globalization;
using System.Text.RegularExpressions;

namespace SmartRecruiting.Recruiting.Offers.Reading;

/// <summary>
/// Reads in a text what the form asks for, in French and in English. It never guesses: what is said twice and differently, as a range, as
/// a minimum or of something else ("six months of experience") is not read at all.
/// </summary>
internal static partial class OfferReader
{
    private const int LongestTitle = 90;
    private const int ShortestTitle = 8;

    // How far before a number the words stand that say what it is about.
    private const int Near = 45;

    private static readonly Dictionary<string, int> Numbers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["un"] = 1, ["une"] = 1, ["deux"] = 2, ["trois"] = 3, ["quatre"] = 4, ["cinq"] = 5, ["six"] = 6, ["sept"] = 7, ["huit"] = 8, ["neuf"] = 9, ["dix"] = 10, ["onze"] = 11,
        ["douze"] = 12, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12,
    };

    /// <param name="text">As it was typed.</param>
    /// <param name="today">A month without a year is the next one.</param>
    public static IReadOnlyList<Proposal> Read(string? text, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        // Spaces that do not break are spaces; what is quoted stays as long as it was.
        var plain = text.Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace('’', '\'');
        var (starts, ends) = OfferDates.Read(plain, today);
        return [.. new[]
        {
            Title(plain),
            Only(nameof(OfferForm.Kind), Kinds(plain)),
            Only(nameof(OfferForm.Level), Levels(plain)),
            Only(nameof(OfferForm.Starts), starts),
            Only(nameof(OfferForm.Ends), ends),
            Only(nameof(OfferForm.DurationWeeks), Durations(plain)),
            Only(nameof(OfferForm.WeeklyHours), Hours(plain)),
            Only(nameof(OfferForm.City), Towns.Read(plain)),
            Only(nameof(OfferForm.Remote), Remotes(plain)),
            Only(nameof(OfferForm.Pay), Pays(plain)),
            Only(nameof(OfferForm.ContactEmail), Emails(plain)),
        }.OfType<Proposal>()];
    }

    // One value, however often it is said; null stands for a place that says something which no field can hold.
    private static Proposal? Only(string field, IEnumerable<(object? Value, string Words)> found)
    {
        var all = found.ToList();
        return all.Count > 0 && all.Select(f => f.Value).Distinct().ToList() is [{ } value] ? new Proposal(field, value, all[0].Words.Trim()) : null;
    }

    private static Proposal? Title(string text)
    {
        var said = Post().Match(text);
        var words = said.Success ? said.Value : FirstClause().Match(text).Value;
        words = words.Trim(' ', '-', '–', ':', '*', '#');
        if (words.Length is < ShortestTitle or > LongestTitle || !words.Contains(' ', StringComparison.Ordinal)) return null;
        return new Proposal(nameof(OfferForm.Title), char.ToUpper(words[0], CultureInfo.CurrentCulture) + words[1..], words);
    }

    private static IEnumerable<(object? Value, string Words)> Kinds(string text) =>
        KindWords().Matches(text).Select(m => ((object?)(m.Groups["work"].Success ? OfferKind.Apprenticeship : OfferKind.Internship), m.Value));

    private static IEnumerable<(object? Value, string Words)> Levels(string text)
    {
        foreach (Match m in LevelWords().Matches(text))
        {
            object? level = m switch
            {
                _ when m.Groups["hedge"].Success => null,
                _ when m.Groups["years"] is { Success: true, Value: var years } => Offers.Levels.Find("Bac+" + years),
                _ when m.Groups["five"].Success => Offers.Levels.Bac5,
                _ when m.Groups["four"].Success => Offers.Levels.Bac4,
                _ when m.Groups["three"].Success => Offers.Levels.Bac3,
                _ => Offers.Levels.Bac2,
            };
            yield return (level, m.Value);
        }
    }

    private static IEnumerable<(object? Value, string Words)> Durations(string text)
    {
        foreach (Match m in DurationWords().Matches(text))
        {
            if (OtherTime().IsMatch(Before(text, m)) || OtherTimeAfter().IsMatch(text[(m.Index + m.Length)..])) continue;
            var hedged = m.Groups["to"].Success || Hedge().IsMatch(Before(text, m)) || HedgeAfter().IsMatch(text[(m.Index + m.Length)..]);
            var number = Number(m.Groups["n"].Value);
            var weeks = m.Groups["month"].Success ? (int)Math.Round(number * 52 / 12, MidpointRounding.AwayFromZero) : (int)number;
            if (weeks is < 1 or > Offer.WeeksMax) continue;
            yield return (hedged || number != Math.Floor(number) ? null : weeks, m.Value);
        }
    }

    private static IEnumerable<(object? Value, string Words)> Hours(string text)
    {
        foreach (Match m in HourWords().Matches(text))
        {
            var hours = Number(m.Groups["n"].Value) + (m.Groups["min"].Success ? int.Parse(m.Groups["min"].Value, CultureInfo.InvariantCulture) / 60m : 0);
            if (hours is < 1 or > Offer.HoursMax) continue;
            yield return (RangeBefore().IsMatch(Before(text, m)) ? null : Math.Round(hours, 2), m.Value);
        }
    }

    private static IEnumerable<(object? Value, string Words)> Remotes(string text)
    {
        foreach (Match m in RemoteWords().Matches(text))
        {
            yield return (m.Groups["none"].Success ? RemoteWork.None : m.Groups["full"].Success ? RemoteWork.Full : RemoteWork.Partial, m.Value);
        }
    }

    private static IEnumerable<(object? Value, string Words)> Pays(string text)
    {
        foreach (Match m in Unpaid().Matches(text)) yield return (new PayRead(0, PayUnit.Hour), m.Value);
        foreach (Match m in PayWords().Matches(text))
        {
            var before = Before(text, m);
            if (OtherMoney().IsMatch(before)) continue;
            // In English the comma stands between thousands.
            var amount = Number(m.Groups["n"].Success ? m.Groups["n"].Value : m.Groups["e"].Value.Replace(",", "", StringComparison.Ordinal)) * (m.Groups["k"].Success ? 1000 : 1);
            var unit = m.Groups["hour"].Success ? PayUnit.Hour : m.Groups["month"].Success ? PayUnit.Month : PayUnit.Year;
            // What is left after tax is not what the form asks for.
            var unclear = m.Groups["net"].Success || RangeBefore().IsMatch(before) || Hedge().IsMatch(before) || amount > Offer.PayMax;
            yield return (unclear ? null : new PayRead(amount, unit), m.Value);
        }
    }

    private static IEnumerable<(object? Value, string Words)> Emails(string text) =>
        Email().Matches(text).Select(m => ((object?)m.Value.ToLowerInvariant(), m.Value));

    private static string Before(string text, Match m)
    {
        var before = text[Math.Max(0, m.Index - Near)..m.Index];
        // Another sentence is about something else.
        var end = before.LastIndexOfAny(['.', '!', '?', '\n', ';']);
        return end < 0 || (end < before.Length - 1 && char.IsDigit(before[end + 1])) ? before : before[(end + 1)..];
    }

    private static decimal Number(string said) => Numbers.TryGetValue(said, out var number)
        ? number
        : decimal.Parse(said.Replace(" ", "", StringComparison.Ordinal).Replace(',', '.'), CultureInfo.InvariantCulture);

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Count = @"\d{1,3}(?:[.,]5)?|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|one|two|three|four|five|seven|eight|nine|ten|eleven|twelve";

    // « Stage développement web », up to what says when, where, for whom or why.
    [GeneratedRegex(@"(?<![\p{L}])(?:stage|alternance|apprentissage|internship|apprenticeship|(?:stagiaire|alternante?|apprentie?|intern)(?= (?:en|in|pour|for|développ|data|web|market|commun|assist|chargé|ingén)))(?! (?:non|rémunéré|gratifié|d'une durée|est|sera|pourra|peut|aura|à pourvoir|conventionné|de \d|de (?:deux|trois|quatre|cinq|six)|of \d))[^.,;:!?\n()\[\]–]{5,}?(?=$|[.,;:!?\n()\[\]–]| - | (?:pour|afin|qui|que|chez|au sein|dans|à partir|dès|d'une durée|de \d|for|at|from|within|starting|who|to) )", Plain)]
    private static partial Regex Post();

    [GeneratedRegex(@"^[^.,;:!?\n()\[\]–]{8,90}(?=$|[.,;:!?\n()\[\]–])", Plain)]
    private static partial Regex FirstClause();

    [GeneratedRegex(@"(?<!\p{L})(?:(?<work>alternance|alternante?s?|apprentissage|apprentie?s?|contrat de professionnalisation|apprenticeship|apprentice|work-study)|stage|stages|stagiaires?|internships?|interns?)(?!\p{L})", Plain)]
    private static partial Regex KindWords();

    [GeneratedRegex(@"(?<!\p{L})(?:(?<hedge>(?:au moins|minimum|à partir de|at least|jusqu'à|up to|de) bac ?\+ ?\d|bac ?\+ ?\d ?(?:/|à|et plus|ou plus|minimum|min\.?|ou \+|-|–|ou) ?(?:bac)? ?\+? ?\d?)|bac ?\+ ?(?<years>\d)(?!\d)|(?<five>M2|master ?2|masters?'s? degree|master student|master's|niveau master|en master|école d'ingénieurs?|élève[ -]ingénieure?|cycle ingénieur|final[- ]year (?:of )?(?:master|engineering)[\w']*)|(?<four>M1|master ?1)|(?<three>L3|licence ?3|licence pro(?:fessionnelle)?|BUT ?3|bachelor(?:'s)?(?: degree)?)|(?<two>BTS|DUT|BUT ?2))(?![\p{L}\d])", Plain)]
    private static partial Regex LevelWords();

    [GeneratedRegex($@"(?<![\p{{L}}\d,.+])(?:(?:{Count}) ?(?<to>à|-|–|ou|to|or) ?)?(?<n>{Count})[ -]?(?:(?<month>mois|months?)|semaines?|weeks?)(?!\p{{L}})", Plain)]
    private static partial Regex DurationWords();

    [GeneratedRegex(@"(?:il y a|depuis|tous les|toutes les|chaque|dans|après|au bout de|d'ici|sous|expérience (?:de|d'au moins)|préavis (?:de|d')|notice of|notice:|essai (?:de|d')|renouvelable|premiers?|derniers?|every|after|within|since|last|past|experience of|in|chaque|prolong\p{L}* (?:de|d')) *(?:une période de |les |the )?$", Plain)]
    private static partial Regex OtherTime();

    [GeneratedRegex(@"^ ?(?:d'expérience|d'ancienneté|de recul|de préavis|d'essai|of experience|experience|ago|après|later|notice|avant|renouvelable)", Plain)]
    private static partial Regex OtherTimeAfter();

    [GeneratedRegex(@"(?:au moins|au minimum|minimum|mini|min\.?|maximum|max\.?|au plus|environ|près de|jusqu'à|entre|plus de|moins de|à partir de|at least|at most|up to|about|around|between|more than|less than) *(?:de |d'|:)? *(?:\d+ (?:et|à|and|to) )?$", Plain)]
    private static partial Regex Hedge();

    [GeneratedRegex(@"^ ?\(?(?:minimum|mini|min\b|maximum|maxi|max\b|ou plus|ou moins|et plus|or more|environ|selon|(?:à|-|–|ou|to|or) \d)", Plain)]
    private static partial Regex HedgeAfter();

    [GeneratedRegex(@"(?<![\d,.h])(?:(?<n>\d{1,2}(?:[.,]\d{1,2})?) ?(?:h(?<min>\d{2})?|heures?|hours?|hrs?) ?(?:/ ?(?:semaine|sem\b|week|wk)|(?:par|per|a) (?:semaine|week)|hebdomadaires?|hebdo\b|weekly)|(?:semaine|hebdomadaire|temps plein|temps complet|full[- ]time)[ ,(:]+(?:de |à |of |: ?)?(?<n>\d{2}(?:[.,]\d{1,2})?) ?(?:h(?<min>\d{2})?|heures|hours)(?! ?(?:\d|à))|(?<n>\d{2}(?:[.,]\d{1,2})?)[- ]hour (?:work(?:ing)? )?week)", Plain)]
    private static partial Regex HourWords();

    [GeneratedRegex(@"\d(?:[.,]\d+)? ?(?:€|euros?|h|heures?|hours?)? ?(?:à|-|–|ou|et|to|and|or|/) ?$", Plain)]
    private static partial Regex RangeBefore();

    [GeneratedRegex(@"(?<!\p{L})(?:(?<none>(?:pas|aucun|sans) (?:de |du )?télétravail|télétravail (?:impossible|non|exclu)|no remote(?: work)?|100 ?% (?:sur site|présentiel|présence|on[- ]site)|(?:uniquement|exclusivement|entièrement) (?:sur site|en présentiel|sur place)|(?:sur site|en présentiel|on[- ]site) (?:uniquement|exclusivement|only))|(?<full>100 ?% (?:en |de )?(?:télétravail|remote|à distance)|télétravail (?:complet|total|intégral|à 100 ?%|100 ?%)|(?:entièrement|totalement) (?:en télétravail|à distance)|full[- ]remote|fully remote|remote only)|télétravail (?:partiel|possible|occasionnel|hybride)|télétravail,? ?(?:: ?)?(?:de |jusqu'à |à raison de )?(?:\d|un|une|deux|trois|quatre) ?jours?|(?:\d|un|deux|trois|quatre|one|two|three|four) (?:jours?|days?) (?:(?:par|a|per) (?:semaine|week) )?(?:de |en |of )?(?:télétravail|remote)|(?:mode|travail|rythme) hybride|hybrid work(?:ing)?|partially remote|partly remote)(?!\p{L})", Plain)]
    private static partial Regex RemoteWords();

    [GeneratedRegex(@"(?<!\p{L})(?:(?:stage )?non[ -](?:rémunéré|gratifié|payé)|sans (?:gratification|rémunération)|unpaid(?: internship)?)(?:e|s|es)?(?!\p{L})(?! ?(?:si|sauf|en dessous|en deçà|au-dessous|pour les|if|unless|absence|leave))", Plain)]
    private static partial Regex Unpaid();

    [GeneratedRegex(@"(?<![\d,.])(?:(?<n>\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?|\d{1,6}(?:[.,]\d{1,2})?) ?(?<k>k)? ?(?:€|euros?(?!\p{L})|EUR(?!\p{L}))|€ ?(?<e>\d{1,3}(?:[ ,]\d{3})+|\d{1,6}(?:\.\d{1,2})?)) ?(?:(?<net>nets?)|bruts?|gross)? ?(?:/ ?|par |per |an? |de l'|de )?(?:(?<hour>heures?|h(?!\p{L})|hour|horaires?|hourly)|(?<month>mois|month|mensuels?|mensuelles?|monthly)|(?:ans?|années?|year|annuels?|annum|yearly))(?!\p{L}) ?(?<net>nets?(?!\p{L}))?", Plain)]
    private static partial Regex PayWords();

    [GeneratedRegex(@"prime|rembours|transport|ticket|repas|forfait|indemnité kilom|bonus|navigo|abonnement|budget|loyer|chiffre|achat|panier|logement|mutuelle|coût|frais|abonné|ventes|rent|allowance|reimburs|cost|turnover|revenue", Plain)]
    private static partial Regex OtherMoney();

    [GeneratedRegex(@"[\p{L}\d._%+-]{1,64}@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}", Plain)]
    private static partial Regex Email();
}
