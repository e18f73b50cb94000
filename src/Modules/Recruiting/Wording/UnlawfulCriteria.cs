using System.Text;
using System.Text.RegularExpressions;

namespace SmartRecruiting.Recruiting.Wording;

/// <summary>What an offer must not ask for (Code du travail, L1132-1).</summary>
internal enum Ground
{
    Age,
    Sex,
    Origin,
    Health,
    Family,
    Residence,
    Appearance,
    Belief,
}

/// <summary>Words of a text that may ask for something unlawful.</summary>
/// <param name="Start">Of the words in the text.</param>
internal sealed record Criterion(int Start, int Length, string Words, Ground Ground);

/// <summary>
/// Finds phrases that ask who somebody is, in place of what they can do. It says what a person should look at; it decides nothing.
/// Phrases are matched in lower case without accents.
/// </summary>
internal static class UnlawfulCriteria
{
    // Ages of working life, so that « 2 ans d'expérience » is none.
    private const string N = @"(?:1[4-9]|[2-6]\d|dix-huit|vingt(?:[- ](?:et[- ])?(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf))?|trente(?:[- ](?:et[- ])?(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf))?|quarante(?:-cinq)?|cinquante|soixante)";

    private const string Years = N + @" ans\b(?! (?:d'|de (?:metier|garantie|recul|pratique|carriere|recherche|presence)))";

    // Whom the work is about: « des jeunes de 16 à 25 ans », « la consommation des moins de 30 ans ».
    private const string NotOfAGroup = @"(?<!\b(?:enfants?|eleves?|adolescents?|patients?|public|clients?|usagers?|aupres|collegiens|lyceens|depuis|entreprise|societe|maison|groupe|association|jeunes)\b[^.]{0,30})(?<!\b(?:les|des) )";

    // An age between 16 and 30 is part of what an apprenticeship is (Code du travail, L6222-1 and L6325-1).
    private static readonly Regex AgeInYears = Compile(
        NotOfAGroup + "\\b(?:pas )?(?:de )?moins de " + Years,
        "\\bpas plus de " + Years,
        "(?:avez|avoir|as|etes|agee?s?|personne|candidate?) (?:plus|moins) de " + Years,
        NotOfAGroup + "\\bentre " + N + "(?: ans)? et " + Years,
        NotOfAGroup + @"\bagee?s?(?:\(e\))? (?:de |d'au moins (?!18)|entre )?(?:moins de |plus de )?" + N + @"(?! ans (?:minimum|revolus|et plus|au moins))",
        @"\b(?:limite d'age|age limite|age maxi\w*|age mini\w*|age (?:ideal|souhaite|requis|exige))\b",
        @"\bage ?: ?(?:de )?" + N,
        @"(?:vous avez|tu as|avoir|ayez) (?:entre )?" + N + "(?: ?(?:ou|a|et|-|/) ?" + N + ")? ans\\b(?! d')",
        @"\b(?:reserve|destine)\w*(?:\(e\))? aux? (?:jeunes de |personnes de )?(?:moins de |plus de )?" + N,
        N + @" ans (?:maximum|maxi?|au plus)\b(?! d')",
        @"\bapres " + Years,
        @"\b(?:under|below|younger than|over|older than) (?:the age of )?[2-6]\d\b(?! ?(?:%|k|km|minutes|min|people|employees|euros?|hours|years of|days|members|countries))",
        @"\bbetween [1-6]\d and [2-6]\d(?: years)?(?: old| of age)\b",
        @"\b(?:maximum|minimum|max|ideal) age\b|\bage limit\b|\b(?:aged?|ages)[: ] ?[1-6]\d\b");

