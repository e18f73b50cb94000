namespace SmartRecruiting.Matching.Engine;

/// <summary>Names of the domains, and the domain of each ROME code (France Travail's table of jobs, version 4).</summary>
internal static class DomainTable
{
    // The longest prefix of a code that stands here decides. Codes that fit nowhere (cleaning, private security, funerals) are absent.
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        ["A"] = "agronomy", ["A12"] = "environment",
        ["B"] = "arts",
        ["C"] = "finance",
        ["D"] = "commerce",
        ["E"] = "communication", ["E12"] = "arts", ["E13"] = "industry",
        ["F"] = "construction", ["F1105"] = "science",
        ["G"] = "tourism", ["G1203"] = "social", ["G1204"] = "sport",
        ["H"] = "industry", ["H1206"] = "science", ["H1210"] = "science", ["H1303"] = "environment", ["H27"] = "energy",
        ["I"] = "industry", ["I12"] = "construction", ["I1306"] = "energy", ["I1307"] = "informatics", ["I1308"] = "energy", ["I1401"] = "informatics", ["I15"] = "environment",
        ["J"] = "health",
        ["K11"] = "social", ["K12"] = "social", ["K13"] = "social",
        ["K14"] = "law", ["K1402"] = "health", ["K1403"] = "health", ["K1404"] = "management",
        ["K15"] = "law", ["K1501"] = "finance", ["K1503"] = "finance", ["K1504"] = "finance",
        ["K16"] = "arts", ["K17"] = "law", ["K18"] = "social", ["K19"] = "law", ["K21"] = "education", ["K23"] = "environment", ["K24"] = "science",
        ["L"] = "arts", ["L14"] = "sport",
        ["M11"] = "commerce", ["M12"] = "finance", ["M13"] = "management", ["M14"] = "management", ["M1403"] = "science", ["M1405"] = "informatics",
        ["M15"] = "management", ["M16"] = "management", ["M17"] = "commerce", ["M18"] = "informatics",
        ["N"] = "logistics",
    };

    private static readonly Dictionary<string, (string French, string English)> Names = new(StringComparer.Ordinal)
    {
        ["agronomy"] = ("Agronomie et vivant", "Agronomy and life sciences"),
        ["arts"] = ("Arts, culture et patrimoine", "Arts, culture and heritage"),
        ["commerce"] = ("Commerce et marketing", "Commerce and marketing"),
        ["communication"] = ("Communication et médias", "Communication and media"),
        ["construction"] = ("Bâtiment et travaux publics", "Construction"),
        ["education"] = ("Enseignement et formation", "Education and training"),
        ["energy"] = ("Énergie", "Energy"),
        ["environment"] = ("Environnement", "Environment"),
        ["finance"] = ("Banque, finance et comptabilité", "Banking, finance and accounting"),
        ["health"] = ("Santé", "Health"),
        ["industry"] = ("Industrie et maintenance", "Industry and maintenance"),
        ["informatics"] = ("Informatique et numérique", "Informatics"),
        ["law"] = ("Droit et administration publique", "Law and public administration"),
        ["logistics"] = ("Transport et logistique", "Transport and logistics"),
        ["management"] = ("Gestion et ressources humaines", "Management and human resources"),
        ["science"] = ("Recherche et sciences", "Research and science"),
        ["social"] = ("Action sociale", "Social work"),
        ["sport"] = ("Sport", "Sport"),
        ["tourism"] = ("Tourisme, hôtellerie et loisirs", "Tourism, hospitality and leisure"),
        [Domains.Other] = ("Autre", "Other"),
    };

    /// <summary>Name of a domain; an unknown key is named as <see cref="Domains.Other"/>.</summary>
    /// <param name="key">A key of <see cref="Domains.All"/>.</param>
    /// <param name="english">English instead of French.</param>
    public static string NameOf(string key, bool english)
    {
        var (french, englishName) = Names.TryGetValue(key, out var names) ? names : Names[Domains.Other];
        return english ? englishName : french;
    }

    /// <summary>The domain of a ROME code such as M1805; <see cref="Domains.Other"/> when the code is unknown.</summary>
    public static string OfRome(string code)
    {
        var clean = code.Trim().ToUpperInvariant();
        for (var length = clean.Length; length > 0; length--)
        {
            if (Prefixes.TryGetValue(clean[..length], out var domain)) return domain;
        }
        return Domains.Other;
    }

    /// <summary>The domain that most of a programme's ROME codes have, the first of equals; <see cref="Domains.Other"/> without codes.</summary>
    public static string OfRome(IEnumerable<string> codes) =>
        codes.Select(OfRome).Where(d => d != Domains.Other).GroupBy(d => d).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault(Domains.Other);
}
