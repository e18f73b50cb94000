using System.Globalization;

namespace SmartRecruiting.Host.Sample;

/// <summary>Puts an offer into words: sentences of its speciality and of the general file, laid out in one of many ways.</summary>
internal sealed class OfferWords(SampleData data)
{
    private const string French = "fr";
    private const string English = "en";
    private const int FewestWords = 15;
    private const int MostWords = 350;
    private const int TitleMost = 150;

    private static readonly (Layout Layout, double Share)[] Layouts =
    [
        (Layout.Prose, 26), (Layout.List, 30), (Layout.Headings, 14), (Layout.Terse, 12), (Layout.Letter, 9), (Layout.Friend, 6),
        (Layout.Vague, 3),
    ];

    // How a list marks its items; "1" stands for numbers.
    private static readonly string[] Marks = ["- ", "- ", "• ", "* ", "– ", "1", "> "];

    private enum Layout { Prose, List, Headings, Terse, Letter, Friend, Vague }

    /// <summary>The title and the text of an offer.</summary>
    public Wording Write(OfferPlan plan, string city, string contact, Dice dice)
    {
        const double inEnglish = 0.087;
        var language = dice.Chance(inEnglish) && data.Phrases(plan.Speciality, "mission", English).Count > 0 ? English : French;
        var layout = dice.Pick(Layouts, l => l.Share).Layout;
        // A vague offer has no English twin.
        if (language == English && layout is Layout.Vague) layout = Layout.Terse;
        var draft = new Draft(data, plan, city, language, dice);
        var title = layout is Layout.Vague ? draft.General("vague-title") : draft.Title();
        string text;
        // A generous draft may come out too long; the next one has less to say.
        var generosity = 0.4 + (1.8 * Math.Pow(dice.Share(), 2));
        do
        {
            text = Lay(draft, layout, contact, generosity, dice);
            generosity /= 2;
        }
        while (Words(text) > MostWords);
        while (Words(text) < FewestWords) text = $"{text} {draft.General(dice.Chance(0.5) ? "conditions" : "closing")}";
        return Roughness.Apply(new Wording(title.Length > TitleMost ? title[..TitleMost] : title, text), dice);
    }

    private static string Lay(Draft draft, Layout layout, string contact, double generosity, Dice dice) => layout switch
    {
        Layout.Terse => Sentences([
            .. draft.Missions(1 + dice.Below(2)),
            dice.Chance(0.5) ? draft.Own("tools") : "",
            dice.Chance(0.3) ? draft.General("closing") : "",
        ]),
        Layout.Vague => Sentences([draft.General("vague"), .. draft.Terms(generosity)]),
        Layout.Letter => Paragraphs(
            draft.General("letter-opening"), Sentences([draft.General("company"), draft.Own("context")]),
            Sentences(draft.Missions(2 + dice.Below(3))), Sentences([.. draft.Wants(generosity), .. draft.Terms(generosity)]),
            draft.General("letter-closing"), contact),
        Layout.Friend => Paragraphs(
            draft.General("friend-opening"), Sentences([draft.Own("context"), .. draft.Missions(1 + dice.Below(3))]),
            Sentences(draft.Wants(generosity / 2)), draft.General("friend-closing"), contact.Split(' ')[0]),
        Layout.Headings => Paragraphs(
            Sentences(draft.Intro(generosity)), draft.General("mission-heading") + "\n" + Items(draft.Missions(2 + dice.Below(4)), dice),
            draft.General("profile-heading") + "\n" + Sentences([draft.General("profile"), .. draft.Wants(generosity)]),
            draft.General("terms-heading") + "\n" + Items([draft.General("conditions"), .. draft.Terms(generosity)], dice)),
        Layout.List => Paragraphs(
            Sentences(draft.Intro(generosity)),
            (dice.Chance(0.6) ? draft.General("mission-heading") + "\n" : "") + Items(draft.Missions(2 + dice.Below(4)), dice),
            Sentences([.. draft.Wants(generosity), .. draft.Terms(generosity)])),
        _ => Prose(draft, generosity, dice),
    };

