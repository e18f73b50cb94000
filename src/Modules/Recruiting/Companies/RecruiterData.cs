using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Calendar;
using SmartRecruiting.Recruiting.Attachments;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Companies;

/// <summary>What this module keeps of a person: a recruiter, somebody a company named as its contact, who posted or judged something.</summary>
internal sealed class RecruiterData(RecruitingDb db, AttachFile files, IStringLocalizer<Text> text) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalPart>> ReadAsync(PersonalOwner owner, CancellationToken cancellation)
    {
        var (me, email) = (owner.AccountId, owner.Email);
        var recruiters = await (
            from recruiter in db.Recruiters
            join company in db.Companies on recruiter.CompanyId equals company.Id
            where recruiter.AccountId == me
            select new { recruiter.Name, recruiter.Email, Company = company.TradeName ?? company.LegalName }).ToListAsync(cancellation);
        var contacts = await db.Contacts.Where(c => c.Email == email).ToListAsync(cancellation);
        var offers = await db.Offers.Where(o => o.RecruiterAccountId == me || o.ContactEmail == email).OrderBy(o => o.PostedAt)
            .Select(o => new { o.Title, o.Text, o.PostedAt, o.ContactName, o.ContactEmail }).ToListAsync(cancellation);
        var judgements = await db.Judgements.Where(j => j.ByAccountId == me).OrderBy(j => j.At).Select(j => new { j.OfferId, j.ProgrammeId, j.At }).ToListAsync(cancellation);
        var changes = await db.CompanyChanges.Where(c => c.By == me).OrderBy(c => c.At).Select(c => new { c.At, c.Words }).ToListAsync(cancellation);
        var deeds = await db.OfferChanges.Where(c => c.By == me).OrderBy(c => c.At).Select(c => new { c.OfferId, c.Deed, c.At }).ToListAsync(cancellation);
        var attachments = await db.Attachments.Where(a => a.By == me).OrderBy(a => a.At).Select(a => new { a.OfferId, a.Name, a.At }).ToListAsync(cancellation);
        var looks = await db.Moderations.Where(m => m.By == me).OrderBy(m => m.DecidedAt).Select(m => new { At = m.DecidedAt!.Value, m.Words }).ToListAsync(cancellation);
        var rules = await db.LegalChanges.Where(c => c.By == me).OrderBy(c => c.At).Select(c => new { c.At, Words = c.What + " " + c.After }).ToListAsync(cancellation);
        return
        [
            Part("MyCompany", recruiters, r => [("Name", r.Name), ("Email", r.Email), ("Company", r.Company)]),
            Part("MyContacts", contacts, c => [("Name", c.Name), ("Function", c.Function), ("Email", c.Email), ("Phone", c.Phone)]),
            Part("MyOffers", offers, o => [("OfferTitle", o.Title), ("OfferText", o.Text), ("Date", o.PostedAt.InFrance().ToString("g")), ("Name", o.ContactName), ("Email", o.ContactEmail)]),
            Part("MyJudgements", judgements, j => [("Offer", j.OfferId.ToString()), ("Programme", j.ProgrammeId.ToString()), ("Date", j.At.InFrance().ToString("g"))]),
            Part("MyDeeds", deeds, d => [("Offer", d.OfferId.ToString()), ("WhatHappened", text["Deed" + d.Deed]), ("Date", d.At.InFrance().ToString("g"))]),
            Part("MyAttachments", attachments, a => [("Offer", a.OfferId.ToString()), ("Name", a.Name), ("Date", a.At.InFrance().ToString("g"))]),
            Part("MyDecisions", looks.Concat(rules), d => [("Date", d.At.InFrance().ToString("g")), ("Words", d.Words)]),
            Part("MyAnswers", changes, c => [("Date", c.At.InFrance().ToString("g")), ("Words", c.Words)]),
        ];
    }

    public async Task EraseAsync(PersonalOwner owner, CancellationToken cancellation)
    {
        var (me, email) = (owner.AccountId, owner.Email);
        await db.Recruiters.Where(r => r.AccountId == me).ExecuteDeleteAsync(cancellation);
        await db.Contacts.Where(c => c.Email == email).ExecuteDeleteAsync(cancellation);
        // Nobody can look for a name inside of them.
        await files.RemoveAsync(db.Attachments.Where(a => a.By == me), cancellation);
        // An address that nobody reads is worse than none: the offer says where its company is.
        await db.Offers.Where(o => o.ContactEmail == email).ExecuteUpdateAsync(
            set => set.SetProperty(o => o.ContactName, (string?)null).SetProperty(o => o.ContactEmail, (string?)null), cancellation);
    }

    private PersonalPart Part<T>(string title, IEnumerable<T> rows, Func<T, (string Name, string? Value)[]> fields) =>
        new(text[title], [.. rows.Select(row => fields(row).ToDictionary(f => text[f.Name].Value, f => f.Value ?? ""))]);
}
