using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Matching.Data.Migrations
{
    /// <inheritdoc />
    public partial class Training : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "LastLabel",
                table: "matching_models",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BestStrength",
                table: "matching_offers",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Week",
                table: "matching_offers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Bytes",
                table: "matching_models",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<double>(
                name: "Ece",
                table: "matching_models",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Facts",
                table: "matching_models",
                type: "TEXT",
                nullable: false,
                defaultValue: "{\"Sources\":{},\"Against\":0,\"WithoutExample\":0,\"Figures\":null,\"ComparedWith\":null,\"Other\":null}");

            migrationBuilder.AddColumn<string>(
                name: "Finding",
                table: "matching_models",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "First");

            migrationBuilder.AddColumn<int>(
                name: "Labels",
                table: "matching_models",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<double>(
                name: "Rare",
                table: "matching_models",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "StrongPrecision",
                table: "matching_models",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Top1",
                table: "matching_models",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Top5",
                table: "matching_models",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Zero",
                table: "matching_models",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "By",
                table: "matching_labels",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "matching_model_parts",
                columns: table => new
                {
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Use = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matching_model_parts", x => new { x.Version, x.Use, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "matching_promotions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matching_promotions", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "matching_runs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slot = table.Column<int>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Progress = table.Column<double>(type: "REAL", nullable: false),
                    IsUnwanted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Holder = table.Column<Guid>(type: "TEXT", nullable: true),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: true),
                    Error = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matching_runs", x => x.Id);
                });

            // What was trained before goes on serving.
            migrationBuilder.Sql(
                """INSERT INTO "matching_model_parts" ("Version", "Use", "Number", "Content") SELECT "Version", 'Serving', 0, "Content" FROM "matching_models";""");
            migrationBuilder.Sql(
                """INSERT INTO "matching_promotions" ("Number", "Version", "At") SELECT "Version", "Version", "PromotedAt" FROM "matching_models" WHERE "PromotedAt" IS NOT NULL;""");

            // Not DropColumn: it rebuilds the table outside the transaction, and a kill would leave half of it.
            migrationBuilder.Sql("ALTER TABLE \"matching_models\" DROP COLUMN \"Content\";");

            migrationBuilder.Sql("ALTER TABLE \"matching_models\" DROP COLUMN \"PromotedAt\";");

            migrationBuilder.CreateIndex(
                name: "IX_matching_offers_Week_BestStrength",
                table: "matching_offers",
                columns: new[] { "Week", "BestStrength" });

            migrationBuilder.CreateIndex(
                name: "IX_matching_promotions_Version",
                table: "matching_promotions",
                column: "Version");

            migrationBuilder.CreateIndex(
                name: "IX_matching_runs_RequestedAt",
                table: "matching_runs",
                column: "RequestedAt");

            migrationBuilder.CreateIndex(
                name: "IX_matching_runs_Slot",
                table: "matching_runs",
                column: "Slot",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "matching_model_parts");

            migrationBuilder.DropTable(
                name: "matching_promotions");

            migrationBuilder.DropTable(
                name: "matching_runs");

            migrationBuilder.DropIndex(
                name: "IX_matching_offers_Week_BestStrength",
                table: "matching_offers");

            migrationBuilder.DropColumn(
                name: "BestStrength",
                table: "matching_offers");

            migrationBuilder.DropColumn(
                name: "Week",
                table: "matching_offers");

            migrationBuilder.DropColumn(
                name: "Bytes",
                table: "matching_models");

            migrationBuilder.DropColumn(
                name: "Ece",
                table: "matching_models");

            migrationBuilder.DropColumn(
                name: "Facts",
                table: "matching_models");

            migrationBuilder.DropColumn(
                name: "Finding",
                table: "matching_models");

            migrationBuilder.DropColumn(
                name: "Labels",
                table: "matching_models");

            migrationBuilder.DropColumn(
                name: "Rare",
                table: "matching_models");

            migrationBuilder.DropColumn(
                name: "StrongPrecision",
                table: "matching_models");

            migrationBuilder.DropColumn(
                name: "Top1",
                table: "matching_models");

            migrationBuilder.DropColumn(
                name: "Top5",
                table: "matching_models");

            migrationBuilder.DropColumn(
                name: "Zero",
                table: "matching_models");

            migrationBuilder.DropColumn(
                name: "By",
                table: "matching_labels");

            migrationBuilder.DropColumn(
                name: "LastLabel",
                table: "matching_models");

            migrationBuilder.AddColumn<DateTime>(
                name: "PromotedAt",
                table: "matching_models",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Content",
                table: "matching_models",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);
        }
    }
}
