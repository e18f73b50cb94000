using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Recruiting.Data.MySqlMigrations
{
    /// <inheritdoc />
    public partial class Companies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "AskedAt",
                table: "recruiting_recruiters",
                type: "datetime(6)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "recruiting_recruiters",
                type: "varchar(2)",
                maxLength: 2,
                nullable: false,
                defaultValue: "fr",
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "recruiting_recruiters",
                type: "varchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Accepted",
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<DateTime>(
                name: "DecidedAt",
                table: "recruiting_companies",
                type: "datetime(6)",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "KnownSince",
                table: "recruiting_companies",
                type: "datetime(6)",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "MergedIntoId",
                table: "recruiting_companies",
                type: "char(36)",
                nullable: true,
                collation: "ascii_general_ci");

            migrationBuilder.AddColumn<Guid>(
                name: "RequestedBy",
                table: "recruiting_companies",
                type: "char(36)",
                nullable: true,
                collation: "ascii_general_ci");

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "recruiting_companies",
                type: "int",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "recruiting_companychanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    CompanyId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    Status = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    By = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    Role = table.Column<string>(type: "varchar(20)", maxLength: 20, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    At = table.Column<DateTime>(type: "datetime(6)", nullable: false),
                    Reason = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Words = table.Column<string>(type: "varchar(2000)", maxLength: 2000, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4")
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
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "recruiting_contacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    CompanyId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    Name = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Function = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: true, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Email = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: true, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Phone = table.Column<string>(type: "varchar(30)", maxLength: 30, nullable: true, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    TakesSpontaneous = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    Shown = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    IsOfFile = table.Column<bool>(type: "tinyint(1)", nullable: false)
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
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "recruiting_wanted",
                columns: table => new
                {
                    OfferId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    ProgrammeId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci")
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
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

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

            migrationBuilder.AddColumn<string>(
                name: "ContactEmail",
                table: "recruiting_companies",
                type: "varchar(254)",
                maxLength: 254,
                nullable: true,
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<string>(
                name: "ContactFunction",
                table: "recruiting_companies",
                type: "varchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<string>(
                name: "ContactName",
                table: "recruiting_companies",
                type: "varchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<string>(
                name: "ContactPhone",
                table: "recruiting_companies",
                type: "varchar(30)",
                maxLength: 30,
                nullable: true,
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<bool>(
                name: "TakesSpontaneous",
                table: "recruiting_companies",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: false);
        }
    }
}
