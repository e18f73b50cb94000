using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Schooling.Data.Migrations
{
    /// <inheritdoc />
    public partial class StatisticsAndReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "schooling_figures",
                columns: table => new
                {
                    ScopeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Period = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Offers = table.Column<int>(type: "INTEGER", nullable: false),
                    Well = table.Column<int>(type: "INTEGER", nullable: false),
                    Filled = table.Column<int>(type: "INTEGER", nullable: false),
                    Hours = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_figures", x => new { x.ScopeId, x.Kind, x.Period, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "schooling_figurestates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    SnapshotId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CountedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_figurestates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "schooling_names",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    French = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    English = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_names", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "schooling_offerfacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CompanyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Company = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TaggedRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    Domain = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Skills = table.Column<string>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ComponentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UniversityId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Best = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LevelSought = table.Column<int>(type: "INTEGER", nullable: true),
                    YearOfStudy = table.Column<int>(type: "INTEGER", nullable: true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsPending = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counted = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_offerfacts", x => x.Id);
                });

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

            migrationBuilder.CreateTable(
                name: "schooling_searchfacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Domain = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Skills = table.Column<string>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsPending = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counted = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_searchfacts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "schooling_sentfacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ComponentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UniversityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsForwarded = table.Column<bool>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsPending = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counted = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_sentfacts", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_schooling_offerfacts_ComponentId_Day",
                table: "schooling_offerfacts",
                columns: new[] { "ComponentId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_schooling_offerfacts_Day",
                table: "schooling_offerfacts",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_schooling_offerfacts_IsPending_Day",
                table: "schooling_offerfacts",
                columns: new[] { "IsPending", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_schooling_offerfacts_ProgrammeId_Day",
                table: "schooling_offerfacts",
                columns: new[] { "ProgrammeId", "Day" });

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

            migrationBuilder.CreateIndex(
                name: "IX_schooling_searchfacts_Day",
                table: "schooling_searchfacts",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_schooling_searchfacts_IsPending_Day",
                table: "schooling_searchfacts",
                columns: new[] { "IsPending", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_schooling_sentfacts_Day",
                table: "schooling_sentfacts",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_schooling_sentfacts_IsPending_Day",
                table: "schooling_sentfacts",
                columns: new[] { "IsPending", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_schooling_sentfacts_ProgrammeId",
                table: "schooling_sentfacts",
                column: "ProgrammeId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "schooling_figures");

            migrationBuilder.DropTable(
                name: "schooling_figurestates");

            migrationBuilder.DropTable(
                name: "schooling_names");

            migrationBuilder.DropTable(
                name: "schooling_offerfacts");

            migrationBuilder.DropTable(
                name: "schooling_reports");

            migrationBuilder.DropTable(
                name: "schooling_reportsubscriptions");

            migrationBuilder.DropTable(
                name: "schooling_searchfacts");

            migrationBuilder.DropTable(
                name: "schooling_sentfacts");
        }
    }
}
