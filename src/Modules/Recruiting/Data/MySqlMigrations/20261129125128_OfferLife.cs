using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace SmartRecruiting.Recruiting.Data.MySqlMigrations
{
    /// <inheritdoc />
    public partial class OfferLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "UnansweredAt",
                table: "recruiting_transmissions",
                type: "datetime(6)",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PublicationMonths",
                table: "recruiting_offers",
                type: "int",
                nullable: false,
                defaultValue: 2);

            migrationBuilder.AddColumn<int>(
                name: "RemindedDays",
                table: "recruiting_offers",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms_ApplyPhone",
                table: "recruiting_offers",
                type: "varchar(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms_ApplyUrl",
                table: "recruiting_offers",
                type: "varchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms_Benefits",
                table: "recruiting_offers",
                type: "varchar(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Terms_Ends",
                table: "recruiting_offers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Terms_IsAccessible",
                table: "recruiting_offers",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Terms_NightOrHoliday",
                table: "recruiting_offers",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<decimal>(
                name: "Terms_Pay",
                table: "recruiting_offers",
                type: "decimal(9,2)",
                precision: 9,
                scale: 2,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms_PayUnit",
                table: "recruiting_offers",
                type: "varchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Hour");

            migrationBuilder.AddColumn<int>(
                name: "Terms_Posts",
                table: "recruiting_offers",
                type: "int",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Terms_Remote",
                table: "recruiting_offers",
                type: "varchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms_RomeCodes",
                table: "recruiting_offers",
                type: "varchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms_Tutor",
                table: "recruiting_offers",
                type: "varchar(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Terms_WeeklyHours",
                table: "recruiting_offers",
                type: "decimal(4,2)",
                precision: 4,
                scale: 2,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "recruiting_attachments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    OfferId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    Place = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "varchar(120)", maxLength: 120, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Kind = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Length = table.Column<int>(type: "int", nullable: false),
                    Hash = table.Column<string>(type: "varchar(64)", maxLength: 64, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    By = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    At = table.Column<DateTime>(type: "datetime(6)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recruiting_attachments", x => x.Id);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "recruiting_legalchanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    What = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Before = table.Column<string>(type: "varchar(1500)", maxLength: 1500, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    After = table.Column<string>(type: "varchar(1500)", maxLength: 1500, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    By = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    At = table.Column<DateTime>(type: "datetime(6)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recruiting_legalchanges", x => x.Id);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "recruiting_legalrates",
                columns: table => new
                {
                    Year = table.Column<int>(type: "int", nullable: false),
                    Hourly = table.Column<decimal>(type: "decimal(5,2)", precision: 5, scale: 2, nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recruiting_legalrates", x => x.Year);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "recruiting_legalrules",
                columns: table => new
                {
                    Key = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Figure = table.Column<decimal>(type: "decimal(7,2)", precision: 7, scale: 2, nullable: true),
                    Article = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Since = table.Column<int>(type: "int", nullable: false),
                    French = table.Column<string>(type: "varchar(500)", maxLength: 500, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    English = table.Column<string>(type: "varchar(500)", maxLength: 500, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recruiting_legalrules", x => x.Key);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "recruiting_moderations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    OfferId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    OpenFor = table.Column<Guid>(type: "char(36)", nullable: true, collation: "ascii_general_ci"),
                    Cause = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Found = table.Column<string>(type: "varchar(1000)", maxLength: 1000, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    OpenedAt = table.Column<DateTime>(type: "datetime(6)", nullable: false),
                    Verdict = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: true, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    By = table.Column<Guid>(type: "char(36)", nullable: true, collation: "ascii_general_ci"),
                    DecidedAt = table.Column<DateTime>(type: "datetime(6)", nullable: true),
                    Words = table.Column<string>(type: "varchar(2000)", maxLength: 2000, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Approved = table.Column<string>(type: "varchar(64)", maxLength: 64, nullable: true, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recruiting_moderations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_recruiting_moderations_recruiting_offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "recruiting_offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "recruiting_offerchanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    OfferId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    From = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: true, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    To = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Deed = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    By = table.Column<Guid>(type: "char(36)", nullable: true, collation: "ascii_general_ci"),
                    At = table.Column<DateTime>(type: "datetime(6)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recruiting_offerchanges", x => x.Id);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "recruiting_offerreports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    OfferId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    Reason = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Words = table.Column<string>(type: "varchar(2000)", maxLength: 2000, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    At = table.Column<DateTime>(type: "datetime(6)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recruiting_offerreports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_recruiting_offerreports_recruiting_offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "recruiting_offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "recruiting_offerskills",
                columns: table => new
                {
                    OfferId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    SkillId = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recruiting_offerskills", x => new { x.OfferId, x.SkillId });
                    table.ForeignKey(
                        name: "FK_recruiting_offerskills_recruiting_offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "recruiting_offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "recruiting_optouts",
                columns: table => new
                {
                    CompanyId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    Token = table.Column<string>(type: "varchar(32)", maxLength: 32, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    IsOut = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    MailedAt = table.Column<DateTime>(type: "datetime(6)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recruiting_optouts", x => x.CompanyId);
                    table.ForeignKey(
                        name: "FK_recruiting_optouts_recruiting_companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "recruiting_companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.InsertData(
                table: "recruiting_legalrates",
                columns: new[] { "Year", "Hourly", "Revision" },
                values: new object[,]
                {
                    { 2024, 4.35m, 1 },
                    { 2025, 4.35m, 1 },
                    { 2026, 4.50m, 1 }
                });

            migrationBuilder.InsertData(
                table: "recruiting_legalrules",
                columns: new[] { "Key", "Article", "English", "Figure", "French", "Revision", "Since" },
                values: new object[,]
                {
                    { "Apprenticeship", "Code du travail, L6221-1 et L6325-1", "An apprenticeship is an employment contract: the rules of internships do not apply, and this assistant checks none.", null, "L’alternance est un contrat de travail : les règles du stage ne s’appliquent pas, et cet assistant n’en vérifie aucune.", 1, 2008 },
                    { "DaysAMonth", "Code de l’éducation, D124-6", "{0:0.##} days of presence, consecutive or not, make a month.", 22m, "{0:0.##} jours de présence, consécutifs ou non, font un mois.", 1, 2014 },
                    { "HoursADay", "Code de l’éducation, D124-6", "{0:0.##} hours of presence, consecutive or not, make a day.", 7m, "{0:0.##} heures de présence, consécutives ou non, font un jour.", 1, 2014 },
                    { "LongestStay", "Code de l’éducation, L124-5", "The same person may not be an intern at the same host for more than six months a teaching year: {0:0.##} hours of presence.", 924m, "Une même personne ne peut être en stage dans le même organisme plus de six mois par année d’enseignement, soit {0:0.##} heures de présence.", 1, 2014 },
                    { "MinimumPay", "Code de l’éducation, L124-6", "The pay is {0:0.##} % of the hourly social-security ceiling at least, which is set each year.", 15m, "La gratification est au moins de {0:0.##} % du plafond horaire de la sécurité sociale, fixé chaque année.", 1, 2015 },
                    { "PayDue", "Code de l’éducation, L124-6", "Pay is due beyond two months, that is {0:0.##} hours of presence, from the first hour on.", 308m, "La gratification est due au-delà de deux mois, soit {0:0.##} heures de présence, dès la première heure.", 1, 2014 },
                    { "QuotaFrom", "Code de l’éducation, R124-10", "The number of interns depends on the head count from {0:0.##} people on.", 20m, "Le nombre de stagiaires dépend de l’effectif à partir de {0:0.##} personnes.", 1, 2015 },
                    { "QuotaShare", "Code de l’éducation, L124-8 et R124-10", "At most {0:0.##} % of the head count may be interns in the same week, rounded up.", 15m, "Il y a au plus {0:0.##} % de l’effectif en stage la même semaine, arrondi au-dessus.", 1, 2015 },
                    { "QuotaSmall", "Code de l’éducation, L124-8 et R124-10", "A small host has {0:0.##} interns in the same week at most.", 3m, "Dans un petit organisme, il y a au plus {0:0.##} stagiaires la même semaine.", 1, 2015 },
                    { "TutorMost", "Code de l’éducation, R124-13", "One person is the tutor of {0:0.##} interns at the same time at most.", 3m, "Une même personne assure le tutorat de {0:0.##} stagiaires au plus en même temps.", 1, 2015 },
                    { "TutorNamed", "Code de l’éducation, L124-9", "The host names a tutor.", null, "L’organisme d’accueil désigne une personne pour le tutorat.", 1, 2014 },
                    { "WaitingPeriod", "Code de l’éducation, L124-11", "Between two internships on the same post, the length of the first one divided by {0:0.##} must pass.", 3m, "Entre deux stages sur un même poste, il faut attendre la durée du premier divisée par {0:0.##}.", 1, 2014 }
                });

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_offers_Domain_Status_Kind_CompanyId_PostedAt",
                table: "recruiting_offers",
                columns: new[] { "Domain", "Status", "Kind", "CompanyId", "PostedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_attachments_OfferId_Hash",
                table: "recruiting_attachments",
                columns: new[] { "OfferId", "Hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_attachments_OfferId_Place",
                table: "recruiting_attachments",
                columns: new[] { "OfferId", "Place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_legalchanges_At",
                table: "recruiting_legalchanges",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_moderations_OfferId_DecidedAt",
                table: "recruiting_moderations",
                columns: new[] { "OfferId", "DecidedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_moderations_OpenFor",
                table: "recruiting_moderations",
                column: "OpenFor",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_moderations_Verdict_OpenedAt",
                table: "recruiting_moderations",
                columns: new[] { "Verdict", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_offerchanges_OfferId_At",
                table: "recruiting_offerchanges",
                columns: new[] { "OfferId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_offerreports_OfferId_At",
                table: "recruiting_offerreports",
                columns: new[] { "OfferId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_offerskills_SkillId_OfferId",
                table: "recruiting_offerskills",
                columns: new[] { "SkillId", "OfferId" });

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_optouts_Token",
                table: "recruiting_optouts",
                column: "Token",
                unique: true);

            // What the model said of the offers that are there already.
            migrationBuilder.Sql("INSERT IGNORE INTO recruiting_offerskills (OfferId, SkillId) SELECT o.Id, s.Id FROM recruiting_offers o, JSON_TABLE(o.Skills, '$[*]' COLUMNS (Id VARCHAR(200) CHARACTER SET utf8mb4 PATH '$.Id', IsGeneral VARCHAR(5) PATH '$.IsGeneral')) s WHERE coalesce(s.IsGeneral, 'false') NOT IN ('true', '1') AND char_length(s.Id) <= 100;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "recruiting_attachments");

            migrationBuilder.DropTable(
                name: "recruiting_legalchanges");

            migrationBuilder.DropTable(
                name: "recruiting_legalrates");

            migrationBuilder.DropTable(
                name: "recruiting_legalrules");

            migrationBuilder.DropTable(
                name: "recruiting_moderations");

            migrationBuilder.DropTable(
                name: "recruiting_offerchanges");

            migrationBuilder.DropTable(
                name: "recruiting_offerreports");

            migrationBuilder.DropTable(
                name: "recruiting_offerskills");

            migrationBuilder.DropTable(
                name: "recruiting_optouts");

            migrationBuilder.DropIndex(
                name: "IX_recruiting_offers_Domain_Status_Kind_CompanyId_PostedAt",
                table: "recruiting_offers");

            migrationBuilder.DropColumn(
                name: "UnansweredAt",
                table: "recruiting_transmissions");

            migrationBuilder.DropColumn(
                name: "PublicationMonths",
                table: "recruiting_offers");

            migrationBuilder.DropColumn(
                name: "RemindedDays",
                table: "recruiting_offers");

            migrationBuilder.DropColumn(
                name: "Terms_ApplyPhone",
                table: "recruiting_offers");

            migrationBuilder.DropColumn(
                name: "Terms_ApplyUrl",
                table: "recruiting_offers");

            migrationBuilder.DropColumn(
                name: "Terms_Benefits",
                table: "recruiting_offers");

            migrationBuilder.DropColumn(
                name: "Terms_Ends",
                table: "recruiting_offers");

            migrationBuilder.DropColumn(
                name: "Terms_IsAccessible",
                table: "recruiting_offers");

            migrationBuilder.DropColumn(
                name: "Terms_NightOrHoliday",
                table: "recruiting_offers");

            migrationBuilder.DropColumn(
                name: "Terms_Pay",
                table: "recruiting_offers");

            migrationBuilder.DropColumn(
                name: "Terms_PayUnit",
                table: "recruiting_offers");

            migrationBuilder.DropColumn(
                name: "Terms_Posts",
                table: "recruiting_offers");

            migrationBuilder.DropColumn(
                name: "Terms_Remote",
                table: "recruiting_offers");

            migrationBuilder.DropColumn(
                name: "Terms_RomeCodes",
                table: "recruiting_offers");

            migrationBuilder.DropColumn(
                name: "Terms_Tutor",
                table: "recruiting_offers");

            migrationBuilder.DropColumn(
                name: "Terms_WeeklyHours",
                table: "recruiting_offers");
        }
    }
}
