using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Recruiting.Data.Migrations
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
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "recruiting_judgements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Fits = table.Column<bool>(type: "INTEGER", nullable: false),
                    ByAccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                });

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
