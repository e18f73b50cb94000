using System.Globalization;
using CsvHelper;
using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Matching.Tests;

/// <summary>Twelve invented programmes of twelve domains, and offers of the past for ten of them.</summary>
internal static class SmallUniversity
{
    /// <summary>Programmes without any offer of the past.</summary>
    public static readonly string[] Cold = ["TOUR", "ENER"];

    public const string Head = "code,name,component,university,level,years,domain,description,skills,jobs,rome_codes,responsible,email";

    public const string Csv = $"""
        {Head}
        INFO,Ingénieur informatique,École d’ingénierie,Université d’essai,Bac+5,3;4;5,informatics,"Développement logiciel, applications web et mobiles, bases de données, algorithmique, tests et intégration continue.",C#;SQL;API REST;tests unitaires,Développeur logiciel;Architecte logiciel,M1805,Dominique Essai,info@essais.example
        CIVIL,BUT Génie civil,Institut de technologie,Université d’essai,Bac+3,1;2;3,construction,"Conduite de chantiers, béton armé, topographie, résistance des matériaux, métrés et plans d’ouvrages d’art.",béton armé;topographie;AutoCAD,Conducteur de travaux;Métreur,F1201,Alix Essai,civil@essais.example
        SOINS,Licence Soins infirmiers,Institut de santé,Université d’essai,Bac+3,1;2;3,health,"Soins aux patients, hygiène hospitalière, pharmacologie, surveillance des constantes et accompagnement des malades.",soins infirmiers;hygiène hospitalière,Infirmier;Aide-soignant,J1506,Sacha Essai,soins@essais.example
        DROIT,Master Droit des affaires,Faculté de droit,Université d’essai,Bac+5,4;5,law,"Droit des contrats, contentieux, droit des sociétés, rédaction d’actes et veille juridique en cabinet d’avocats.",droit des contrats;contentieux,Juriste d’entreprise;Avocat,K1903,Claude Essai,droit@essais.example
        COMPTA,Licence Comptabilité,Institut de gestion,Université d’essai,Bac+3,3,finance,"Comptabilité générale, fiscalité, paie des salariés, audit et contrôle de gestion des entreprises.",comptabilité générale;paie,Comptable;Gestionnaire de paie,M1203,Noa Essai,compta@essais.example
        CHIMIE,Master Chimie analytique,Faculté des sciences,Université d’essai,Bac+5,4;5,science,"Synthèse organique, chromatographie, spectroscopie, électrochimie et travail de paillasse en laboratoire.",chromatographie;spectroscopie,Chimiste;Ingénieur de recherche en chimie,K2402,Andrea Essai,chimie@essais.example
        MARKET,BUT Techniques de commercialisation,Institut de technologie,Université d’essai,Bac+3,1;2;3,commerce,"Marketing, négociation commerciale, vente en magasin, études de marché et relation avec les clients.",négociation commerciale;études de marché,Commercial;Chef de produit marketing,M1705,Camille Essai,market@essais.example
        LOGIS,Licence Logistique,Institut de technologie,Université d’essai,Bac+3,3,logistics,"Gestion des stocks, entrepôts, transport de marchandises, approvisionnement et tournées de livraison.",gestion des stocks;approvisionnement,Logisticien;Responsable d’entrepôt,N1301,Morgan Essai,logis@essais.example
        STAPS,Licence Entraînement sportif,Faculté des sports,Université d’essai,Bac+3,1;2;3,sport,"Préparation physique, entraînement des équipes, pédagogie du sport, biomécanique et encadrement de clubs.",préparation physique,Éducateur sportif;Entraîneur,G1204,Lou Essai,staps@essais.example
        ECOLES,Master Professorat des écoles,Institut du professorat,Université d’essai,Bac+5,4;5,education,"Enseigner en maternelle et en primaire : didactique de la lecture, des mathématiques, gestion de la classe et des élèves.",didactique,Professeur des écoles,K2106,Ange Essai,ecoles@essais.example
        TOUR,Licence Tourisme,Institut de géographie,Université d’essai,Bac+3,3,tourism,"Accueil des voyageurs, promotion de la montagne, hôtellerie, séjours, visites guidées et offices de tourisme.",accueil touristique;hôtellerie,Conseiller en séjour;Guide touristique,G1102,Maxime Essai,tour@essais.example
        ENER,Master Énergies renouvelables,École d’ingénierie,Université d’essai,Bac+5,4;5,energy,"Photovoltaïque, éolien, réseaux électriques, stockage par batteries, thermique du bâtiment et bilans énergétiques.",photovoltaïque;réseaux électriques,Ingénieur en énergies renouvelables,H2701,Charlie Essai,ener@essais.example
        """;