    private static readonly Dictionary<Ground, Regex> Always = new()
    {
        [Ground.Age] = Compile(
            @"\b(?:vous etes|tu es|etre|idealement|plutot|assez|tres|soyez)(?: une?)?(?: personne| profil)? jeunes?\b(?! diplome| entreprise| equipe| societe| start)",
            @"\b(?:profil|candidat|candidate|personne|collaborateur|collaboratrice|stagiaire|recrue)s? (?:tres |plutot )?jeunes?\b",
            @"(?<!\b(?:de|des|les|aux|pour) )\bjeunes? (?:homme|femme|fille|garcon|candidate?|personne dynamique|collaborateur|collaboratrice|profil|recrue|stagiaire)\b",
            @"\bjeunes candidate?s\b|\bjeunes (?:profils|recrues)\b",
            @"\bseniors? s'abstenir\b|\bpas de seniors?\b",
            @"\byou are (?:a )?young\b(?! (?:company|graduate))|\byoung (?:man|woman|lady|person|candidate|applicant)\b|\byoung and (?:dynamic|energetic|motivated)\b(?! (?:team|company|start))"),
        [Ground.Sex] = Compile(
            @"\b(?:reserve\w*(?:\(e\))?|destine\w*|s'adresse|exclusivement|uniquement)(?: uniquement| exclusivement| seulement)? (?:aux?|a des|a une?) (?:jeunes? )?(?:hommes?|femmes?|garcons?|filles?)\b(?! (?:et|ou|comme) )",
            @"\b(?:cherch\w+|recherch\w+|recrut\w+|voulons|souhaitons|embauch\w+)(?: pour [a-z ]{0,25})? (?:une?|des) (?:jeunes? )?(?:hommes?|femmes?|garcons?|filles?|dames?|monsieur)\b(?! (?:ou|et) )",
            @"\b(?:hommes?|femmes?|garcons?|filles?|etudiantes?|secretaires femmes?) (?:uniquement|seulement|exclusivement|de preference|exigee?s?|souhaitee?s?|requise?)\b",
            @"\b(?:de preference|idealement|plutot|preferablement|preference pour)(?: avec)?(?: une?)? (?:homme|femme|garcon|fille)\b(?! ou )",
            @"\b(?:candidatures?|candidate?s?|profils?) (?:masculin|feminin)e?s?\b(?=(?:[^.]{0,25}(?:uniquement|seulement|exclusivement|preference|souhait|exig|requis|recherch|privilegi)))",
            @"\bde sexe (?:masculin|feminin)\b",
            @"(?<!\b(?:de|des|les|aux|pour) )\bjeunes? (?:hommes?|femmes?|filles?|garcons?)\b",
            @"\bune? (?:fille|garcon) (?:dynamique|motivee?|souriante?|serieuse|serieux|sympa\w*)\b",
            @"\bpas de (?:femmes?|hommes?|filles?|garcons?)\b|\b(?:femmes?|hommes?|filles?|garcons?) s'abstenir\b",
            @"\b(?:fe)?male (?:candidates?|applicants?|profiles?|students?)(?= (?:only|preferred|required))|\b(?:prefer\w*|looking for|seeking|want)(?: an?)?(?: young)? (?:fe)?male\b(?! or)",
            @"\b(?:men|women|ladies|girls|boys|males?|females?) (?:only|preferred)\b",
            @"\byoung (?:lady|woman|man|girl|boy)\b|\b(?:prefer\w*|looking for|seeking) an? (?:woman|man|lady|girl|boy|guy)\b(?! or)"),
        [Ground.Origin] = Compile(
            @"\b(?:de )?nationalite (?!confondue|indifferente|differente|des|et|ou|est|de)[a-z]+e\b",
            @"\bfrancaise?s? (?:de souche|d'origine|de naissance)\b",
            @"(?<!\b(?:entreprise|societe|produits?|groupe|plantes?|bois|viandes?|marque|cuisine|textes?|fonds|materiaux)(?: [a-z]+)? )\bd'origine (?:francaise|europeenne|maghrebine|africaine|asiatique|arabe|antillaise|portugaise|espagnole|italienne|turque|chinoise|russe|polonaise|roumaine|algerienne|marocaine|tunisienne|juive|americaine|etrangere)\b",
            @"\b(?:de )?type (?:europeen|caucasien|maghrebin|africain|asiatique|mediterraneen)\b",
            @"\b(?:candidats? )?(?:etrangere?s?|immigre\w*) s'abstenir\b|\bpas d'etrangere?s?\b(?! [a-z]+e\b)",
            @"\b(?:de )?langue maternelle\b|\bmother tongue\b",
            @"\bbbr\b|\bbleu[- ]blanc[- ]rouge (?:uniquement|exige)",
            @"\bnee?(?:\(e\))? en (?:france|europe|metropole)\b",
            @"\bcouleur de peau\b|\bpeau (?:blanche|claire|noire)\b",
            @"\bnative (?:[a-z]+ )?speakers?\b",
            @"\b(?:french|eu|european|uk|british|us|american|german|swiss) (?:nationality|citizenship)\b(?=[^.]{0,20}(?:required|mandatory|only|preferred|needed))",
            @"\b(?:french|eu|european|uk|british|us|american|german|swiss) (?:citizens?|nationals?)(?= only)|\bmust be an? (?:[a-z]+ )?(?:citizen|national)\b"),
        [Ground.Health] = Compile(
            @"\b(?:etre|etes|es|avoir|avez) (?:en |une )?(?:parfaite|bonne|excellente) sante\b(?! (?:financiere|economique|des|du))",
            @"\b(?:parfaite|bonne|excellente) sante (?:exigee?|requise|obligatoire|indispensable|physique)",
            @"\b(?:excellent|bon|parfait) etat de sante\b",
            @"\b(?:aucun|aucune|sans|pas de|ni)(?: \w+)? (?:de sante|medicaux|medicale?)\b|\b(?:sans|aucun|ni) (?:handicap|allergie|maladie)s?\b|\baucune (?:maladie|allergie|pathologie)\b",
            @"\b(?:non|pas|peu|in)[- ]?(?:accessible|adapte|ouvert|compatible)\w* (?:aux?|avec|pour)[^.]{0,30}(?:handicap\w*|mobilite reduite|rqth)",
            @"\b(?:handicap\w*|rqth)(?: [a-z]+)? s'abstenir\b|\bincompatible avec (?:un|tout|le) handicap\b",
            @"\b(?:ne pouvons|ne peut|ne pourrons|impossible|pas en mesure)[^.]{0,60}handicap\w*",
            @"\b(?:ne pas etre|non|pas) enceintes?\b|\bpas de femmes? enceintes?\b",
            @"(?<!\b(?:local|locaux|espace|zone|bureaux?|batiment|vehicules?|site|hotel|etablissement) )\bnon[- ]fumeu(?:r|se)s?\b",
            @"\b(?:ne pas avoir|sans|pas) de maladies?\b",
            @"\b(?:must )?be in (?:good|perfect|excellent) health\b|\b(?:good|perfect|excellent) health (?:is )?(?:required|needed|mandatory)\b",
            @"\bno (?:disabilit(?:y|ies)|health (?:issues|problems)|chronic|medical (?:history|condition))\b|\bnot (?:suitable|accessible|open) (?:for|to)[^.]{0,20}disab\w+",
            @"\bnon-smokers?\b(?! (?:area|room|office))|\bnot (?:be )?pregnant\b"),
        [Ground.Family] = Compile(
            @"\bcelibataires?\b",
            @"\bsans (?:enfants?|contraintes? familiales?|charges? (?:de famille|familiales?)|attaches?(?: familiales?)?|obligations? familiales?)\b",
            @"\blibres? de toutes? (?:obligations?|contraintes?|attaches?|charges?)(?: familiales?)?\b",
            @"(?<!\btoutes? )\bsituation (?:de famille|familiale|matrimoniale|maritale)\b(?! (?:difficile|precaire|complexe|fragile|des|du))",
            @"\b(?:indiquer|preciser|mentionner)[^.]{0,60}\benfants\b",
            @"\b(?:personne|candidat|candidate|homme|femme|etre|etes) mariee?\b|\bmarie(?:e|\(e\))? de preference\b",
            @"\b(?:pas de|sans|aucun)(?: projet de| desir de)? (?:grossesse|maternite)\b",
            @"\b(?:meres?|peres?|chargee?s?) de famille s'abstenir\b",
            @"\bno (?:children|kids|dependants)\b|\bchildless\b|\bunmarried\b|\bno family (?:commitments|obligations|ties)\b|\b(?:marital|family) status\b|\bwithout children\b|\bsingle,? (?:person )?(?:preferred|without)\b"),
        [Ground.Residence] = Compile(
            @"\b(?:vous|tu) habite[zs]\b|\b(?:devez|devoir|doit|ne pas|merci d'|imperatif d'|faut) ?habiter\b|\bhabiter (?:imperativement|obligatoirement|deja)|(?<=^|[.;:!\n•-] ?)habiter (?:a|dans|en|pres|le|la)\b",
            @"(?<=^|[.;:!\n•-] ?)habitant (?:le|la|l'|a|dans|en|pres)\b",
            @"\b(?:devez|devoir|doit|vous|ne pas|imperativement) resid(?:er|ez)\b|(?<=^|[.;:!\n•-] ?)resid(?:er|ant) (?:a|dans|en|sur|pres|imperativement)\b",
            @"(?<!\b(?:societe|entreprise|association|siege|holding|filiale)(?: [a-z]+)? )\bdomicilie(?:e|s|es|\(e\))? (?:a|en|dans|sur|pres)\b",
            @"(?<!\b(?:son|leur|au) )\bdomicile (?:proche|a proximite|pres|dans|situe|a moins)\b",
            @"\bpriorite (?:est donnee )?aux habitants\b|\bhabitants?[^.]{0,25}(?:uniquement|seulement|prioritaires?)\b",
            @"\b(?:must|should|need to|have to) (?:live|reside|be living|be resident|be a resident)\b|\byou live (?:in|within|near|close)\b|\blocal (?:residents?|candidates?|applicants?) only\b|\bresidents? of [^.]{0,20} only\b"),
        [Ground.Appearance] = Compile(
            @"\bbelle presence\b|\b(?:bonne|excellente|tres bonne) presentation\b(?! (?:des|du|de|d'|oral|a l'|ecrite|et redaction|generale des))",
            @"\bphysique (?:agreable|avantageux|attrayant|soigne)\b|\b(?:belle|beau) physique\b|\bbonne apparence\b",
            @"\btaille (?:minimum|minimale|mannequin|requise|exigee|maximum)\b|\bmesurer (?:au moins|plus de|minimum)\b|\bminces?\b(?! (?:couche|film|film|lame))(?<!couches? minces?)(?<!films? minces?)(?<!lames? minces?)",
            @"\b(?:jolie|seduisante?|charmante?) (?:fille|femme|personne|jeune|et)\b",
            @"\b(?:cv|candidature|lettre|dossier)\b[^.]{0,25}\bphotos?\b(?! de vos| des)|\bphotos?\b(?= (?:obligatoire|exigee|d'identite|a joindre|recente|a votre|sur (?:le|votre) cv))|\bjoindre[^.]{0,12} photo\b",
            @"\b(?:sans|ni|pas de) (?:tatouages?|piercings?|barbe|voile|foulard)\b",
            @"\bgood[- ]looking\b|\battractive (?:person|appearance|woman|man)\b|\bpleasant appearance\b|\bno (?:visible )?(?:tattoos?|piercings?)\b|\b(?:attach|include|enclose|send)[^.]{0,12}\b(?:photo|picture)\b(?=[^.]{0,15}(?:cv|resume|application))|\bwith photo\b(?= (?:required|mandatory))"),
        [Ground.Belief] = Compile(
            @"\b(?:catholique|protestant|musulman|juif|juive|chretien|bouddhiste|athee|croyant|evangelique)(?:n?e)?s? (?:pratiquante?s?|de preference|uniquement|exigee?|convaincue?|engagee?)\b",
            @"\bde (?:confession|religion|culture|foi|tradition) (?:catholique|chretienne|musulmane|juive|protestante|bouddhiste)\b(?! (?:du|au|en) (?:xx|moyen))",
            @"\b(?:vos|nos|mes|ses|partag\w+)(?: \w+)? (?:convictions?|croyances?) (?:religieuses?|politiques?|philosophiques?)\b|\breligion ?: ?|\bpratiquante? (?:exigee?|souhaitee?)\b",
            @"\bnon[- ]syndique\w*|\b(?:sans|aucun|pas d') ?(?:engagement|activite|appartenance|mandat) (?:syndicale?|politique)\b|\bpas de (?:syndicalistes?|militants?|syndiques?)\b",
            @"\b(?:hetero|homo)sexuel(?:le)?s?\b|\borientation sexuelle\b",
            @"\b(?:christian|catholic|muslim|jewish|hindu|atheist|protestant) (?:applicants?|candidates?|persons?|people)(?: only| preferred)?\b|\b(?:no|non)[- ]union(?: members?)?\b(?= (?:only|members?))"),
    };

