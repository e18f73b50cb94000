namespace SmartRecruiting.Recruiting.Wording;

/// <summary>The feminine of trades and of the adjectives beside them: by a lexicon, and by the endings that hardly ever mislead.</summary>
internal static class Feminine
{
    // Their feminine takes an e; each of these endings alone is too common to say anything.
    private static readonly HashSet<string> TakeE = Words("""
        accompagnant adhérent adjoint agent alternant apprenant apprenti artisan assistant associé attaché avocat candidat chargé commerçant commercial consultant correspondant
        délégué député dirigeant docteur doctorant employe employé enseignant étudiant expert exploitant fabricant figurant gérant ingenieur ingénieur intervenant lieutenant magistrat
        mandant marchand négociant participant préposé président professeur remplaçant représentant résident salarié second sergent soignant surveillant écrivain
        """);

    private static readonly Dictionary<string, string> Irregular = Words("""
        ambassadeur:ambassadrice auteur:autrice berger:bergère boucher:bouchère boulanger:boulangère bûcheron:bûcheronne chef:cheffe compositeur:compositrice conseiller:conseillère
        forgeron:forgeronne horloger:horlogère hôte:hôtesse inventeur:inventrice maçon:maçonne maître:maîtresse maraîcher:maraîchère messager:messagère patron:patronne
        préfet:préfète promoteur:promotrice recruteur:recruteuse vacher:vachère vigneron:vigneronne visiteur:visiteuse
        """).Select(pair => pair.Split(':')).ToDictionary(pair => pair[0], pair => pair[1]);

    // With the ending of a trade and yet none: things, places, and people whom an offer is about but does not look for.
    private static readonly HashSet<string> NoTrades = Words("""
        accélérateur ailleurs ascenseur atelier bailleur bien cahier calculateur capteur chaleur chantier clavier client clientèle collaborateur compresseur compteur condensateur connecteur consommateur convertisseur couleur courrier
        cœur détecteur dossier entretien escalier extérieur facteur fichier fleur fournisseur générateur hauteur immobilier indicateur intérieur investisseur italien largeur lien longueur maintien majeur meilleur métier
        mineur mobilier moteur onduleur ordinateur palier papier parisien particulier pasteur plusieurs premier processeur profondeur quartier quotidien réacteur régulateur secteur semi-conducteur simulateur soutien tracteur transformateur tuteur ultérieur usager utilisateur valeur vapeur vecteur ventilateur européen moyen
        logiciel personnel référentiel matériel hôtel local total journal canal signal arsenal hôpital capital bocal
        """);

    private static readonly HashSet<string> Adjectives = Words("""
        agréé autonome certifié confirmé contractuel débutant diplômé expérimenté indépendant itinérant motivé permanent polyvalent qualifié sédentaire spécialisé supérieur volant
        """);

    /// <summary>The feminine of a trade in the masculine (lower case, singular or plural); null for any other word. « Technico-commercial » is one word.</summary>
    public static string? OfTrade(string word)
    {
        if (!word.Contains('-', StringComparison.Ordinal)) return Plural(word, Trade);
        if (NoTrades.Contains(word)) return null;
        var parts = word.Split('-');
        var feminine = string.Join('-', parts.Select(part => Plural(part, Trade) ?? part));
        return feminine == word ? null : feminine;
    }

    /// <summary>The feminine of what can stand beside a trade and agrees with it: an adjective, or a second trade.</summary>
    public static string? OfNeighbour(string word) => OfTrade(word) ?? Plural(word, Adjective);

    /// <summary>A trade that is called the same for women and men.</summary>
    public static bool IsForBoth(string word) => !NoTrades.Contains(word) && (ForBoth.Contains(word)
        || Array.Exists(EndingsForBoth, ending => word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal)));

    private static readonly string[] EndingsForBoth = ["iste", "aire", "logue", "graphe", "thérapeute", "yste"];

    private static readonly HashSet<string> ForBoth = Words("architecte cadre commis comptable guide interne interprète juriste manager peintre pilote responsable secrétaire");

    private static string? Plural(string word, Func<string, string?> singular) =>
        singular(word) ?? (word.EndsWith('s') && singular(word[..^1]) is { } feminine ? feminine + "s" : null);

    private static string? Trade(string word)
    {
        if (NoTrades.Contains(word) || word.EndsWith("métier", StringComparison.Ordinal)) return null;
        if (TakeE.Contains(word)) return word + "e";
        if (Irregular.TryGetValue(word, out var feminine)) return feminine;
        if (word.Length < 6) return null;
        if (Ends("ien")) return word + "ne";
        if (Ends("ier")) return word[..^2] + "ère";
        if (Ends("ateur") || Ends("iteur") || Ends("uteur") || Ends("cteur") || Ends("pteur")) return word[..^3] + "rice";
        return Ends("eur") ? word[..^1] + "se" : null;

        bool Ends(string ending) => word.EndsWith(ending, StringComparison.Ordinal);
    }

    private static string? Adjective(string word)
    {
        if (NoTrades.Contains(word) && word is not "immobilier") return null;
        if (Adjectives.Contains(word)) return word.EndsWith("el", StringComparison.Ordinal) ? word + "le" : word.EndsWith('e') ? null : word + "e";
        if (word.Length < 5) return null;
        return word[^2..] switch
        {
            "al" => word + "e",
            "el" => word + "le",
            "if" => word[..^1] + "ve",
            _ when word is "immobilier" => "immobilière",
            _ => null,
        };
    }

    private static HashSet<string> Words(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
