using System.Globalization;

namespace SmartRecruiting.Host.Sample;

/// <summary>Draws who offers what to whom and when; <see cref="OfferWords"/> puts it into words.</summary>
internal sealed class SampleOffers(SampleData data, int seed, DateOnly today)
{
    /// <summary>The component whose inbox is filled first.</summary>
    public const string FirstComponent = "Polytech Grenoble";

    private const int Years = 3;
    private const double DaysInYear = 365.25;
    private const int OpenMonths = 2;
    private const int Sent = 60;

    // Of what was sent in the past two years, one offer in so many is on record.
    private const int OnRecord = 20;
    private const int YearsOnRecord = 2;

    // Those sent are chosen among so many times as many of the newest, so that every component may be there and none waits for weeks.
    private const int Choice = 3;

    // Most offers come when students look: from September to November, and from January to March.
    private static readonly double[] MonthShare = [1.5, 1.45, 1.3, 0.9, 0.7, 0.55, 0.4, 0.35, 1.3, 1.6, 1.4, 0.75];
    private static readonly Dictionary<string, double> SizeShare = new()
    {
        ["0-9"] = 1, ["10-19"] = 1.4, ["20-49"] = 2, ["50-249"] = 3, ["250-999"] = 5, ["1000+"] = 8,
    };

    // Inboxes with a sample account get more than their turn.
    private static readonly (string Component, int Count)[] Inboxes =
        [(FirstComponent, 12), ("IUT 1 Grenoble", 6), ("Faculté de Droit", 6)];

    private readonly DateOnly first = today.AddYears(-Years);
    private readonly OfferWords words = new(data);
    private readonly Dictionary<string, Trend> trends = data.Companies.ToDictionary(c => c.Siret, c => Trend.Of(c, seed));
    private readonly Dictionary<string, List<SampleProgramme>> bySpeciality = data.DomainOf.Keys.ToDictionary(
        s => s, s => data.Programmes.Where(p => p.Specialities.Any(share => share.Speciality == s)).ToList());

    /// <summary>How often a company recruits, by its size alone.</summary>
    public static double Size(SampleCompany company) => SizeShare.GetValueOrDefault(company.HeadCount, 1);

    /// <summary>The offers, oldest first.</summary>
    public List<SampleOffer> Make(int count)
    {
        var days = Enumerable.Range(0, today.DayNumber - first.DayNumber).Select(first.AddDays).ToList();
        var total = new double[days.Count];
        for (var i = 0; i < days.Count; i++) total[i] = (i > 0 ? total[i - 1] : 0) + Busyness(days[i]);
        var dice = new Dice(seed, "offers");
        var dates = Enumerable.Range(0, count).Select(_ => DayAt(days, total, dice.Share() * total[^1])).Order().ToList();
        var plans = dates.Zip(InTurn(dates, dice), (date, programme) => Plan(date, programme, dice)).ToList();
        var numbers = new Dictionary<(string Siret, int Year), int>();
        var offers = plans.Select(plan => Offer(plan, numbers, dice)).ToList();
        Send(offers);
        var answers = new SampleAnswers(data, seed, today);
        var past = offers.Where(o => o.Plan.IsTaught && o.Status != "published" && o.Plan.Date >= today.AddYears(-YearsOnRecord));
        foreach (var offer in new Dice(seed, "on record").Some(past, count / OnRecord)) offer.Send(answers.To(offer.Plan));
        return offers;
    }

    private static DateOnly DayAt(List<DateOnly> days, double[] total, double at)
    {
        var index = Array.BinarySearch(total, at);
        return days[Math.Min(index < 0 ? ~index : index + 1, days.Count - 1)];
    }

    // Drawn one by one, a small programme's trend would drown in chance: each gathers credit by its share of the demand, and the one
    // with most credit, give or take a little luck, has the next offer.
    private List<SampleProgramme> InTurn(List<DateOnly> dates, Dice dice)
    {
        var credit = data.Sought.Select(_ => dice.Share()).ToArray();
        var turns = new List<SampleProgramme>(dates.Count);
        foreach (var date in dates)
        {
            var demand = data.Sought.Select(p => Demand(p, date)).ToArray();
            var all = demand.Sum();
            for (var i = 0; i < credit.Length; i++) credit[i] += demand[i] / all;
            var next = Enumerable.Range(0, credit.Length).MaxBy(i => credit[i] + dice.Share());
            credit[next]--;
            turns.Add(data.Sought[next]);
        }
        return turns;
    }

