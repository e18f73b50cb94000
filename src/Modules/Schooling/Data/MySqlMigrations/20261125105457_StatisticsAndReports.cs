using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Schooling.Data.MySqlMigrations
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
                    ScopeId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    Kind = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Period = table.Column<int>(type: "int", nullable: false),
                    Key = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Offers = table.Column<int>(type: "int", nullable: false),
                    Well = table.Column<int>(type: "int", nullable: false),
                    Filled = table.Column<int>(type: "int", nullable: false),
                    Hours = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_figures", x => new { x.ScopeId, x.Kind, x.Period, x.Key });
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "schooling_figurestates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    SnapshotId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    CountedAt = table.Column<DateTime>(type: "datetime(6)", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_figurestates", x => x.Id);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "schooling_names",
                columns: table => new
                {
                    Key = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    French = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    English = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_names", x => x.Key);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "schooling_offerfacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    CompanyId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    Company = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    State = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    TaggedRevision = table.Column<int>(type: "int", nullable: false),
                    Domain = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Skills = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    ProgrammeId = table.Column<Guid>(type: "char(36)", nullable: true, collation: "ascii_general_ci"),
                    ComponentId = table.Column<Guid>(type: "char(36)", nullable: true, collation: "ascii_general_ci"),
                    UniversityId = table.Column<Guid>(type: "char(36)", nullable: true, collation: "ascii_general_ci"),
                    Best = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    LevelSought = table.Column<int>(type: "int", nullable: true),
                    YearOfStudy = table.Column<int>(type: "int", nullable: true),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    IsPending = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    Counted = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_offerfacts", x => x.Id);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "schooling_reports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    UniversityId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    University = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Year = table.Column<string>(type: "varchar(9)", maxLength: 9, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    SnapshotId = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    MadeAt = table.Column<DateTime>(type: "datetime(6)", nullable: false),
                    MadeBy = table.Column<Guid>(type: "char(36)", nullable: true, collation: "ascii_general_ci"),
                    French = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    English = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_reports", x => x.Id);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "schooling_reportsubscriptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    AccountId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    Email = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Name = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Language = table.Column<string>(type: "varchar(2)", maxLength: 2, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    IsOn = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    StopToken = table.Column<string>(type: "varchar(32)", maxLength: 32, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    MailedMonth = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_reportsubscriptions", x => x.Id);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "schooling_searchfacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    Domain = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Skills = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    IsPending = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    Counted = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_searchfacts", x => x.Id);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "schooling_sentfacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    SentAt = table.Column<DateTime>(type: "datetime(6)", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    ComponentId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    UniversityId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    IsForwarded = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "datetime(6)", nullable: true),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    IsPending = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    Counted = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_sentfacts", x => x.Id);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

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