    // One block or several; what is offered sometimes stands before what is to be done.
    private static string Prose(Draft draft, double generosity, Dice dice)
    {
        var intro = Sentences(draft.Intro(generosity));
        var missions = Sentences(draft.Missions(1 + dice.Below(4)));
        var wants = Sentences(draft.Wants(generosity));
        var terms = Sentences(draft.Terms(generosity));
        string[] order = dice.Below(4) switch
        {
            0 => [missions, intro, wants, terms],
            1 => [intro, terms, missions, wants],
            _ => [intro, missions, wants, terms],
        };
        return dice.Chance(0.45) ? Sentences(order) : Paragraphs(order);
    }

    private static string Paragraphs(params IEnumerable<string> parts) => string.Join("\n\n", parts.Where(p => p.Length > 0));

    private static string Sentences(IEnumerable<string> parts) => string.Join(' ', parts.Where(p => p.Length > 0).Select(Ended));

    private static string Ended(string sentence) => ".!?…:".Contains(sentence[^1]) ? sentence : sentence + ".";

    private static string Items(List<string> items, Dice dice)
    {
        var mark = dice.Pick(Marks);
        var bare = dice.Chance(0.5);
        return string.Join('\n', items.Select((item, i) =>
            (mark == "1" ? string.Create(CultureInfo.InvariantCulture, $"{i + 1}. ") : mark) + (bare ? item.TrimEnd('.') : item)));
    }

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>One offer's choice of sentences; none comes twice as long as there are others.</summary>
    private sealed class Draft(SampleData data, OfferPlan plan, string city, string language, Dice dice)
    {
        private const double DaysInMonth = 365.25 / 12;
        private readonly HashSet<string> used = [];
        private readonly int months = Math.Max(1, (int)Math.Round(plan.Weeks * 7 / DaysInMonth));

        /// <summary>A sentence for any offer.</summary>
        public string General(string part) => One(SampleData.Any, part);

        /// <summary>A sentence of the speciality; empty when it has none.</summary>
        public string Own(string part) => One(plan.Speciality, part);

        public string Title()
        {
            const double general = 0.25;
            var own = dice.Chance(general) ? "" : Own("title");
            var title = own.Length > 0 ? own : General("title");
            var suffix = dice.Below(12) switch
            {
                0 => " H/F",
                1 => " (F/H)",
                2 => $" – {city}",
                3 => Filled(language == French ? " - {months} mois" : " - {months} months"),
                _ => "",
            };
            return char.ToUpperInvariant(title[0]) + title[1..] + (title.Contains(city, StringComparison.Ordinal) ? "" : suffix);
        }

        public List<string> Intro(double generosity)
        {
            var intro = new List<string>();
            if (dice.Chance(0.45 * generosity)) intro.Add(General("opening"));
            if (dice.Chance(0.45 * generosity)) intro.Add(General("company"));
            if (dice.Chance(0.55 * generosity)) intro.Add(Own("context"));
            return intro.Count > 1 && dice.Chance(0.3) ? [.. intro.AsEnumerable().Reverse()] : intro;
        }

        /// <summary>
        /// So many missions of the speciality at most; sometimes one that any offer could have, seldom one of the company's other trades.
        /// </summary>
        public List<string> Missions(int count)
        {
            const double common = 0.15;
            const double otherTrade = 0.06;
            var missions = dice.Some(Fitting(plan.Speciality, "mission"), count).ConvertAll(Filled);
            var general = language == English ? Math.Max(count - missions.Count, 1) : dice.Chance(common) ? 1 : 0;
            for (; general > 0; general--) missions.Add(General("mission"));
            var trades = plan.Company.Specialities.Where(s => s != plan.Speciality).ToList();
            if (trades.Count > 0 && dice.Chance(otherTrade)) missions.Add(One(dice.Pick(trades), "mission"));
            return missions.FindAll(m => m.Length > 0);
        }