    /// <summary>A programme of the coming year, in a field that no other has.</summary>
    public const string NewRow = """
        OENO,Licence Viticulture et œnologie,Institut agronomique,Université d’essai,Bac+3,3,agronomy,"Conduite de la vigne, vendanges, vinification, assemblage et dégustation des vins, travail de cave.",vinification;dégustation,Œnologue;Caviste,A1413,Eden Essai,oeno@essais.example
        """;

    /// <summary>A text that only the programme of <see cref="NewRow"/> fits.</summary>
    public const string NewText = "Participer aux vendanges puis à la vinification en cave : suivi des cuves, assemblage et dégustation des vins du domaine.";

    /// <summary>What every advertisement says; nothing of it names a field.</summary>
    public const string Frame =
        "Ambiance conviviale, locaux lumineux près de la gare, tickets restaurant, mutuelle, parking, horaires souples, prime annuelle, bonne humeur, machine à café, vélos, jardin partagé, terrasse.";

    private static readonly Dictionary<string, string[]> Sentences = new()
    {
        ["INFO"] =
        [
            "Développer une application web en C# et SQL.", "Écrire des tests automatisés pour une API REST.", "Corriger les anomalies du logiciel de caisse.",
            "Migrer le serveur vers Kubernetes et surveiller ses journaux.", "Programmer un tableau de bord en TypeScript.", "Optimiser les requêtes d’une base PostgreSQL.",
        ],
        ["CIVIL"] =
        [
            "Suivre le chantier d’un pont en béton.", "Relever les niveaux au théodolite.", "Préparer les métrés du gros œuvre.", "Dessiner les plans de coffrage.",
            "Contrôler le ferraillage avant coulage.", "Planifier les engins de terrassement.",
        ],
        ["SOINS"] =
        [
            "Prendre soin des patients du service de chirurgie.", "Préparer les perfusions et les pansements.", "Surveiller la tension et la température des malades.",
            "Aider à la toilette des résidents de l’EHPAD.", "Transmettre au médecin les observations de la nuit.", "Appliquer le protocole d’hygiène au bloc opératoire.",
        ],
        ["DROIT"] =
        [
            "Rédiger des contrats commerciaux et des assignations.", "Suivre le contentieux devant le tribunal.", "Tenir la veille de jurisprudence du cabinet.",
            "Préparer les statuts de sociétés.", "Répondre aux clauses d’un appel d’offres.", "Classer les dossiers des avocats associés.",
        ],
        ["COMPTA"] =
        [
            "Lettrage des comptes et rapprochement bancaire.", "Saisir les factures des fournisseurs.", "Établir les bulletins de paie.",
            "Préparer la liasse fiscale et la TVA.", "Rapprochement des écritures et lettrage du grand livre.", "Aider au bilan de fin d’exercice, liasse comprise.",
        ],
        ["CHIMIE"] =
        [
            "Synthétiser des molécules à la paillasse.", "Doser des polluants par chromatographie.", "Régler le spectromètre de masse.", "Rédiger le cahier de laboratoire.",
            "Comparer des solvants moins toxiques.", "Préparer des électrodes et mesurer leur courant.",
        ],
        ["MARKET"] =
        [
            "Vendre la nouvelle gamme en magasin.", "Mener une enquête auprès des clients.", "Lancer un produit et fixer son prix.", "Démarcher les prospects au téléphone.",
            "Préparer les promotions de la saison.", "Négocier avec les acheteurs de la grande distribution.",
        ],
        ["LOGIS"] =
        [
            "Organiser les tournées des camions.", "Inventorier les stocks de l’entrepôt.", "Préparer les palettes et les expéditions.", "Suivre les délais des transporteurs.",
            "Réapprovisionner la chaîne de montage.", "Améliorer le plan de stockage du quai.",
        ],
        ["STAPS"] =
        [
            "Entraîner l’équipe cadette de handball.", "Préparer les échauffements des athlètes.", "Mesurer la puissance des sprinteurs.", "Encadrer des séances de gymnastique.",
            "Animer l’école de rugby du club.", "Planifier la saison des nageurs.",
        ],
        ["ECOLES"] =
        [
            "Observer une classe de maternelle.", "Préparer une séance de lecture au cours préparatoire.", "Aider les élèves en mathématiques.", "Animer un atelier de sciences en primaire.",
            "Suivre la correction des cahiers avec l’institutrice.", "Accompagner une sortie scolaire.",
        ],
    };

