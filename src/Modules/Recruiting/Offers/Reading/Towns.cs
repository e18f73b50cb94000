using System.Text.RegularExpressions;
using SmartRecruiting.Kernel.Text;

namespace SmartRecruiting.Recruiting.Offers.Reading;

/// <summary>Reads where the work is done. A name after « à » alone may be anything (« à Python »), so that it must be a town of the list.</summary>
internal static partial class Towns
{
    // Larger towns of France, and those around the Alps; a name behind a postcode or « basé à » need not be here.
    private const string Known = """
        Agen;Aix-en-Provence;Aix-les-Bains;Ajaccio;Albertville;Albi;Alençon;Alès;Amiens;Angers;Angoulême;Annecy;Annemasse;Annonay;Antibes;Arles;Arras;Aubagne;Aubenas;Auch;Aurillac;Auxerre;
        Avignon;Bastia;Bayonne;Beauvais;Belfort;Besançon;Béziers;Biarritz;Blagnac;Blois;Bordeaux;Boulogne-Billancourt;Bourg-en-Bresse;Bourg-lès-Valence;Bourges;Bourgoin-Jallieu;Brest;
        Briançon;Brive-la-Gaillarde;Bron;Caen;Calais;Cannes;Carcassonne;Castres;Cergy;Chalon-sur-Saône;Châlons-en-Champagne;Chambéry;Chamonix;Champagnier;Charleville-Mézières;Chartres;
        Châteauroux;Chaumont;Cherbourg;Clermont-Ferrand;Clichy;Cluses;Colmar;Compiègne;Corenc;Courbevoie;Créteil;Crolles;Dax;Digne-les-Bains;Dijon;Domène;Douai;Draguignan;Dunkerque;
        Échirolles;Épinal;Évreux;Évry;Eybens;Fontaine;Foix;Fréjus;Gap;Gières;Grenoble;Guéret;Issy-les-Moulineaux;Ivry-sur-Seine;L'Isle-d'Abeau;La Défense;La Mure;La Roche-sur-Yon;La Rochelle;
        La Tronche;Lannion;Laon;Laval;Le Havre;Le Mans;Le Puy-en-Velay;Levallois-Perret;Lille;Limoges;Lons-le-Saunier;Lorient;Lyon;Mâcon;Marseille;Massy;Melun;Mende;Metz;Meylan;
        Moirans;Mont-de-Marsan;Montauban;Montbéliard;Montbonnot-Saint-Martin;Montélimar;Montluçon;Montpellier;Montreuil;Moulins;Mulhouse;Nancy;Nanterre;Nantes;Narbonne;Neuilly-sur-Seine;Nevers;
        Nice;Nîmes;Niort;Noisy-le-Grand;Orléans;Oyonnax;Palaiseau;Paris;Pau;Périgueux;Perpignan;Poitiers;Pont-de-Claix;Pontcharra;Privas;Quimper;Reims;Rennes;Rillieux-la-Pape;Rives;Roanne;
        Rodez;Romans-sur-Isère;Roubaix;Rouen;Rueil-Malmaison;Saclay;Saint-Brieuc;Saint-Denis;Saint-Égrève;Saint-Étienne;Saint-Ismier;Saint-Jean-de-Maurienne;Saint-Lô;Saint-Malo;
        Saint-Marcellin;Saint-Martin-d'Hères;Saint-Martin-le-Vinoux;Saint-Nazaire;Saint-Ouen;Saint-Priest;Saint-Quentin;Sallanches;Sassenage;Seyssinet-Pariset;Seyssins;Sophia Antipolis;
        Strasbourg;Tarbes;Thonon-les-Bains;Toulon;Toulouse;Tourcoing;Tours;Troyes;Tulle;Valence;Valenciennes;Vannes;Vaulx-en-Velin;Vénissieux;Versailles;Vesoul;Vichy;Vienne;Villard-de-Lans;
        Villefontaine;Villefranche-sur-Saône;Villeurbanne;Vif;Vitry-sur-Seine;Vizille;Voiron;Voreppe;Genève;Lausanne;Bruxelles;Luxembourg;Monaco
        """;

    private static readonly Dictionary<string, string> ByName = Known.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .ToDictionary(town => Fold.Text(town), town => town.Replace('\'', '’'));

    public static IEnumerable<(object? Value, string Words)> Read(string text)
    {
        foreach (Match m in AfterPostcode().Matches(text)) yield return (Named(m.Groups["town"].Value), m.Value);
        foreach (Match m in SaidToBe().Matches(text))
        {
            // A department or a region, or the country: where, but not which town.
            if (Named(m.Groups["town"].Value) is { } town) yield return (town, m.Value);
        }
        foreach (Match m in At().Matches(text))
        {
            if (Find(m.Groups["town"].Value) is var (town, length)) yield return (town, text.Substring(m.Index, m.Groups["town"].Index - m.Index + length));
        }
    }

    private static string? Named(string said)
    {
        if (Find(said) is var (town, _)) return town;
        var name = said.Trim(' ', '-', ',');
        return name.Length is < 2 or > Offer.CityMax || NoTown().IsMatch(name) ? null : name.Replace('\'', '’');
    }

    // The longest beginning that is a town: « Grenoble Alpes » is Grenoble.
    private static (string Town, int Length)? Find(string said)
    {
        for (var end = said.Length; end > 0; end = said.LastIndexOf(' ', end - 1))
        {
            if (ByName.TryGetValue(Fold.Text(said[..end]), out var town)) return (town, end);
            if (end < 2) break;
        }
        return null;
    }

    private const RegexOptions Plain = RegexOptions.CultureInvariant;
    private const string Name = @"(?<town>(?:L'|La |Le |Les )?\p{Lu}[\p{L}'-]+(?:[ -](?:\p{Lu}[\p{L}'-]+)){0,4})";

    [GeneratedRegex($@"(?<!\d)\d{{5}},? {Name}", Plain)]
    private static partial Regex AfterPostcode();

    [GeneratedRegex($@"(?<!\p{{L}})(?:(?:[Bb]asée?s?|[Ss]ituée?s?|[Ll]ocalisée?s?|[Pp]oste|[Bb]ureaux?|[Ll]ocaux) (?:à|au)|[Ll]ieu(?: de travail| du stage)? ?:|[Ll]ieu de travail à|[Ll]ocalisation ?:|[Ll]ocation ?:|(?:[Bb]ased|[Ll]ocated) in) ?{Name}", Plain)]
    private static partial Regex SaidToBe();

    [GeneratedRegex($@"(?<!\p{{L}})(?:[Àà]|[Ii]n|[Aa]t) {Name}", Plain)]
    private static partial Regex At();

    [GeneratedRegex(@"^(?:France|Île-de-France|Isère|Rhône|Drôme|Savoie|Haute-Savoie|Europe|Auvergne.*|Rhône-Alpes|Bretagne|Occitanie|Normandie|Cedex|CEDEX)$", Plain)]
    private static partial Regex NoTown();
}
