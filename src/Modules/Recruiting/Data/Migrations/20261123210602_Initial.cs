using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Recruiting.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "recruiting_companies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Siret = table.Column<string>(type: "TEXT", maxLength: 14, nullable: true),
                    ActiveSiret = table.Column<string>(type: "TEXT", maxLength: 14, nullable: true),
                    Siren = table.Column<string>(type: "TEXT", maxLength: 9, nullable: true),
                    LegalName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TradeName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Naf = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Headcount = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Postcode = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    City = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    InseeCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    Country = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Website = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Domains = table.Column<string>(type: "TEXT", nullable: false),
                    ContactName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ContactFunction = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ContactEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    ContactPhone = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    TakesSpontaneous = table.Column<bool>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Search = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recruiting_companies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "recruiting_outbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Event = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Handler = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    Lease = table.Column<Guid>(type: "TEXT", nullable: true),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Error = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recruiting_outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "recruiting_offers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CompanyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecruiterAccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Ticket = table.Column<Guid>(type: "TEXT", nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    City = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Starts = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DurationWeeks = table.Column<int>(type: "INTEGER", nullable: true),
                    ContactName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ContactEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PostedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    StatusBefore = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Domain = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Skills = table.Column<string>(type: "TEXT", nullable: false),
                    TaggedRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    TaggedBy = table.Column<int>(type: "INTEGER", nullable: false),
                    Search = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recruiting_offers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_recruiting_offers_recruiting_companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "recruiting_companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recruiting_recruiters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CompanyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recruiting_recruiters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_recruiting_recruiters_recruiting_companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "recruiting_companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recruiting_transmissions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Component = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Strength = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reasons = table.Column<string>(type: "TEXT", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ForwardedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    ForwardedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeclinedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeclineReason = table.Column<string>(type: "TEXT", nullable: true),
                    Search = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recruiting_transmissions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_recruiting_transmissions_recruiting_offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "recruiting_offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recruiting_forwards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TransmissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Students = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recruiting_forwards", x => x.Id);
                    table.ForeignKey(
                        name: "FK_recruiting_forwards_recruiting_transmissions_TransmissionId",
                        column: x => x.TransmissionId,
                        principalTable: "recruiting_transmissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_companies_ActiveSiret",
                table: "recruiting_companies",
                column: "ActiveSiret",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_forwards_TransmissionId",
                table: "recruiting_forwards",
                column: "TransmissionId");

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_offers_CompanyId_PostedAt",
                table: "recruiting_offers",
                columns: new[] { "CompanyId", "PostedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_offers_CompanyId_Reference",
                table: "recruiting_offers",
                columns: new[] { "CompanyId", "Reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_offers_CompanyId_Ticket",
                table: "recruiting_offers",
                columns: new[] { "CompanyId", "Ticket" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_offers_Status_EndsAt",
                table: "recruiting_offers",
                columns: new[] { "Status", "EndsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_outbox_DoneAt_DeadAt_DueAt",
                table: "recruiting_outbox",
                columns: new[] { "DoneAt", "DeadAt", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_recruiters_AccountId",
                table: "recruiting_recruiters",
                column: "AccountId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_recruiters_CompanyId",
                table: "recruiting_recruiters",
                column: "CompanyId");

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_transmissions_OfferId_ProgrammeId",
                table: "recruiting_transmissions",
                columns: new[] { "OfferId", "ProgrammeId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "recruiting_forwards");

            migrationBuilder.DropTable(
                name: "recruiting_outbox");

            migrationBuilder.DropTable(
                name: "recruiting_recruiters");

            migrationBuilder.DropTable(
                name: "recruiting_transmissions");

            migrationBuilder.DropTable(
                name: "recruiting_offers");

            migrationBuilder.DropTable(
                name: "recruiting_companies");
        }
    }
}
