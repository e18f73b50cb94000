using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Students.Data.Migrations
{
    /// <inheritdoc />
    public partial class WaitingStudents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "By",
                table: "students_forwards",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "students_waiting",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProgrammeName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DeclinedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_students_waiting", x => x.AccountId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_students_waiting_Email",
                table: "students_waiting",
                column: "Email");

            migrationBuilder.CreateIndex(
                name: "IX_students_waiting_ProgrammeId_Since",
                table: "students_waiting",
                columns: new[] { "ProgrammeId", "Since" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "students_waiting");

            migrationBuilder.DropColumn(
                name: "By",
                table: "students_forwards");
        }
    }
}
