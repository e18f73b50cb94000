using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Matching.Data.MySqlMigrations
{
    /// <inheritdoc />
    public partial class Training : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "BestStrength",
                table: "matching_offers",
                type: "varchar(40)",
                maxLength: 40,
                nullable: true,
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<DateOnly>(
                name: "Week",
                table: "matching_offers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Bytes",
                table: "matching_models",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<double>(
                name: "Ece",
                table: "matching_models",
                type: "double",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Facts",
                table: "matching_models",
                type: "longtext",
                nullable: false,
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<string>(
                name: "Finding",
                table: "matching_models",
                type: "varchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "First",
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<int>(
                name: "Labels",
                table: "matching_models",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "LastLabel",
                table: "matching_models",
                type: "char(36)",
                nullable: true,
                collation: "ascii_general_ci");

            migrationBuilder.AddColumn<double>(
                name: "Rare",
                table: "matching_models",
                type: "double",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "StrongPrecision",
                table: "matching_models",
                type: "double",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Top1",
                table: "matching_models",
                type: "double",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Top5",
                table: "matching_models",
                type: "double",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Zero",
                table: "matching_models",
                type: "double",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "By",
                table: "matching_labels",
                type: "char(36)",
                nullable: true,
                collation: "ascii_general_ci");

            migrationBuilder.CreateTable(
                name: "matching_model_parts",
                columns: table => new
                {
                    Version = table.Column<int>(type: "int", nullable: false),
                    Use = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<byte[]>(type: "longblob", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matching_model_parts", x => new { x.Version, x.Use, x.Number });
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "matching_promotions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime(6)", nullable: false),
                    By = table.Column<Guid>(type: "char(36)", nullable: true, collation: "ascii_general_ci"),
                    ByName = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: true, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matching_promotions", x => x.Number);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "matching_runs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    Slot = table.Column<int>(type: "int", nullable: true),
                    State = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Cause = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    RequestedAt = table.Column<DateTime>(type: "datetime(6)", nullable: false),
                    By = table.Column<Guid>(type: "char(36)", nullable: true, collation: "ascii_general_ci"),
                    ByName = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: true, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    StartedAt = table.Column<DateTime>(type: "datetime(6)", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime(6)", nullable: true),
                    Progress = table.Column<double>(type: "double", nullable: false),
                    IsUnwanted = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    Holder = table.Column<Guid>(type: "char(36)", nullable: true, collation: "ascii_general_ci"),
                    LeasedUntil = table.Column<DateTime>(type: "datetime(6)", nullable: true),
                    Tries = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: true),
                    Error = table.Column<string>(type: "varchar(500)", maxLength: 500, nullable: true, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matching_runs", x => x.Id);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            // What was trained before goes on serving.
            migrationBuilder.Sql(
                """INSERT INTO `matching_model_parts` (`Version`, `Use`, `Number`, `Content`) SELECT `Version`, 'Serving', 0, `Content` FROM `matching_models`;""");
            migrationBuilder.Sql(
                """INSERT INTO `matching_promotions` (`Number`, `Version`, `At`) SELECT `Version`, `Version`, `PromotedAt` FROM `matching_models` WHERE `PromotedAt` IS NOT NULL;""");

            migrationBuilder.Sql("UPDATE `matching_models` SET `Facts` = '{\"Sources\":{},\"Against\":0,\"WithoutExample\":0,\"Figures\":null,\"ComparedWith\":null,\"Other\":null}';");

            migrationBuilder.DropColumn(
                name: "Content",
                table: "matching_models");

            migrationBuilder.DropColumn(
                name: "PromotedAt",
                table: "matching_models");

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
                name: "LastLabel",
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

            migrationBuilder.AddColumn<byte[]>(
                name: "Content",
                table: "matching_models",
                type: "longblob",
                nullable: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "PromotedAt",
                table: "matching_models",
                type: "datetime(6)",
                nullable: true);
        }
    }
}
