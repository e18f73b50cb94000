using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Recruiting.Data.MySqlMigrations
{
    /// <inheritdoc />
    public partial class Judgements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DeclineCode",
                table: "recruiting_transmissions",
                type: "varchar(40)",
                maxLength: 40,
                nullable: true,
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.CreateTable(
                name: "recruiting_judgements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    OfferId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    ProgrammeId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    Fits = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    ByAccountId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    At = table.Column<DateTime>(type: "datetime(6)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recruiting_judgements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_recruiting_judgements_recruiting_offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "recruiting_offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateIndex(
                name: "IX_recruiting_judgements_OfferId_ProgrammeId",
                table: "recruiting_judgements",
                columns: new[] { "OfferId", "ProgrammeId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "recruiting_judgements");

            migrationBuilder.DropColumn(
                name: "DeclineCode",
                table: "recruiting_transmissions");
        }
    }
}
