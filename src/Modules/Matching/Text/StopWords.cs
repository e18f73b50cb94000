namespace SmartRecruiting.Matching.Engine;

/// <summary>
/// Words that tell nothing about a programme, folded: French and English function words, and the boilerplate of job
/// advertisements (h/f, contract kinds, politeness). Benefits and company talk stay: idf and the classifier weigh those.
/// </summary>
internal static class StopWords
{
    private const string French = """
        a ai aie aient ainsi al alors apres as au aucun aucune auquel aura aurez aussi autre autres aux auxquels auxquelles avait avant
        avec avez avoir avons ayant beaucoup bien bon c ca car ce ceci cela celle celles celui ces cet cette ceux chacun chaque chez ci
        comme comment d dans de des donc dont du durant e elle elles en encore entre es est et etait etant etat ete etes etre eu eux
        fait faire font hors il ils j je jusqu l la le les leur leurs lors lui m ma mais me meme memes mes mieux moi mon n ne ni
        nos notre notamment nous on ont or ou par parmi pas peu peut peuvent plus plusieurs pour pourquoi pourra pourrez pouvez pouvoir
        puis qu quand que quel quelle quelles quels qui quoi s sa sans se sein selon sera serez seront ses seul si sien soient soit son sont
        sous souvent suis sur t ta tandis tel telle telles tels tes ton tous tout toute toutes tres tu un une vers via voici voila vos
        votre vous y etc afin suite cadre lien deja tant ailleurs toujours lorsque quelque quelques
        """;

    private const string English = """
        about after all also am an and any are as at be been being but by can could did do does each for from had has have he her his
        how i if in into is it its just like may might more most must my no nor not of off on only or our out own shall she should so some
        such than that the their them then there these they this those through to too under until up us was we were what when where
        which while who whom why will with would you your
        """;

    // Contract kinds and the frame of an advertisement; nothing here names a job, a tool or a field.
    private const string Boilerplate = """
        h f hf fh x hfx mf fm cdi cdd interim cv ref reference references poste postes recherche recherchons recherchez rejoindre rejoignez
        rejoindrez profil candidat candidate candidature candidatures postuler postulez mission missions offre offres emploi emplois
        entreprise entreprises societe societes h/f mois an ans jour jours semaine semaines euros euro brut bruts salaire salaires remuneration remunerations
        heure heures debut debuts duree durees www http https com bonjour merci cordialement description descriptions type types contrat contrats
        stage stages stagiaire stagiaires alternance alternant alternante apprenti apprentie
        """;

    private static readonly HashSet<ulong> FrenchKeys = Build(French), EnglishKeys = Build(English), Keys = Build(French, English, Boilerplate);

    /// <summary>True for the key (<see cref="FeatureHash.Of"/>) of a folded stop word.</summary>
    public static bool Contains(ulong word) => Keys.Contains(word);

    /// <summary>
    /// False for a text with more French function words than English ones; so true for an English text, and for a few bare words,
    /// which may be of either language.
    /// </summary>
    public static bool MayBeEnglish(AnalysedText text) =>
        text.Tokens.Count(t => FrenchKeys.Contains(t.Word) && !EnglishKeys.Contains(t.Word)) <= text.Tokens.Count(t => EnglishKeys.Contains(t.Word) && !FrenchKeys.Contains(t.Word));

    private static HashSet<ulong> Build(params string[] lists) =>
        [.. lists.SelectMany(list => list.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)).Select(word => FeatureHash.Of(word))];
}
