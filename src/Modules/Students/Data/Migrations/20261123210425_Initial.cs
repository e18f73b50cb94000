using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Students.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "students_forwards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Company = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    City = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Starts = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DurationWeeks = table.Column<int>(type: "INTEGER", nullable: true),
                    ContactName = table.Column<string>(type: "TEXT", nullable: true),
                    ContactEmail = table.Column<string>(type: "TEXT", nullable: true),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    ForwardedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Search = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_students_forwards", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "students_outbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Event = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Handler = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    Lease = table.Column<Guid>(type: "TEXT", nullable: true),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Error = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_students_outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "students_roster",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeCode = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    OptedOut = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChosenByStudent = table.Column<bool>(type: "INTEGER", nullable: false),
                    StopToken = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Search = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_students_roster", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "students_forwarded_offers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ForwardId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RosterEntryId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_students_forwarded_offers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_students_forwarded_offers_students_forwards_ForwardId",
                        column: x => x.ForwardId,
                        principalTable: "students_forwards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_students_forwarded_offers_students_roster_RosterEntryId",
                        column: x => x.RosterEntryId,
                        principalTable: "students_roster",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_students_forwarded_offers_ForwardId_RosterEntryId",
                table: "students_forwarded_offers",
                columns: new[] { "ForwardId", "RosterEntryId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_students_forwarded_offers_RosterEntryId",
                table: "students_forwarded_offers",
                column: "RosterEntryId");

            migrationBuilder.CreateIndex(
                name: "IX_students_outbox_DoneAt_DeadAt_DueAt",
                table: "students_outbox",
                columns: new[] { "DoneAt", "DeadAt", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_students_roster_Email_ProgrammeId",
                table: "students_roster",
                columns: new[] { "Email", "ProgrammeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_students_roster_ProgrammeId_Year",
                table: "students_roster",
                columns: new[] { "ProgrammeId", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_students_roster_StopToken",
                table: "students_roster",
                column: "StopToken",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "students_forwarded_offers");

            migrationBuilder.DropTable(
                name: "students_outbox");

            migrationBuilder.DropTable(
                name: "students_forwards");

            migrationBuilder.DropTable(
                name: "students_roster");
        }
    }
}
