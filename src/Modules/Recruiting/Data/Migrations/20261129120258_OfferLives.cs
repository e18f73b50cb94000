using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Recruiting.Data.Migrations
{
    /// <inheritdoc />
    public partial class OfferLives : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "PublicationMonths",
                table: "recruiting_offers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 2);

            migrationBuilder.AddColumn<int>(
                name: "RemindedDays",
                table: "recruiting_offers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "recruiting_attachments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Length = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recruiting_attachments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "recruiting_offerchanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    To = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Deed = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recruiting_offerchanges", x => x.Id);
                });

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
                name: "IX_recruiting_offerchanges_OfferId_At",
                table: "recruiting_offerchanges",
                columns: new[] { "OfferId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "recruiting_attachments");

            migrationBuilder.DropTable(
                name: "recruiting_offerchanges");

            migrationBuilder.DropColumn(
                name: "PublicationMonths",
                table: "recruiting_offers");

            migrationBuilder.DropColumn(
                name: "RemindedDays",
                table: "recruiting_offers");
        }
    }
}
