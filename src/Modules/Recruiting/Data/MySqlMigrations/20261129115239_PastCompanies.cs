using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Recruiting.Data.MySqlMigrations
{
    /// <inheritdoc />
    public partial class PastCompanies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_offers_Domain_Status_Kind_CompanyId_PostedAt",
                table: "recruiting_offers",
                columns: new[] { "Domain", "Status", "Kind", "CompanyId", "PostedAt" });

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
                name: "recruiting_offerskills");

            migrationBuilder.DropTable(
                name: "recruiting_optouts");

            migrationBuilder.DropIndex(
                name: "IX_recruiting_offers_Domain_Status_Kind_CompanyId_PostedAt",
                table: "recruiting_offers");
        }
    }
}