    /// <summary>The programmes, as the engine knows them.</summary>
    public static IReadOnlyList<Programme> Programmes { get; } = Read(Csv);

    /// <summary>The programme of the coming year.</summary>
    public static Programme New { get; } = Read($"{Head}\n{NewRow}").Single();

    /// <summary>Six offers of the past for each programme that has any.</summary>
    public static IReadOnlyList<LabelledText> Labelled { get; } =
    [
        .. from programme in Sentences
           from i in Enumerable.Range(0, programme.Value.Length)
           select new LabelledText(TextOf(programme.Value, i), [programme.Key]),
    ];

    /// <summary>A text of each domain that only one programme fits, in words of its description.</summary>
    public static TheoryData<string, string> ClearTexts { get; } = new()
    {
        { "INFO", "Développer une application web en C# et SQL, API REST, tests" },
        { "SOINS", "Stage à l’hôpital : soins aux patients, hygiène hospitalière, surveillance des malades la nuit" },
        { "DROIT", "Cabinet d’avocats cherche stagiaire pour la rédaction de contrats et le contentieux des sociétés" },
        { "CIVIL", "Suivi d’un chantier de pont en béton armé, relevés de topographie et métrés" },
        { "COMPTA", "Tenue de la comptabilité générale, paie des salariés et déclarations de fiscalité" },
        { "TOUR", "Accueil des voyageurs à l’office de tourisme, promotion de séjours en montagne et visites guidées" },
        { "ENER", "Dimensionner une installation photovoltaïque avec batteries et la raccorder aux réseaux électriques" },
    };

    /// <summary>Trained on the offers of the past.</summary>
    public static ProgrammeModel Trained => LazyTrained.Value;

    /// <summary>Made of the descriptions alone.</summary>
    public static ProgrammeModel DayZero => LazyDayZero.Value;

    private static readonly Lazy<ProgrammeModel> LazyTrained = new(() => Train(Labelled));
    private static readonly Lazy<ProgrammeModel> LazyDayZero = new(() => Train([]));

    public static ProgrammeModel Train(IReadOnlyList<LabelledText> labelled, TrainingOptions? options = null) =>
        ProgrammeModel.Train(Programmes, labelled, options ?? new TrainingOptions(), null, TestContext.Current.CancellationToken);

    /// <summary>The codes that come first.</summary>
    public static IReadOnlyList<string> Codes(this ProgrammeModel model, string text, int top = 5) =>
        [.. model.Rank(text, top, explain: false).Items.Select(i => i.Programme.Code)];

    private static string TextOf(string[] sentences, int i) => $"{sentences[i]} {sentences[(i + 2) % sentences.Length]} {Frame}";

    private static List<Programme> Read(string text)
    {
        using var csv = new CsvReader(new StringReader(text), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var programmes = new List<Programme>();
        while (csv.Read())
        {
            string[] List(string column) => csv[column]!.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            programmes.Add(new Programme(
                csv["code"]!, csv["name"]!, csv["component"]!, csv["level"]!, csv["description"]!, List("skills"), List("jobs"),
                [.. List("years").Select(y => int.Parse(y, CultureInfo.InvariantCulture))], List("rome_codes")));
        }
        return programmes;
    }
}
