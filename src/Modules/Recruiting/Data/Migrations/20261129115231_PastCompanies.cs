using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Recruiting.Data.Migrations
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
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SkillId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
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
                });

            migrationBuilder.CreateTable(
                name: "recruiting_optouts",
                columns: table => new
                {
                    CompanyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Token = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    IsOut = table.Column<bool>(type: "INTEGER", nullable: false),
                    MailedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
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
                });

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
            migrationBuilder.Sql("INSERT OR IGNORE INTO recruiting_offerskills (OfferId, SkillId) SELECT o.Id, json_extract(s.value, '$.Id') FROM recruiting_offers o, json_each(o.Skills) s WHERE NOT coalesce(json_extract(s.value, '$.IsGeneral'), 0) AND length(json_extract(s.value, '$.Id')) <= 100;");
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
