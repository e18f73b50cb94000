using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Students.Data.Migrations
{
    /// <inheritdoc />
    public partial class StudentSide : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "AccountId",
                table: "students_roster",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsClosed",
                table: "students_roster",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "ToldAt",
                table: "students_forwarded_offers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "students_erased",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Salt = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_students_erased", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "students_marks",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HiddenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AppliedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReportedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ToldAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_students_marks", x => new { x.AccountId, x.OfferId });
                });

            migrationBuilder.CreateTable(
                name: "students_offers",
                columns: table => new
                {
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Company = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    City = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_students_offers", x => x.OfferId);
                });

            migrationBuilder.CreateTable(
                name: "students_searches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_students_searches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "students_sent",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_students_sent", x => new { x.AccountId, x.OfferId });
                });

            migrationBuilder.CreateTable(
                name: "students_students",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Languages = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    WantsMails = table.Column<bool>(type: "INTEGER", nullable: false),
                    StopToken = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    IsClosed = table.Column<bool>(type: "INTEGER", nullable: false),
                    LastNews = table.Column<Guid>(type: "TEXT", nullable: false),
                    MailedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_students_students", x => x.AccountId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_students_roster_AccountId",
                table: "students_roster",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_students_forwards_OfferId",
                table: "students_forwards",
                column: "OfferId");

            migrationBuilder.CreateIndex(
                name: "IX_students_marks_OfferId",
                table: "students_marks",
                column: "OfferId");

            migrationBuilder.CreateIndex(
                name: "IX_students_offers_ClosedAt",
                table: "students_offers",
                column: "ClosedAt");

            migrationBuilder.CreateIndex(
                name: "IX_students_searches_AccountId_Key",
                table: "students_searches",
                columns: new[] { "AccountId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_students_sent_AccountId_At",
                table: "students_sent",
                columns: new[] { "AccountId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_students_students_Email",
                table: "students_students",
                column: "Email");

            migrationBuilder.CreateIndex(
                name: "IX_students_students_StopToken",
                table: "students_students",
                column: "StopToken",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "students_erased");

            migrationBuilder.DropTable(
                name: "students_marks");

            migrationBuilder.DropTable(
                name: "students_offers");

            migrationBuilder.DropTable(
                name: "students_searches");

            migrationBuilder.DropTable(
                name: "students_sent");

            migrationBuilder.DropTable(
                name: "students_students");

            migrationBuilder.DropIndex(
                name: "IX_students_roster_AccountId",
                table: "students_roster");

            migrationBuilder.DropIndex(
                name: "IX_students_forwards_OfferId",
                table: "students_forwards");

            migrationBuilder.DropColumn(
                name: "AccountId",
                table: "students_roster");

            migrationBuilder.DropColumn(
                name: "IsClosed",
                table: "students_roster");

            migrationBuilder.DropColumn(
                name: "ToldAt",
                table: "students_forwarded_offers");
        }
    }
}
