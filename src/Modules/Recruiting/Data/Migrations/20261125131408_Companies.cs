using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Recruiting.Data.Migrations
{
    /// <inheritdoc />
    public partial class Companies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "recruiting_companies",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<DateTime>(
                name: "AskedAt",
                table: "recruiting_recruiters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "recruiting_recruiters",
                type: "TEXT",
                maxLength: 2,
                nullable: false,
                defaultValue: "fr");

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "recruiting_recruiters",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Accepted");

            migrationBuilder.AddColumn<DateTime>(
                name: "DecidedAt",
                table: "recruiting_companies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "KnownSince",
                table: "recruiting_companies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "MergedIntoId",
                table: "recruiting_companies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RequestedBy",
                table: "recruiting_companies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "recruiting_companychanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CompanyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recruiting_companychanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_recruiting_companychanges_recruiting_companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "recruiting_companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recruiting_contacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CompanyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Function = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    TakesSpontaneous = table.Column<bool>(type: "INTEGER", nullable: false),
                    Shown = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsOfFile = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recruiting_contacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_recruiting_contacts_recruiting_companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "recruiting_companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recruiting_wanted",
                columns: table => new
                {
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recruiting_wanted", x => new { x.OfferId, x.ProgrammeId });
                    table.ForeignKey(
                        name: "FK_recruiting_wanted_recruiting_offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "recruiting_offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_companies_MergedIntoId",
                table: "recruiting_companies",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_companies_Postcode",
                table: "recruiting_companies",
                column: "Postcode");

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_companies_Siren",
                table: "recruiting_companies",
                column: "Siren");

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_companies_Siret",
                table: "recruiting_companies",
                column: "Siret");

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_companychanges_CompanyId_At",
                table: "recruiting_companychanges",
                columns: new[] { "CompanyId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_contacts_CompanyId",
                table: "recruiting_contacts",
                column: "CompanyId");

            // The contact that each company had in its own row.
            migrationBuilder.Sql(
                """
                INSERT INTO recruiting_contacts (Id, CompanyId, Name, Function, Email, Phone, TakesSpontaneous, Shown, IsOfFile)
                SELECT Id, Id, COALESCE(ContactName, ContactEmail, ContactPhone), ContactFunction, ContactEmail, ContactPhone, TakesSpontaneous, 'All', 1
                FROM recruiting_companies
                WHERE COALESCE(ContactName, ContactEmail, ContactPhone) IS NOT NULL
                """);

            migrationBuilder.DropColumn(
                name: "ContactEmail",
                table: "recruiting_companies");

            migrationBuilder.DropColumn(
                name: "ContactFunction",
                table: "recruiting_companies");

            migrationBuilder.DropColumn(
                name: "ContactName",
                table: "recruiting_companies");

            migrationBuilder.DropColumn(
                name: "ContactPhone",
                table: "recruiting_companies");

            migrationBuilder.DropColumn(
                name: "TakesSpontaneous",
                table: "recruiting_companies");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "recruiting_companychanges");

            migrationBuilder.DropTable(
                name: "recruiting_contacts");

            migrationBuilder.DropTable(
                name: "recruiting_wanted");

            migrationBuilder.DropIndex(
                name: "IX_recruiting_companies_MergedIntoId",
                table: "recruiting_companies");

            migrationBuilder.DropIndex(
                name: "IX_recruiting_companies_Postcode",
                table: "recruiting_companies");

            migrationBuilder.DropIndex(
                name: "IX_recruiting_companies_Siren",
                table: "recruiting_companies");

            migrationBuilder.DropIndex(
                name: "IX_recruiting_companies_Siret",
                table: "recruiting_companies");

            migrationBuilder.DropColumn(
                name: "AskedAt",
                table: "recruiting_recruiters");

            migrationBuilder.DropColumn(
                name: "Language",
                table: "recruiting_recruiters");

            migrationBuilder.DropColumn(
                name: "State",
                table: "recruiting_recruiters");

            migrationBuilder.DropColumn(
                name: "DecidedAt",
                table: "recruiting_companies");

            migrationBuilder.DropColumn(
                name: "KnownSince",
                table: "recruiting_companies");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "recruiting_companies");

            migrationBuilder.DropColumn(
                name: "RequestedBy",
                table: "recruiting_companies");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "recruiting_companies");

            migrationBuilder.AddColumn<bool>(
                name: "TakesSpontaneous",
                table: "recruiting_companies",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "ContactEmail",
                table: "recruiting_companies",
                type: "TEXT",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContactFunction",
                table: "recruiting_companies",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContactName",
                table: "recruiting_companies",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContactPhone",
                table: "recruiting_companies",
                type: "TEXT",
                maxLength: 30,
                nullable: true);
        }
    }
}