        /// <summary>Whom and what knowledge the offer asks for.</summary>
        public List<string> Wants(double generosity)
        {
            var wants = new List<string>();
            if (dice.Chance(0.5 * generosity)) wants.Add(Own("tools"));
            if (dice.Chance(0.45 * generosity)) wants.Add(Own("profile"));
            if (dice.Chance(0.25 * generosity)) wants.Add(General("profile"));
            if (language == French && dice.Chance(0.25 * generosity)) wants.Add(General("skills"));
            return wants;
        }

        /// <summary>What the company offers, how to apply, and what stands in every one of its offers; in any order.</summary>
        public List<string> Terms(double generosity)
        {
            var terms = new List<string>();
            for (var left = 1 + dice.Below(4); left > 0; left--)
            {
                if (dice.Chance(0.45 * generosity)) terms.Add(General("conditions"));
                if (dice.Chance(0.25 * generosity)) terms.Add(General("noise"));
            }
            if (dice.Chance(0.5 * generosity)) terms.Add(General("closing"));
            return dice.Some(terms, terms.Count);
        }

        private string One(string speciality, string part)
        {
            var all = Fitting(speciality, part);
            if (all.Count == 0) return "";
            var fresh = all.Where(p => !used.Contains(p)).ToList();
            var phrase = dice.Pick(fresh.Count > 0 ? fresh : all);
            used.Add(phrase);
            return Filled(phrase);
        }

        // An apprentice is paid and called otherwise than an intern; all phrases when none is left.
        private List<string> Fitting(string speciality, string part)
        {
            string[] others = plan.IsApprenticeship ? ["stag", "gratif", "internship", "intern ", "intern,"] : ["alternan", "apprenti"];
            var all = data.Phrases(speciality, part, language);
            var fitting = all.Where(p => !others.Any(o => p.Contains(o, StringComparison.OrdinalIgnoreCase))).ToList();
            return fitting.Count > 0 || part is "title" ? fitting : [.. all];
        }

        private string Filled(string phrase)
        {
            if (!phrase.Contains('{', StringComparison.Ordinal)) return phrase;
            var programme = plan.Programmes[0];
            return phrase
                .Replace("{company}", plan.Company.Name, StringComparison.Ordinal)
                .Replace("à {city}", InCity(), StringComparison.Ordinal)
                .Replace("de {city}", OfCity(), StringComparison.Ordinal)
                .Replace("{city}", city, StringComparison.Ordinal)
                .Replace("{months}", months.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{level}", programme.Level, StringComparison.Ordinal)
                .Replace("{topic}", plan.Speciality.Replace('-', ' '), StringComparison.Ordinal)
                .Replace("{skills}", string.Join(", ", dice.Some(programme.Skills, 1 + dice.Below(3))), StringComparison.Ordinal)
                .Replace("{job}", Job(dice.Pick(programme.Jobs)), StringComparison.Ordinal);
        }

        private string InCity() => city.StartsWith("Le ", StringComparison.Ordinal) ? "au" + city[2..] : "à " + city;

        private string OfCity() => city.StartsWith("Le ", StringComparison.Ordinal) ? "du" + city[2..]
            : "AÉEIO".Contains(city[0], StringComparison.Ordinal) ? "d’" + city
            : "de " + city;

        // "Chargé / Chargée des relations": as it stands, or in one of the two forms, as offers do.
        private string Job(string job)
        {
            var forms = job.Split(" / ");
            var form = dice.Below(4);
            if (forms.Length != 2 || form < 2) return job;
            var words = forms[1].Split(' ');
            var shared = words.Skip(forms[0].Split(' ').Length);
            return form == 2 ? forms[1] : string.Join(' ', shared.Prepend(forms[0]));
        }
    }
}
