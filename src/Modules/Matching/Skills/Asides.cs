using System.Buffers;

namespace SmartRecruiting.Matching.Engine;

/// <summary>
/// Finds the sentences of an offer in which the sender speaks of itself (« leader de la logistique, implanté dans 28 pays ») and asks for
/// nothing. Chosen on offers of training parts: of the skills named there, one in three was one that a person would mark.
/// </summary>
internal static class Asides
{
    // A wish of a few words has no sender who could present itself.
    private const int FewestTokens = 30;

    // « La plateforme logistique du leader européen »: so far before its cue the talk may have begun.
    private const int Lead = 8;

    // « Roissy-en-France » is a place and nothing to be gone on with.
    private const int FewestOfTalk = 6;

    // « Mutuelle, billetterie, garde d'enfants »: so far behind its cue a list of benefits goes.
    private const int Benefits = 13;

    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?");
    private static readonly SearchValues<char> Breaks = SearchValues.Create("•;\n");
    private static readonly SearchValues<char> Dashes = SearchValues.Create("-–·");

    private static readonly HashSet<ulong> SenderCues = Keys("""
        leader leaders filiale filiales acteur acteurs spécialiste spécialistes spécialisé spécialisée spécialisés implanté implantée implantés fondé fondée pionnier incontournable
        adn reconnu reconnue collaborateurs collaboratrices association cabinet agence esn groupe valeurs proposons accompagnons intervenons sommes offrons disposons travaillons
        société familiale mondial europe france opérateur établissement environnement ambiance conviviale rejoindre rejoignez taille effectif
        leading worldwide subsidiary founded headquartered
        """);

    private static readonly HashSet<ulong> AskingCues = Keys("""
        vous votre vos tu tes ta ton serez sera mission missions tâche tâches responsabilités maîtrise maîtriser connaissance connaissances compétence compétences capacité sens
        qualités profil savoir poste rattaché rattachée charge stagiaire alternant alternante rôle objectif recherche recherchons recherchée recrute recrutons cherche participer
        participez contexte fonction fonctions activités you your will
        """);

    // « Elle facilite la transition énergétique »: the sender again.
    private static readonly HashSet<ulong> HeadsOfAsides = Keys("elle elles depuis notre nos bienvenue");

    private static readonly HashSet<ulong> BenefitCues = Keys("mutuelle prévoyance rtt ticket tickets chèque chèques avantages indemnité indemnités congés bénéficier intéressement");

    private static readonly HashSet<ulong> HeadingsOfWishes = Keys("profil mission missions tâches compétences connaissances responsabilités maîtrise recherchons qualités");

    /// <summary>For each token whether the sender speaks of itself there, or of what it gives.</summary>
    public static bool[] Find(AnalysedText text)
    {
        var tokens = text.Tokens;
        var aside = new bool[tokens.Length];
        if (tokens.Length < FewestTokens) return aside;
        // What follows such a sentence belongs to it until something is asked for.
        var goesOn = false;
        for (var (first, end) = (0, 0); first < tokens.Length; first = end)
        {
            end = first + 1;
            while (end < tokens.Length && !IsBetweenSentences(text, end)) end++;
            var (cue, asks) = (HeadsOfAsides.Contains(tokens[first].Word) ? first : -1, IsTask(text, tokens[first]) && !SenderCues.Contains(tokens[first].Word) ? first : end);
            for (var i = first; i < asks; i++)
            {
                if (IsAsking(text, tokens[i])) asks = i;
                else if (cue < 0 && SenderCues.Contains(tokens[i].Word)) cue = i;
            }
            if (cue >= 0) aside.AsSpan((goesOn ? first : Math.Max(first, cue - Lead))..asks).Fill(true);
            else if (goesOn && asks == end) aside.AsSpan(first..end).Fill(true);
            goesOn = asks == end && ((cue >= 0 && end - first >= FewestOfTalk) || goesOn);
        }
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!BenefitCues.Contains(tokens[i].Word)) continue;
            for (var next = i + 1; next < Math.Min(tokens.Length, i + Benefits) && !HeadingsOfWishes.Contains(tokens[next].Word); next++) aside[next] = true;
        }
        return aside;
    }

    private static bool IsAsking(AnalysedText text, in Token token) =>
        AskingCues.Contains(token.Word) || (token.FoldedLength > 4 && text.FoldedOf(token).EndsWith("ez"));

    // « Assurer la maintenance… » at the head of a line.
    private static bool IsTask(AnalysedText text, in Token token)
    {
        var word = text.FoldedOf(token);
        return word.Length > 4 && (word.EndsWith("er") || word.EndsWith("ir") || word.EndsWith("dre"));
    }

    // « Node.js » is one name: behind a full stop there is a blank or a capital.
    private static bool IsBetweenSentences(AnalysedText text, int next)
    {
        var (from, to) = (text.Tokens[next - 1].End, text.Tokens[next].Start);
        var gap = text.Source.AsSpan(from, to - from);
        if (gap.ContainsAny(Breaks)) return true;
        var end = gap.IndexOfAny(Ends);
        if (end >= 0 && (end + 1 < gap.Length ? char.IsWhiteSpace(gap[end + 1]) : char.IsUpper(text.Source[to]))) return true;
        var dash = gap.IndexOfAny(Dashes);
        return dash > 0 && dash + 1 < gap.Length && char.IsWhiteSpace(gap[dash - 1]) && char.IsWhiteSpace(gap[dash + 1]);
    }

    private static HashSet<ulong> Keys(string words) => [.. TextAnalyzer.Analyse(words).Tokens.Select(t => t.Word)];
}