    private double Busyness(DateOnly day) =>
        MonthShare[day.Month - 1] * data.Sought.Sum(p => Demand(p, day)) * day.DayOfWeek switch
        {
            DayOfWeek.Saturday => 0.12,
            DayOfWeek.Sunday => 0.06,
            _ => 1,
        };

    private double Demand(SampleProgramme programme, DateOnly day) => programme.Weight * Math.Pow(1 + programme.Growth, YearsSince(day));

    private double YearsSince(DateOnly day) => (day.DayNumber - first.DayNumber) / DaysInYear;

    private OfferPlan Plan(DateOnly date, SampleProgramme programme, Dice dice)
    {
        const double secondProgramme = 0.14;
        var speciality = dice.Pick(programme.Specialities, s => s.Weight).Speciality;
        var others = bySpeciality[speciality].Where(p => p != programme).ToList();
        var programmes = others.Count > 0 && dice.Chance(secondProgramme)
            ? new List<SampleProgramme> { programme, dice.Pick(others, p => Demand(p, date) * (p.Level == programme.Level ? 2 : 1)) }
            : [programme];
        var apprenticeship = dice.Chance(programme.Level switch
        {
            _ when !programme.IsTaught => 0.4,
            "Bac+2" => 0,
            "Bac+3" => 0.16 + (0.05 * YearsSince(date)),
            _ => 0.08 + (0.03 * YearsSince(date)),
        });
        var company = Company(programme, speciality, date, dice);
        return new OfferPlan(programmes, speciality, company, date, apprenticeship, Weeks(programme.Level, apprenticeship, dice));
    }

    // Who works in the speciality, else in its domain, else in the programme's.
    private SampleCompany Company(SampleProgramme programme, string speciality, DateOnly date, Dice dice)
    {
        const double outsideTheirTrade = 0.06;
        var domain = data.DomainOf[speciality];
        var fitting = data.Companies.Where(c => c.Specialities.Contains(speciality)).ToList();
        if (fitting.Count == 0 || dice.Chance(outsideTheirTrade)) fitting = [.. data.Companies.Where(c => c.Domains.Contains(domain))];
        if (fitting.Count == 0) fitting = [.. data.Companies.Where(c => c.Domains.Contains(programme.Domain))];
        return dice.Pick(fitting, c => Size(c) * trends[c.Siret].At(YearsSince(date)) * (c.Specialities[0] == speciality ? 2 : 1));
    }

    private static int Weeks(string level, bool apprenticeship, Dice dice) => (apprenticeship, level) switch
    {
        (true, _) => dice.Chance(0.7) ? 52 : 104,
        (_, "Bac+5") => dice.Chance(0.75) ? dice.Pick([16, 20, 22, 24, 26]) : dice.Pick([8, 10, 12]),
        (_, "Bac+3") => dice.Pick([8, 10, 12, 14, 16]),
        _ => dice.Pick([4, 6, 8]),
    };

    private SampleOffer Offer(OfferPlan plan, Dictionary<(string Siret, int Year), int> numbers, Dice dice)
    {
        const double levelMissing = 0.1;
        const double elsewhere = 0.06;
        const double secondContact = 0.3;
        var key = (plan.Company.Siret, plan.Date.Year);
        var number = numbers[key] = numbers.GetValueOrDefault(key) + 1 + dice.Below(9);
        var city = dice.Chance(elsewhere) ? dice.Pick(data.Companies).City : plan.Company.City;
        var (name, email) = (plan.Company.ContactName, plan.Company.ContactEmail);
        if (dice.Chance(secondContact)) (name, email) = (trends[plan.Company.Siret].Colleague(data), $"stages@{plan.Company.MailDomain}");
        return new SampleOffer(
            plan,
            string.Create(CultureInfo.InvariantCulture, $"{plan.Date.Year}-{number:0000}"),
            words.Write(plan, city, name, dice),
            dice.Chance(levelMissing) ? "" : plan.Programmes[0].Level,
            city,
            Start(plan, dice),
            Status(plan, dice),
            name,
            email);
    }

