using System.Globalization;
using CsvHelper;

namespace SmartRecruiting.Host.Sample;

/// <summary>Makes offers and rosters out of the sample's building sentences: the same for the same seed, size and day.</summary>
internal sealed class SampleGenerator(string folder, int seed, int offers, DateOnly today)
{
    private const string Domain = "univ-grenoble.example";

    // Whose programme the two student accounts follow, and the components with a manager's account.
    private const string StudentsOf = "INFO-POLYTECH";
    private static readonly string[] Managed = [SampleOffers.FirstComponent, "IUT 1 Grenoble", "Faculté de Droit"];
    private static readonly string[] Recruiting = ["informatics", "industry"];

    private readonly SampleData data = new(folder);

    /// <summary>Three years of offers, oldest first, as the import of offers reads them.</summary>
    public string Offers() => Csv(
        [
            "siret", "reference", "title", "text", "kind", "level", "city", "start", "duration_weeks", "date", "status", "programme",
            "sent_to", "contact_name", "contact_email", "weekly_hours", "posts", "pay", "pay_unit", "remote",
            "answer", "answered", "students", "decline_code", "decline_words",
        ],
        new SampleOffers(data, seed, today).Make(offers).Select(string[] (o) =>
        [
            o.Plan.Company.Siret, o.Reference, o.Wording.Title, o.Wording.Text, o.Plan.IsApprenticeship ? "apprenticeship" : "internship",
            o.Level, o.City, Day(o.Start), o.Plan.Weeks.ToString(CultureInfo.InvariantCulture), Day(o.Plan.Date), o.Status,
            string.Join(';', o.Plan.Codes), string.Join(';', o.SentTo.Select(p => p.Code)), o.ContactName,
            o.ContactEmail, .. Terms(new SampleTerms(o, seed)), .. Answer(o.Answer),
        ]));

    private static string[] Terms(SampleTerms terms) =>
    [
        terms.WeeklyHours.ToString(CultureInfo.InvariantCulture), terms.Posts.ToString(CultureInfo.InvariantCulture),
        terms.Pay.ToString(CultureInfo.InvariantCulture), terms.PayUnit, terms.Remote,
    ];

    private static string[] Answer(SampleAnswer? answer) => answer switch
    {
        null => ["", "", "", "", ""],
        { DeclineCode: "" } => ["forwarded", Day(answer.Day), answer.Students.ToString(CultureInfo.InvariantCulture), "", ""],
        _ => ["declined", Day(answer.Day), "", answer.DeclineCode, answer.Words],
    };

    /// <summary>The students of every programme, as the import of rosters reads them.</summary>
    public string Students() => Csv(
        ["name", "email", "programme", "year", "opt_out"],
        Roster().Select(s => new[] { s.Name, s.Email, s.Programme, s.Year, s.OptedOut ? "yes" : "no" }));

    /// <summary>Somebody of each role to sign in as.</summary>
    public IEnumerable<SamplePerson> People()
    {
        foreach (var domain in Recruiting)
        {
            var company = data.Companies.Where(c => c.Domains[0] == domain).MaxBy(SampleOffers.Size)!;
            yield return new SamplePerson(Roles.Recruiter, company.ContactName, $"recruteur@{company.MailDomain}", company.Siret, null);
        }
        var dice = new Dice(seed, "staff");
        foreach (var component in Managed)
        {
            yield return new SamplePerson(Roles.Manager, Name(dice), $"scolarite.{MailPart(component)}@{Domain}", null, component);
        }
        yield return new SamplePerson(Roles.Director, Name(dice), $"direction@{Domain}", null, null);
        yield return new SamplePerson(Roles.Administrator, Name(dice), $"administration@{Domain}", null, null);
        foreach (var student in Roster().Where(s => s.Programme == StudentsOf && !s.OptedOut).Take(2))
        {
            yield return new SamplePerson(Roles.Student, student.Name, student.Email, null, null);
        }
    }

    private List<Student> Roster()
    {
        const double optOuts = 0.04;
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var students = new List<Student>();
        foreach (var programme in data.Programmes)
        {
            // Of its own dice each, so that a new programme leaves the students of the others as they are.
            var dice = new Dice(seed, "students of " + programme.Code);
            for (var i = 0; i < data.StudentsOf(programme); i++)
            {
                var (given, family) = (dice.Pick(data.Given), dice.Pick(data.Family));
                var mail = $"{MailPart(given)}.{MailPart(family)}";
                var number = taken[mail] = taken.GetValueOrDefault(mail) + 1;
                var email = $"{mail}{(number > 1 ? number.ToString(CultureInfo.InvariantCulture) : "")}@etu.{Domain}";
                students.Add(new Student($"{given} {family}", email, programme.Code, dice.Pick(programme.Years), dice.Chance(optOuts)));
            }
        }
        return students;
    }

    private string Name(Dice dice) => $"{dice.Pick(data.Given)} {dice.Pick(data.Family)}";

    private static string MailPart(string name) =>
        string.Concat(Roughness.WithoutAccents(name).ToLowerInvariant().Replace(' ', '-')
            .Where(c => char.IsAsciiLetterOrDigit(c) || c == '-'));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Csv(string[] head, IEnumerable<string[]> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture, leaveOpen: true))
        {
            foreach (var row in rows.Prepend(head))
            {
                foreach (var cell in row) csv.WriteField(cell);
                csv.NextRecord();
            }
        }
        return text.ToString();
    }

    private sealed record Student(string Name, string Email, string Programme, string Year, bool OptedOut);
}
