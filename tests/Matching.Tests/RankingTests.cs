using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Matching.Tests;

public sealed class RankingTests
{
    public static TheoryData<string, string> ClearTexts => SmallUniversity.ClearTexts;

    public static TheoryData<string> Meaningless { get; } =
    [
        "", " ", "azerty qsdf lorem wxcvbn 12345", "bonjour", "le la les de du", "!!! ??? ***", "😀😀😀", "\ud83d", "привет как дела", "1234 5678",
    ];

    private static readonly SkillLexicon Lexicon = SkillLexicon.Load().With(GrenobleSample.Programmes.SelectMany(p => p.Skills));

    // Written for this test; the first codes that come to mind are right, not all that would do.
    private static readonly (string Codes, string Text)[] EnglishOffers =
    [
        ("INFO-POLYTECH;INFO-IUT2;ISI-ENSIMAG", "Software engineering internship: you will build a web application in Java and TypeScript, design REST APIs, write unit tests and deploy with Docker and Kubernetes."),
        ("IESE-POLYTECH;SEOC-ENSIMAG", "Embedded systems intern: write firmware in C for STM32 microcontrollers, debug a CAN bus driver and measure the power consumption of a battery-powered sensor."),
        ("M-SSD-IM2AG;SD-IUT2", "Data science internship: clean large data sets in Python, train machine learning models and present statistical results to the business team."),
        ("M-CYBER-ENSIMAG", "Cybersecurity intern: carry out penetration tests, analyse security logs and help harden our Linux servers against attacks."),
        ("BUT-GCCD;GGC-POLYTECH;M-GC-PHITEM", "Civil engineering internship: check the design of reinforced concrete structures, draw plans in AutoCAD and follow work on a building site."),
        ("M-DROIT-SOCIAL", "Legal intern in employment law: draft contracts, research case law and prepare files for hearings before the labour court."),
        ("M-CCA;GEA-IUT2", "Accounting internship: bookkeeping, bank reconciliation, VAT returns and preparation of the annual financial statements."),
        ("M-FINANCE", "Corporate finance intern: build valuation models in Excel, analyse financial statements and prepare presentations for investors."),
        ("M-GRH", "Human resources internship: recruitment, payroll, training plan and onboarding of new employees."),
        ("M-MARKETING;TC-IUT2", "Digital marketing intern: run social media campaigns, write newsletters, improve SEO and analyse web traffic."),
        ("M-CHIMIE;BUT-CHIMIE", "Analytical chemistry internship: develop chromatography methods, prepare samples and run mass spectrometry in the laboratory."),
        ("M-BIO", "Molecular biology internship: cell culture, PCR, cloning and protein analysis in a research laboratory on cancer."),
        ("IEE-ENSE3;SEM-ENSE3;M-EEA", "Renewable energy intern: size photovoltaic plants, study battery storage and connection to the electric grid."),
        ("BUT-GMP;M-MECA-PHITEM", "Mechanical engineering internship: design parts in SolidWorks, run finite element analysis and follow prototypes on test benches."),
        ("GI-ICL;BUT-QLIO", "Supply chain intern: optimise inventory in the warehouse, plan deliveries and follow transport providers."),
        ("M-BEE", "Environmental intern: survey biodiversity and wetlands, map habitats with GIS and write an impact assessment."),
        ("M-TRAD", "Translation internship: translate technical documents from English into French and manage terminology databases."),
        ("M-TOURISME", "Tourism intern: welcome visitors at the tourist office, promote mountain holidays and organise guided tours."),
        ("L-STAPS-ES;L-STAPS-APA", "Sports science internship: physical training of athletes, measure performance and design rehabilitation exercises."),
        ("M-PSY-CLIN", "Psychology intern: observe interviews with patients, assess cognitive functions and help with group therapy in a hospital."),
        ("M-URBA", "Architecture and urban planning intern: study a new neighbourhood, draw plans and prepare public consultation meetings."),
        ("INFOCOM-IUT2", "Communication intern: write press releases, organise events and update the intranet and social networks."),
        ("PNS-PHELMA", "Physics internship: simulate optical components, align lasers and characterise semiconductor devices in a clean room."),
        ("M-SANTE-PUB", "Public health intern: analyse epidemiological data on vaccination and write a prevention report for the regional health agency."),
    ];