    // Who says whom they take in, or that they look at no such thing, asks for none.
    private static readonly Regex Welcomes = Compile(
        @"\b(?:sans (?:aucune )?(?:distinction|discrimination|condition d'age)|quel(?:le)?s? que soi(?:t|ent)|regardless of|irrespective of|equal opportunit\w+|without (?:regard|discrimination)|encourag\w+|any gender|all genders|(?:are )?welcome|bienvenue?s?|egalite)\b");

    private static readonly Regex Apprenticeship = Compile(@"\b(?:apprentissage|apprentie?s?|professionnalisation|alternance|grille legale|apprenticeship)\b");

    /// <summary>What is found, in the order of the text; nothing twice for the same ground and place.</summary>
    public static IReadOnlyList<Criterion> Find(string? text, OfferKind kind)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        var flat = Flat(text, out var places);
        var found = new List<Criterion>();
        foreach (var (ground, pattern) in Always) Add(ground, pattern.Matches(flat));
        if (kind is OfferKind.Internship) Add(Ground.Age, AgeInYears.Matches(flat).Where(m => !Apprenticeship.IsMatch(SentenceAround(flat, m))));
        return [.. found.OrderBy(c => c.Start).ThenBy(c => c.Ground)];

        void Add(Ground ground, IEnumerable<Match> matches)
        {
            foreach (var match in matches)
            {
                var (start, end) = (places[match.Index], places[match.Index + match.Length - 1] + 1);
                if (Welcomes.IsMatch(SentenceAround(flat, match)) || found.Exists(c => c.Ground == ground && c.Start < end && start < c.Start + c.Length)) continue;
                found.Add(new Criterion(start, end - start, text[start..end], ground));
            }
        }
    }

    private static string SentenceAround(string text, Match match)
    {
        var start = match.Index == 0 ? 0 : text.LastIndexOfAny(['.', '!', '?', '\n', ';'], match.Index - 1) + 1;
        var end = text.IndexOfAny(['.', '!', '?', '\n', ';'], match.Index + match.Length);
        return end < 0 ? text[start..] : text[start..end];
    }

    // Lower case, no accents, single blanks; and where each sign of it stands in the text.
    private static string Flat(string text, out List<int> places)
    {
        var flat = new StringBuilder(text.Length);
        places = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var signs = text[i] switch
            {
                '’' => "'",
                '\n' or '\r' => "\n",
                'œ' or 'Œ' => "oe",
                '‑' or '–' or '—' => "-",
                var blank when char.IsWhiteSpace(blank) => flat.Length > 0 && flat[^1] is ' ' ? "" : " ",
                var odd when char.IsSurrogate(odd) || odd is '\uFFFE' or '\uFFFF' => " ",
                var sign => char.ToLowerInvariant(sign < '\u0080' ? sign : sign.ToString().Normalize(NormalizationForm.FormD)[0]).ToString(),
            };
            foreach (var sign in signs)
            {
                flat.Append(sign);
                places.Add(i);
            }
        }
        return flat.ToString();
    }

    private static Regex Compile(params string[] patterns) => new(string.Join('|', patterns), RegexOptions.CultureInvariant | RegexOptions.Compiled);
}