    private static DateOnly Start(OfferPlan plan, Dice dice)
    {
        const int notice = 14;
        const int september = 9;
        var soon = plan.Date.AddDays(notice);
        var day = plan.IsApprenticeship
            ? new DateOnly(soon.Year + (soon.Month >= september ? 1 : 0), september, 1)
            : new DateOnly(soon.Year, soon.Month, 1).AddMonths(1 + dice.Below(5));
        while (day.DayOfWeek is not DayOfWeek.Monday) day = day.AddDays(1);
        return day;
    }

    // Whom nobody teaches, few find.
    private string Status(OfferPlan plan, Dice dice)
    {
        var share = dice.Share();
        return plan.Date < today.AddMonths(-OpenMonths)
            ? share < (plan.IsTaught ? 0.6 : 0.25) ? "filled" : share < 0.9 ? "expired" : "withdrawn"
            : share < (plan.IsTaught ? 0.85 : 0.93) ? "published" : share < 0.96 ? "filled" : "withdrawn";
    }

    // The newest open offers are on their way: first to the inboxes somebody can sign in to, then to each component in turn.
    private static void Send(List<SampleOffer> offers)
    {
        var open = offers.Where(o => o.Status == "published" && o.Plan.IsTaught).Reverse().Take(Sent * Choice);
        var queues = open.GroupBy(o => o.Plan.Programmes[0].Component).OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new Queue<SampleOffer>(g));
        var left = Sent;
        foreach (var (component, count) in Inboxes)
        {
            if (!queues.TryGetValue(component, out var queue)) continue;
            for (var i = 0; i < count && queue.TryDequeue(out var offer); i++, left--) offer.Send();
        }
        while (left > 0 && queues.Values.Any(q => q.Count > 0))
        {
            foreach (var queue in queues.Values)
            {
                if (left > 0 && queue.TryDequeue(out var offer))
                {
                    offer.Send();
                    left--;
                }
            }
        }
    }

    /// <summary>How a company's recruiting moves: it may grow, shrink, or have begun within the three years.</summary>
    private sealed record Trend(double Growth, double Begins, int Person)
    {
        public static Trend Of(SampleCompany company, int seed)
        {
            var dice = new Dice(seed, company.Siret);
            return new Trend(-0.25 + (0.6 * dice.Share()), dice.Chance(0.1) ? dice.Share() * 2 : 0, dice.Below(int.MaxValue));
        }

        public double At(double years) => years < Begins ? 0 : Math.Pow(1 + Growth, years);

        public string Colleague(SampleData data) => $"{data.Given[Person % data.Given.Count]} {data.Family[Person % data.Family.Count]}";
    }
}

/// <summary>What an offer is to be, before it has words. The first programme is the one that it was written for.</summary>
internal sealed record OfferPlan(
    IReadOnlyList<SampleProgramme> Programmes, string Speciality, SampleCompany Company, DateOnly Date, bool IsApprenticeship, int Weeks)
{
    public bool IsTaught => Programmes[0].IsTaught;

    /// <summary>Of its programmes; none for a trade that none teaches.</summary>
    public IEnumerable<string> Codes => Programmes.Where(p => p.IsTaught).Select(p => p.Code);
}

/// <summary>One offer of the sample.</summary>
internal sealed record SampleOffer(
    OfferPlan Plan,
    string Reference,
    Wording Wording,
    string Level,
    string City,
    DateOnly Start,
    string Status,
    string ContactName,
    string ContactEmail)
{
    /// <summary>The programmes whose managers have it; none unless it was sent.</summary>
    public IReadOnlyList<SampleProgramme> SentTo { get; private set; } = [];

    /// <summary>What its managers answered; null for one that waits, or was never answered.</summary>
    public SampleAnswer? Answer { get; private set; }

    public void Send() => SentTo = Plan.Programmes;

    /// <summary>Was sent in the past, to the programme that it was written for.</summary>
    public void Send(SampleAnswer? answer) => (SentTo, Answer) = ([Plan.Programmes[0]], answer);
}