    [Theory, MemberData(nameof(ClearTexts))]
    [Trait("Acceptance", "6")]
    public void On_day_zero_the_right_programme_comes_first(string code, string text)
    {
        var ranking = SmallUniversity.DayZero.Rank(text, 5);

        Assert.Equal(RankingState.Match, ranking.State);
        Assert.Equal(code, ranking.Items[0].Programme.Code);
        Assert.NotEmpty(ranking.Items[0].Causes);
        Assert.All(ranking.Items, i => Assert.Equal(0, i.Examples));
    }

    [Theory, MemberData(nameof(ClearTexts))]
    public void After_training_it_still_does_with_examples_or_without(string code, string text)
    {
        var ranking = SmallUniversity.Trained.Rank(text, 5);

        Assert.Equal(RankingState.Match, ranking.State);
        Assert.Equal(code, ranking.Items[0].Programme.Code);
        Assert.Equal(SmallUniversity.Cold.Contains(code) ? 0 : 6, ranking.Items[0].Examples);
    }

    [Theory]
    [InlineData("COMPTA", "Lettrage et rapprochement, puis la liasse")]
    [InlineData("INFO", "Surveiller les journaux du serveur Kubernetes et corriger ses anomalies")]
    [InlineData("STAPS", "Échauffements de handball et de rugby avec les nageurs")]
    public void Labels_teach_words_that_no_description_has(string code, string text)
    {
        Assert.NotEqual(1, PlaceOf(SmallUniversity.DayZero, code, text));
        Assert.Equal(1, PlaceOf(SmallUniversity.Trained, code, text));
    }

    [Fact]
    public void Labels_so_wrong_that_no_programme_is_found_still_make_a_model()
    {
        var first = new First(0.1, new float[Scorer.Cues], 1, 1, 1);
        First[] outsiders = [.. Enumerable.Repeat(first, 30)];

        var calibration = Calibration.Fit([.. Enumerable.Repeat((first, false, false, 1.0, true), 30)], [], outsiders, TestContext.Current.CancellationToken);

        Assert.InRange(calibration.Chance(first), 0, 0.3);
        Assert.True(calibration.Belongs(first));
    }

    [Fact]
    public void A_label_of_an_unknown_programme_is_passed_over() =>
        Assert.Equal(
            SmallUniversity.Trained.ToBytes(),
            SmallUniversity.Train([.. SmallUniversity.Labelled, new LabelledText("Un texte de vente en magasin", ["NOWHERE"])]).ToBytes());

    [Fact]
    public void A_new_programme_competes_at_once_and_a_gone_one_is_gone()
    {
        foreach (var model in (ProgrammeModel[])[SmallUniversity.DayZero, SmallUniversity.Trained])
        {
            Assert.DoesNotContain("OENO", model.Codes(SmallUniversity.NewText, 100));

            var later = model.WithProgrammes([.. SmallUniversity.Programmes.Where(p => p.Code != "TOUR"), SmallUniversity.New]);

            Assert.Equal("OENO", later.Codes(SmallUniversity.NewText)[0]);
            Assert.DoesNotContain("TOUR", later.Codes("Accueil à l’office de tourisme", 100));
            Assert.Equal("SOINS", later.Codes("Soins aux patients, hygiène hospitalière")[0]);
        }
    }

    [Fact]
    public void A_programme_that_is_written_anew_competes_by_its_new_text()
    {
        var later = SmallUniversity.Trained.WithProgrammes(SmallUniversity.Programmes.Select(p => p.Code == "TOUR" ? SmallUniversity.New with { Code = "TOUR" } : p));

        Assert.Equal("TOUR", later.Codes(SmallUniversity.NewText)[0]);
    }

