using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Recruiting.Data.MySqlMigrations
{
    /// <inheritdoc />
    public partial class OfferTerms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
