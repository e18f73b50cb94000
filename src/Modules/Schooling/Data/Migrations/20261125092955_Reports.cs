using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Schooling.Data.Migrations
{
    /// <inheritdoc />
    public partial class Reports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "schooling_reports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UniversityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    University = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Year = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SnapshotId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    French = table.Column<string>(type: "TEXT", nullable: false),
                    English = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_reports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "schooling_reportsubscriptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    StopToken = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    MailedMonth = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_reportsubscriptions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_schooling_reports_MadeAt",
                table: "schooling_reports",
                column: "MadeAt");

            migrationBuilder.CreateIndex(
                name: "IX_schooling_reports_UniversityId_Year_SnapshotId",
                table: "schooling_reports",
                columns: new[] { "UniversityId", "Year", "SnapshotId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_schooling_reportsubscriptions_AccountId",
                table: "schooling_reportsubscriptions",
                column: "AccountId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_schooling_reportsubscriptions_StopToken",
                table: "schooling_reportsubscriptions",
                column: "StopToken",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "schooling_reports");

            migrationBuilder.DropTable(
                name: "schooling_reportsubscriptions");
        }
    }
}