    [Fact]
    public void Two_programmes_of_one_code_are_refused()
    {
        Programme[] twice = [.. SmallUniversity.Programmes, SmallUniversity.Programmes[0]];

        Assert.Throws<ArgumentException>(() => SmallUniversity.Trained.WithProgrammes(twice));
        Assert.Throws<ArgumentException>(() => ProgrammeModel.Train(twice, [], new TrainingOptions(), null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_negative_label_lowers_the_programme_for_texts_like_it()
    {
        const string Text = "Négocier les clauses des contrats avec les acheteurs de la grande distribution et préparer les promotions de la saison.";
        LabelledText[] no = [.. Enumerable.Repeat(new LabelledText(Text, ["MARKET"], Negative: true), 3)];

        var before = LeadOf(SmallUniversity.Trained, "MARKET", Text);
        var after = LeadOf(SmallUniversity.Train([.. SmallUniversity.Labelled, .. no]), "MARKET", Text);

        Assert.True(after < before, $"{after} is not below {before}");
    }

    [Fact]
    public void Three_times_not_this_one_sinks_the_programme_for_texts_like_it_and_nowhere_else()
    {
        const string Text = "Accueil des voyageurs à l’office de tourisme, promotion de séjours en montagne et visites guidées";
        const string Elsewhere = "Réserver des hôtels et conseiller les voyageurs";
        // The first has no example of its own, the second has some; and the same texts fit another programme.
        foreach (var (code, text, elsewhere) in new[] { ("TOUR", Text, Elsewhere), ("MARKET", "Négocier avec les acheteurs de la grande distribution et préparer les promotions de la saison", "Vendre la nouvelle gamme en magasin") })
        {
            LabelledText[] said =
            [
                .. Enumerable.Range(1, 3).Select(i => new LabelledText($"{text} {i}", [code], Negative: true)),
                .. Enumerable.Range(1, 3).Select(i => new LabelledText($"{text} {i}", ["STAPS"])),
            ];

            var later = SmallUniversity.Train([.. SmallUniversity.Labelled, .. said]);

            Assert.Equal(code, SmallUniversity.Trained.Codes(text)[0]);
            Assert.Equal("STAPS", later.Codes(text)[0]);
            Assert.True(LeadOf(later, code, text) < LeadOf(SmallUniversity.Trained, code, text) - 3);
            Assert.Equal(code, later.Codes(elsewhere)[0]);
        }
    }

    [Theory]
    [InlineData("Cuisinier . Vous préparez les entrées, les plats chauds et les desserts, dressez les assiettes et nettoyez la cuisine du restaurant")]
    [InlineData("Coiffeuse . Shampooings, coupes, brushings, colorations et mèches, balayage du salon et prise des rendez-vous, CAP exigé")]
    [InlineData("Boucher . Désossage, parage, découpe et ficelage des viandes, préparation de la vitrine et nettoyage des couteaux")]
    [InlineData("Fleuriste . Bouquets, compositions et couronnes de deuil, arrosage des plantes et entretien des fleurs coupées de la boutique")]
    [InlineData("Chauffeur poids lourd . Conduite d’un camion benne, permis C et FIMO, bâchage, lavage et entretien du véhicule")]
    [InlineData("Toiletteur . Bain, tonte, épilation et coupe des griffes des chiens et des chats, lavage des cages et des serviettes")]
    public void An_offer_of_a_trade_that_no_programme_teaches_has_no_reliable_match(string text) =>
        Assert.Equal(RankingState.NoReliableMatch, GrenobleSample.Trained.Rank(text, 5, skills: Lexicon).State);

    [Theory]
    [InlineData("IESE-POLYTECH;ASI-ENSE3;BUT-GEII;GI-IDP", "concevoir des robots")]
    [InlineData("M-DROIT-SOCIAL", "droit du travail")]
    [InlineData("M-JOURNALISME", "journalisme")]
    [InlineData("M-CYBER-ENSIMAG", "cybersécurité")]
    [InlineData("MEEF-1", "devenir professeur des écoles")]
    [InlineData("M-CHIMIE;BUT-CHIMIE", "chimie verte")]
    public void A_few_words_find_their_programme(string codes, string words)
    {
        var ranking = GrenobleSample.Trained.Rank(words, 5, skills: Lexicon);

        Assert.Equal(RankingState.Match, ranking.State);
        Assert.Contains(ranking.Items, i => codes.Split(';').Contains(i.Programme.Code));
    }

    [Fact]
    public void What_an_agency_says_of_itself_does_not_outweigh_the_post()
    {
        const string Agency = "Cabinet de recrutement et agence d’intérim, nous mettons les ressources humaines au cœur de notre métier : recrutement, placement, gestion des carrières, conseil à nos clients et à nos candidats.";
        string[] bare = [.. GrenobleSample.Trained.Codes("Développeur Java . Concevoir et tester des applications web.")];

        var first = GrenobleSample.Trained.Codes($"Développeur Java . {Agency} Pour notre client : concevoir et tester des applications web.")[0];

        Assert.Contains(first, bare.Take(3));
    }

    [Fact]
    public void At_least_four_English_offers_of_five_have_a_right_programme_among_the_first_five()
    {
        var right = EnglishOffers.Count(o => GrenobleSample.Trained.Rank(o.Text, 5, explain: false, skills: Lexicon).Items.Any(i => o.Codes.Split(';').Contains(i.Programme.Code)));

        Assert.True(right >= 0.8 * EnglishOffers.Length, $"{right} of {EnglishOffers.Length}");
    }

    [Theory, MemberData(nameof(ClearTexts))]
    public void Causes_are_few_stand_in_the_text_and_the_strongest_comes_first(string code, string text)
    {
        var lexicon = SkillLexicon.Load();
        var whole = $"{text}. {SmallUniversity.Frame}";
        foreach (var skills in (SkillLexicon?[])[null, lexicon])
        {
            var ranking = SmallUniversity.Trained.Rank(whole, 5, skills: skills);
            Assert.Equal(code, ranking.Items[0].Programme.Code);
            Assert.NotEmpty(ranking.Items[0].Causes);
            Assert.All(ranking.Items, item =>
            {
                Assert.InRange(item.Causes.Count, 0, 8);
                Assert.Equal(item.Causes.OrderByDescending(c => c.Drop), item.Causes);
                Assert.Equal(item.Causes.Count, item.Causes.Select(c => c.Start).Distinct().Count());
                Assert.All(item.Causes, c =>
                {
                    Assert.Equal(c.Term, whole.Substring(c.Start, c.Length));
                    Assert.True(c.Drop > 0);
                    Assert.True(skills is not null || !c.IsSkill);
                });
            });
        }
    }

    [Fact]
    public void A_skill_is_shown_whole_and_called_a_skill()
    {
        const string Text = "Programmer en C# des tests unitaires";

        var causes = SmallUniversity.DayZero.Rank(Text, 1, skills: SkillLexicon.Load()).Items[0].Causes;

        Assert.Contains(causes, c => c is { Term: "C#", IsSkill: true });
        Assert.Contains(causes, c => c is { Term: "tests unitaires", IsSkill: true });
    }

    [Fact]
    public void Removing_the_causes_lowers_the_first_programme_at_least_three_times_as_much_as_removing_as_many_other_words()
    {
        var ratios = new List<double>();
        foreach (var (code, text) in SmallUniversity.ClearTexts.Select(row => row.Data))
        {
            var whole = $"{text}. {SmallUniversity.Frame}";
            var analysed = TextAnalyzer.Analyse(whole);
            var causes = SmallUniversity.Trained.Rank(whole, 1).Items[0].Causes;
            var because = analysed.Tokens.Where(t => causes.Any(c => t.Start >= c.Start && t.End <= c.Start + c.Length)).Select(t => t.Stem).ToHashSet();
            ulong[] others = [.. analysed.Tokens.Where(t => !t.IsStop && !because.Contains(t.Stem)).Select(t => t.Stem).Distinct()];
            var random = new Random(1);

            var fall = ChanceOf(whole, code) - ChanceOf(Without(analysed, because), code);
            var falls = Enumerable.Range(0, 20).Select(_ =>
            {
                random.Shuffle(others);
                return ChanceOf(whole, code) - ChanceOf(Without(analysed, [.. others.Take(because.Count)]), code);
            }).ToArray();

            Assert.True(fall > falls.Average(), $"{code}: {fall} by its causes, {falls.Average()} by chance");
            ratios.Add(fall / Math.Max(falls.Average(), 1e-3));
        }
        Assert.True(ratios.Order().ElementAt(ratios.Count / 2) >= 3, string.Join(' ', ratios));

        static double ChanceOf(string text, string code) => SmallUniversity.Trained.Rank(text, 1, p => p.Code == code, explain: false).Items[0].Chance;

        static string Without(AnalysedText text, HashSet<ulong> stems)
        {
            var left = text.Source.ToCharArray();
            foreach (var token in text.Tokens.Where(t => stems.Contains(t.Stem))) left.AsSpan(token.Start, token.Length).Fill(' ');
            return new string(left);
        }
    }

    [Theory, MemberData(nameof(Meaningless))]
    [Trait("Acceptance", "7")]
    public void Meaningless_text_has_no_reliable_match(string text)
    {
        Assert.Equal(RankingState.NoReliableMatch, SmallUniversity.DayZero.Rank(text, 5).State);
        Assert.Equal(RankingState.NoReliableMatch, SmallUniversity.Trained.Rank(text, 5).State);
    }

    [Fact]
    public void Any_text_gives_finite_scores_and_chances_between_0_and_1()
    {
        var lexicon = SkillLexicon.Load();
        foreach (var model in (ProgrammeModel[])[SmallUniversity.DayZero, SmallUniversity.Trained])
        {
            foreach (var text in TextTests.AnyTexts())
            {
                var ranking = model.Rank(text, 3, skills: lexicon);
                Assert.Equal(3, ranking.Items.Count);
                Assert.All(ranking.Items, i => Assert.InRange(i.Chance, 0, 1));
                Assert.All(model.Scores(text), s => Assert.True(double.IsFinite(s.Score)));
            }
        }
    }

    [Fact]
    public void Chances_fall_from_place_to_place_and_a_filter_changes_none()
    {
        const string Text = "Négociation commerciale et rédaction de contrats, suivi des stocks et de la paie";
        var all = SmallUniversity.Trained.Rank(Text, 100).Items;
        var some = SmallUniversity.Trained.Rank(Text, 100, p => p.Level == "Bac+3").Items;

        Assert.Equal(SmallUniversity.Programmes.Count, all.Count);
        Assert.Equal(all.OrderByDescending(i => i.Chance).Select(i => i.Programme.Code), all.Select(i => i.Programme.Code));
        Assert.Equal(all.Where(i => i.Programme.Level == "Bac+3").Select(i => (i.Programme.Code, i.Chance)), some.Select(i => (i.Programme.Code, i.Chance)));
        Assert.Empty(SmallUniversity.Trained.Rank(Text, 100, _ => false).Items);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_whatever_the_threads_and_the_order_of_programmes()
    {
        var again = SmallUniversity.Train(SmallUniversity.Labelled);
        var alone = SmallUniversity.Train(SmallUniversity.Labelled, new TrainingOptions { Threads = 1 });
        var turned = ProgrammeModel.Train(
            [.. SmallUniversity.Programmes.Reverse()], SmallUniversity.Labelled, new TrainingOptions(), null, TestContext.Current.CancellationToken);

        Assert.Equal(SmallUniversity.Trained.ToBytes(), again.ToBytes());
        Assert.Equal(SmallUniversity.Trained.ToBytes(), alone.ToBytes());
        Assert.Equal(SmallUniversity.Trained.ToBytes(), turned.ToBytes());
    }

    [Fact]
    public void A_model_comes_back_from_its_bytes_and_ranks_as_before()
    {
        foreach (var model in (ProgrammeModel[])[SmallUniversity.DayZero, SmallUniversity.Trained])
        {
            var back = ProgrammeModel.FromBytes(model.ToBytes());

            Assert.Equal(model.ToBytes(), back.ToBytes());
            foreach (var text in SmallUniversity.ClearTexts.Select(row => row.Data.Item2))
            {
                Assert.Equal(Answers(model.Rank(text, 12)), Answers(back.Rank(text, 12)));
            }
        }
    }

    [Fact]
    public void Damaged_or_cut_bytes_are_called_so()
    {
        var bytes = SmallUniversity.Trained.ToBytes();
        foreach (var length in (int[])[0, 1, 7, 8, 12, 43, 44, 45, bytes.Length / 2, bytes.Length - 1])
        {
            Assert.Throws<InvalidDataException>(() => ProgrammeModel.FromBytes(bytes[..length]));
        }
        for (var at = 0; at < bytes.Length; at += Math.Max(1, bytes.Length / 97))
        {
            byte[] damaged = [.. bytes];
            damaged[at] ^= 0x10;
            Assert.Throws<InvalidDataException>(() => ProgrammeModel.FromBytes(damaged));
        }
        Assert.Throws<InvalidDataException>(() => ProgrammeModel.FromBytes([.. bytes, 0]));
        Assert.Throws<InvalidDataException>(() => ProgrammeModel.FromBytes(new byte[10_000]));
    }

    [Fact]
    public void Many_at_once_get_the_answers_that_each_gets_alone()
    {
        var lexicon = SkillLexicon.Load();
        string[] texts = [.. SmallUniversity.Labelled.Select(l => l.Text)];
        var alone = texts.Select(t => Answers(SmallUniversity.Trained.Rank(t, 12, skills: lexicon))).ToArray();
        // A model of its own, so that no buffer is warm.
        var model = ProgrammeModel.FromBytes(SmallUniversity.Trained.ToBytes());

        Parallel.For(0, texts.Length * 10, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            Assert.Equal(alone[i % texts.Length], Answers(model.Rank(texts[i % texts.Length], 12, skills: lexicon))));
    }

    [Fact]
    public void Cancellation_ends_a_training_before_it_began_and_on_its_way()
    {
        using var before = new CancellationTokenSource();
        before.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            ProgrammeModel.Train(SmallUniversity.Programmes, SmallUniversity.Labelled, new TrainingOptions(), null, before.Token));

        using var midway = new CancellationTokenSource();
        var seen = 0.0;
        var progress = new Progress(value =>
        {
            seen = value;
            midway.Cancel();
        });
        Assert.ThrowsAny<OperationCanceledException>(() =>
            ProgrammeModel.Train(SmallUniversity.Programmes, SmallUniversity.Labelled, new TrainingOptions(), progress, midway.Token));
        Assert.InRange(seen, 0, 0.5);
    }

    [Fact]
    public void Progress_never_falls_and_ends_at_1()
    {
        var reports = new List<double>();
        ProgrammeModel.Train(
            SmallUniversity.Programmes, SmallUniversity.Labelled, new TrainingOptions { Threads = 1 }, new Progress(reports.Add), TestContext.Current.CancellationToken);

        Assert.Equal(reports.Order(), reports);
        Assert.InRange(reports[0], 0, 1);
        Assert.Equal(1, reports[^1]);
    }

    private static int PlaceOf(ProgrammeModel model, string code, string text)
    {
        var scores = model.Scores(text);
        var own = scores.Single(s => s.Code == code).Score;
        return scores.Count(s => s.Score >= own);
    }

    private static double LeadOf(ProgrammeModel model, string code, string text)
    {
        var scores = model.Scores(text);
        return scores.Single(s => s.Code == code).Score - scores.Where(s => s.Code != code).Max(s => s.Score);
    }

    private static string Answers(TextRanking ranking) =>
        $"{ranking.State}: " + string.Join('\n', ranking.Items.Select(i => $"{i.Programme.Code} {i.Chance:r} {i.Strength} {i.Examples} {string.Join('|', i.Causes)}"));

    // Progress<T> of the framework reports later, on other threads.
    private sealed class Progress(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
